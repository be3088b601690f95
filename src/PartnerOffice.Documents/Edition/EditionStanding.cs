using PartnerOffice.Core;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Documents.Edition;

/// <summary>How far the minutes behind an edition have come, as the partner reads it (R15).</summary>
internal static class EditionStanding
{
    public static string Of(PartnerEdition edition) => "Stand: " + (edition.Content.Approval.State switch
    {
        ApprovalState.Draft => "Entwurf, noch nicht freigegeben",
        ApprovalState.Released => "freigegeben, vorbehaltlich der Genehmigung",
        var state => DocumentFrame.StandingOf(state, edition.Content.IsJoint),
    });
}
