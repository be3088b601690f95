using PartnerOffice.Core;

namespace PartnerOffice.Meetings;

/// <summary>Something to look at before an invitation leaves.</summary>
internal sealed record FindingCard(string Rule, Severity Severity, string Place, string Message, string Remedy)
{
    public static FindingCard Of(Finding finding, Language language) => new(finding.Rule, finding.Severity, finding.Place, finding.Message.In(language), finding.Remedy.In(language));
}
