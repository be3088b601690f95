using System.Globalization;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Documents.Edition;

/// <summary>Renders a partner edition anew from its allowed model, in our own form, and lets it out only after it was verified.</summary>
public static class EditionRenderer
{
    /// <summary>The edition as a document. The same edition is always the same bytes.</summary>
    /// <param name="accepted">Coincidences that a person has settled for this version (V17).</param>
    /// <param name="sourcePeople">People of the source file's properties.</param>
    /// <exception cref="EditionRefusedException">The verifier found something that must not leave.</exception>
    public static PartnerDocument Render(
        PartnerEdition edition,
        IReadOnlyCollection<AcceptedCoincidence>? accepted = null,
        IReadOnlyCollection<string>? sourcePeople = null)
    {
        ArgumentNullException.ThrowIfNull(edition);

        var form = MinutesTemplate.PartnerForm(edition.Content.Kind);
        MinutesWriter.FillEdition(form, edition.Content, FrameOf(edition), DistrictsOf(edition));
        form.SetXml("docProps/core.xml", WordParts.CoreProperties(Properties(edition)));
        var bytes = form.ToBytes();
        var verdict = EditionVerifier.Verify(bytes, edition, accepted, sourcePeople);
        return verdict.IsClean ? new PartnerDocument(edition, bytes) : throw new EditionRefusedException(verdict);
    }

    private static Dictionary<string, string> FrameOf(PartnerEdition edition) => new()
    {
        [DocumentFrame.DistrictNameTag] = edition.Frame.DistrictName,
        [DocumentFrame.UseTag] = edition.Frame.Use,
        [DocumentFrame.StandingTag] = EditionStanding.Of(edition),
        [DocumentFrame.NoteTag] = Note(edition),
        [EditionWords.AbsencesTag] = $"Entschuldigt: {edition.Absences.Excused}, unentschuldigt: {edition.Absences.Unexcused}",
    };

    /// <summary>The names of the districts that sat: a partnership is two, and whoever is not the sender is the partner.</summary>
    internal static IReadOnlyDictionary<string, string> DistrictsOf(PartnerEdition edition) => edition.Frame.Boards ?? edition.Content.Boards.Select(board => board.District).Distinct()
        .ToDictionary(district => district, district => district == edition.Content.District ? edition.Frame.DistrictName : edition.Frame.PartnerName);

    private static string Note(PartnerEdition edition)
    {
        var released = edition.Content.Approval.State == ApprovalState.Draft
            ? "noch nicht freigegeben"
            : string.Create(CultureInfo.InvariantCulture, $"freigegeben am {edition.Frame.ReleasedOn:dd.MM.yyyy}");
        string?[] sentences =
        [
            $"Partnerfassung für: {edition.Frame.PartnerName}.",
            string.Create(CultureInfo.InvariantCulture, $"Aus Fassung {edition.Content.Version.Number}, {released}."),
            Passages(edition) > 0 ? EditionWords.NotContained : null,
            edition.Frame.CountPassages ? string.Create(CultureInfo.InvariantCulture, $"Vertrauliche Stellen: {Passages(edition)}.") : null,
            edition.HasInlinePlaceholder ? EditionWords.Legend : null,
        ];
        return string.Join(' ', sentences.OfType<string>());
    }

    // The only properties that an edition has (D13); no clock: the day of release dates the file.
    private static WordParts.Core Properties(PartnerEdition edition) => new(
        string.Create(CultureInfo.InvariantCulture, $"Protokoll {edition.Content.Number} vom {edition.Content.Date:dd.MM.yyyy} – Partnerfassung"),
        edition.Frame.CountPassages
            ? string.Create(CultureInfo.InvariantCulture, $"{edition.Frame.DistrictName}, Partnerfassung, {Passages(edition)} vertrauliche Stellen nicht enthalten")
            : $"{edition.Frame.DistrictName}, Partnerfassung",
        edition.Content.Version.Number.ToString(CultureInfo.InvariantCulture),
        edition.Frame.ReleasedOn);

    private static int Passages(PartnerEdition edition) => edition.Withheld.Count(entry =>
        entry.Kind is WithheldKind.Item or WithheldKind.Passage or WithheldKind.Resolution or WithheldKind.Action or WithheldKind.Attachment);
}
