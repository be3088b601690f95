using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>How far minutes have come, as people read it (R15).</summary>
internal static class ReleaseWords
{
    public static Bilingual Of(Release release) => release.State switch
    {
        ReleaseState.Released => new($"{release.Number}: freigegeben – von der Sitzungsleitung geprüft", $"{release.Number}: released – looked at by the chair"),
        ReleaseState.Approved => new($"{release.Number}: genehmigt – vom Vorstand beschlossen", $"{release.Number}: approved – by the board"),
        ReleaseState.Reopened => new($"{release.Number}: wieder offen – mit Änderungen genehmigt; nichts geht hinaus, bis es neu freigegeben ist", $"{release.Number}: open again – approved with changes; nothing leaves before it is released anew"),
        ReleaseState.Withdrawn => new($"{release.Number}: zurückgezogen", $"{release.Number}: withdrawn"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
