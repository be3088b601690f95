using PartnerOffice.Core;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Api;

/// <summary>A finding as a pane shows it: where, what, what to do, and where to jump.</summary>
/// <param name="At">The tag of the control to go to; null where the place has none.</param>
/// <param name="Accept">What to send back when a person lets it pass, and to know which reason to take back; null where nobody can.</param>
/// <param name="Accepted">The reason with which it was let pass; null while it was not.</param>
internal sealed record FindingJson(
    string Rule, Severity Severity, string Place, string Message, string Remedy, FindingWeight Weight, string? At, string? AlsoAt, string? AlsoAtTag, string? Accept, string? Accepted)
{
    /// <param name="minutes">Whose items the places name; null where nothing could be read.</param>
    public static FindingJson Of(JudgedFinding judged, Minutes? minutes, Language language)
    {
        var finding = judged.Finding;
        return new(
            finding.Rule, finding.Severity, finding.Place, finding.Message.In(language), finding.Remedy.In(language), finding.Weight,
            TagOf(finding.Place, minutes), finding.AlsoAt, finding.AlsoAt is { } also ? TagOf(also, minutes) : null,
            JudgedFinding.AnswerTo(finding), judged.Reason);
    }

    // Places are written for people: "TOP 3, Beschluss B 2026-07-02", "N 1", "Datum".
    private static string? TagOf(string place, Minutes? minutes)
    {
        var head = place.Split(',')[0].Trim();
        var number = head.StartsWith("TOP ", StringComparison.Ordinal) ? head["TOP ".Length..] : head;
        if (minutes?.Items.FirstOrDefault(item => item.Number == number) is { } item)
            return Tags.ItemPrefix + item.Id;

        return head switch
        {
            "Datum" => Tags.Date,
            "Beginn" => Tags.Start,
            "Ende" => Tags.End,
            "Sitzung Nr." or "Nummer" => Tags.Number,
            "Sitzungsart" => Tags.Kind,
            "Ort" => Tags.Place,
            "Einladung" => Tags.InvitationSentOn,
            "Ausgefertigt" => Tags.IssuedDate,
            "Verteiler" => Tags.Distribution,
            "Nächste Sitzung" => Tags.NextDate,
            "Sitzungsleitung" => Tags.Chair,
            "Protokollführung" => Tags.MinuteTaker,
            "Beschlussfähigkeit" => Tags.QuorumPresent,
            "Genehmigungsvermerk" or "Stand" => Tags.ApprovalState,
            "Fassung" => Tags.VersionNumber,
            _ => null,
        };
    }
}
