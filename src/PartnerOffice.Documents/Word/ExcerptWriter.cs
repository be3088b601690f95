using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Writes the excerpt of one resolution: one page with head, wording, vote, result and lines to sign (R34).</summary>
public static class ExcerptWriter
{
    private const string Title = "Auszug aus dem Protokoll";
    private const string ForBoard = "Auszug für den Kreisvorstand selbst. Vertraulich.";
    private const string ForOutside = "Auszug ohne die vertraulichen Teile des Protokolls.";
    private const string Certified = "Die Übereinstimmung mit dem Protokoll wird bestätigt.";
    private const string Unapproved = "Das Protokoll ist noch nicht genehmigt.";

    /// <summary>The words that every excerpt has: a search for withheld words passes over them.</summary>
    public static string FixedWords { get; } = string.Join(' ', (string[])
    [
        Title, ForBoard, ForOutside, Certified, Unapproved,
        "Sitzung Ort Sitzungsleitung Protokollführung Beschlussfähigkeit gewählten Mitgliedern anwesend Tagesordnungspunkt Beschluss Antrag von Abstimmung Ergebnis Anwesend Betrag Stand des Protokolls Fassung Name Funktion Datum Unterschrift Seite vom",
        .. FormWords.Kinds.Words, .. FormWords.Outcomes.Words, .. FormWords.VoteModes.Words, .. FormWords.SignatureRoles.Words,
    ]);

    /// <summary>The excerpt as a .docx; the same excerpt is always the same bytes.</summary>
    /// <param name="districtName">The district as it signs.</param>
    public static byte[] Write(ResolutionExcerpt excerpt, string districtName)
    {
        ArgumentNullException.ThrowIfNull(excerpt);

        var minutes = excerpt.View;
        var view = excerpt.IsForBoard ? ForBoard : ForOutside;
        var body = new Body(
        [
            Wml.Paragraph(StyleNames.Letterhead, Wml.Run(districtName)),
            Wml.Paragraph(StyleNames.Title, Wml.Run(Title)),
            Wml.Paragraph(StyleNames.Subtitle, Wml.Run($"{minutes.Board}, {FormWords.Kinds[minutes.Kind]} {minutes.Number} vom {FormText.Date(minutes.Date)}")),
            Wml.Paragraph(StyleNames.Detail, Wml.Run(view)),
            TemplatePages.Section("Sitzung"),
            Lines(MeetingLines(excerpt)),
            TemplatePages.Section($"Beschluss {excerpt.Resolution.Number}"),
            Wml.Paragraph(null, Wml.Run(excerpt.Resolution.Wording)),
            Lines(VoteLines(excerpt.Resolution)),
            .. Close(minutes),
            TemplatePages.Page(),
        ]);
        var header = new Header(Wml.Paragraph(StyleNames.Header, Wml.Run($"{districtName} · {Title} {minutes.Number}")));
        var footer = new Footer(
            Wml.Paragraph(StyleNames.Footer, Wml.Run(view)),
            Wml.Paragraph(StyleNames.Footer, [Wml.Run(StandingOf(minutes)), Wml.Tab(), .. TemplatePages.PageOfPages()]));
        var core = new WordParts.Core($"{Title} {minutes.Number}, Beschluss {excerpt.Resolution.Number}", null, null, minutes.Date);
        return WordPackage.Of(body, header, footer, core, withCustomProperties: false).ToBytes();
    }

    /// <summary>All words of the excerpt, a line for each paragraph.</summary>
    public static string TextOf(ResolutionExcerpt excerpt, string districtName)
    {
        ArgumentNullException.ThrowIfNull(excerpt);

        var lines = MeetingLines(excerpt).Concat(VoteLines(excerpt.Resolution)).Select(line => line.Value);
        return string.Join('\n', [districtName, excerpt.View.Board, excerpt.View.Number, excerpt.Resolution.Number, excerpt.Resolution.Wording, .. lines, .. excerpt.View.Signatures.Select(signature => signature.Name)]);
    }

    private static IEnumerable<(string Label, string Value)> MeetingLines(ResolutionExcerpt excerpt)
    {
        var minutes = excerpt.View;
        if (minutes.Place is { } place)
            yield return ("Ort", place);
        if (minutes.Chair is { } chair)
            yield return ("Sitzungsleitung", chair);
        if (minutes.MinuteTaker is { } minuteTaker)
            yield return ("Protokollführung", minuteTaker);
        foreach (var board in minutes.Boards)
        {
            if (board.Quorum is { Present: { } present, Elected: { } elected, Established: true })
                yield return ("Beschlussfähigkeit", string.Create(CultureInfo.InvariantCulture, $"{present} von {elected} gewählten Mitgliedern anwesend, beschlussfähig"));
        }

        yield return ("Tagesordnungspunkt", $"{excerpt.Item.Number} {excerpt.Item.Title}");
    }

    private static IEnumerable<(string Label, string Value)> VoteLines(Resolution resolution)
    {
        if (resolution.Mover is { } mover)
            yield return ("Antrag von", mover);
        if (resolution.Amount is { } amount)
            yield return ("Betrag", FormText.Money(amount));
        if (resolution.Present is not null)
            yield return ("Anwesend", FormText.Number(resolution.Present));
        foreach (var vote in resolution.Votes ?? [])
            yield return ($"Beschluss {vote.Number}", $"{vote.District}: {VoteText.Write(vote.Vote)}, {FormWords.Outcomes[vote.Outcome]}");
        if (resolution.Vote is not null)
            yield return ("Abstimmung", VoteText.Write(resolution.Vote));
        yield return ("Ergebnis", FormWords.Outcomes[resolution.Outcome]);
    }

    private static IEnumerable<OpenXmlElement> Close(Minutes minutes)
    {
        yield return TemplatePages.Section("Stand des Protokolls");
        yield return Wml.Paragraph(null, Wml.Run(StandingOf(minutes)));
        yield return Wml.Paragraph(null, Wml.Run(Certified));

        // Signed anew by hand: an excerpt is certified on its own day.
        yield return Wml.Table(FixedTable.Signatures, minutes.Signatures.Select(signature =>
            Wml.Row(FixedTable.Signatures, [Wml.Lines(signature.Name), Wml.Lines(FormWords.SignatureRoles[signature.Role]), Wml.Lines(), Wml.Lines()]).WithHeight(FixedTableWriter.SignatureHeight)));
        yield return Wml.Paragraph(StyleNames.Detail);
    }

    private static string StandingOf(Minutes minutes) => minutes.Approval switch
    {
        { State: ApprovalState.Approved, ApprovedOn: { } day } => $"Fassung {minutes.Version.Number}, {DocumentFrame.StandingOf(ApprovalState.Approved)} am {FormText.Date(day)}",
        { State: ApprovalState.Approved } => $"Fassung {minutes.Version.Number}, {DocumentFrame.StandingOf(ApprovalState.Approved)}",
        _ => $"Fassung {minutes.Version.Number}, {DocumentFrame.StandingOf(minutes.Approval.State)}. {Unapproved}",
    };

    private static Table Lines(IEnumerable<(string Label, string Value)> lines) =>
        TemplatePages.Lines([.. lines.Select(line => (line.Label, (OpenXmlElement[])[Wml.Run(line.Value)]))]);
}
