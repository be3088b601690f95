using System.Globalization;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>What the column »Hinweis« says: one sentence for whoever set the column beside it (R14, R15).</summary>
internal static class DoorWords
{
    private const int Places = 3;

    /// <summary>A refusal as one sentence.</summary>
    public static Bilingual Refused(RefusalException refusal) => new(
        $"{refusal.Problem.German.TrimEnd('.')} – {refusal.Remedy.German}",
        $"{refusal.Problem.English.TrimEnd('.')} – {refusal.Remedy.English}");

    public static Bilingual NotFit(IReadOnlyList<Finding> open)
    {
        var places = string.Join("; ", open.Select(finding => finding.Place).Distinct().Take(Places));
        return open.Count == 1
            ? new($"Eine Stelle ist noch zu klären ({places}) – im Aufgabenbereich ansehen, dann den Stand noch einmal setzen.", $"One place is to be settled ({places}) – look at it in the pane, then set the state again.")
            : new($"Noch {open.Count} Stellen sind zu klären ({places}) – im Aufgabenbereich ansehen, dann den Stand noch einmal setzen.", $"{open.Count} places are to be settled ({places}) – look at them in the pane, then set the state again.");
    }

    public static Bilingual Unreadable { get; } = new(
        "Diese Datei lässt sich nicht als Protokoll lesen – mit der Vorlage beginnen oder die Bausteine wiederherstellen.",
        "This file cannot be read as minutes – begin with the template, or restore its blocks.");

    public static Bilingual BackToDraft { get; } = new("Wieder im Entwurf; die verschickten Links gelten nicht mehr.", "A draft again; the links that were sent are not valid any more.");

    public static Bilingual ChangedSinceReview { get; } = new(
        "Seit »Zur Prüfung« geändert, die Links gelten nicht mehr – wenn der Text fertig ist, den Stand noch einmal setzen.",
        "Changed since it came to the review, the links are not valid any more – set the state again once the text is done.");

    public static Bilingual ChangedSinceRelease { get; } = new(
        "Geändert seit der Freigabe; so geht es nicht an den Partner – zum neuen Freigeben »Zur Prüfung« setzen.",
        "Changed since its release; it does not go to the partner like this – set it to the review to have it released anew.");

    public static Bilingual ReleaseStands { get; } = new(
        "Die Freigabe gilt weiter; geänderter Text geht erst nach neuer Freigabe hinaus.",
        "The release stands; changed text leaves only after a new release.");

    public static Bilingual Released(Release release, District district) => release.State == ReleaseState.Approved
        ? new($"Freigegeben {By(release, district)} und genehmigt; die Partnerfassung geht von selbst hinaus.", $"Released {On(release, district)} and approved; the partner edition leaves by itself.")
        : district.Share == ShareFrom.Approved
            ? new($"Freigegeben {By(release, district)}; nach der Genehmigung geht die Partnerfassung von selbst hinaus.", $"Released {On(release, district)}; after the approval the partner edition leaves by itself.")
            : new($"Freigegeben {By(release, district)}; die Partnerfassung geht am nächsten Werktag hinaus.", $"Released {On(release, district)}; the partner edition leaves on the next working day.");

    public static Bilingual Expired { get; } = new(
        "Seit 30 Tagen hat niemand darüber entschieden – den Stand noch einmal auf »Zur Prüfung« setzen.",
        "Nobody decided it within 30 days – set the state to the review once more.");

    /// <summary>With what remark it came back; the person's own words follow.</summary>
    public static Bilingual Returned(string by) => new($"Zurück von {by}:", $"Sent back by {by}:");

    public static Bilingual Withdrawn { get; } = new(
        "Wird zurückgezogen; die Vorfallnotiz liegt daneben – die Bestätigung des Partners im Verlauf eintragen.",
        "Is being taken back; the incident note lies beside it – record the partner's confirmation in the history.");

    public static Bilingual NeverLeft { get; } = new("Angehalten; der Partner hat nichts davon bekommen.", "Stopped; the partner got nothing of it.");

    private static string By(Release release, District district) =>
        string.Create(CultureInfo.InvariantCulture, $"am {TimeZoneInfo.ConvertTime(release.ReleasedAt, district.TimeZone):dd.MM.yyyy} von {release.ReleasedByIn(district)}");

    private static string On(Release release, District district) =>
        string.Create(CultureInfo.InvariantCulture, $"on {TimeZoneInfo.ConvertTime(release.ReleasedAt, district.TimeZone):yyyy-MM-dd} by {release.ReleasedByIn(district)}");
}
