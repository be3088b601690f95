using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Writes the page with which an office changes hands: what is open, what lies ahead, what only a human can do (R21).</summary>
public static class HandoverWriter
{
    private const string Title = "Übergabe";

    /// <summary>The pages as a .docx; the same handover is always the same bytes.</summary>
    public static byte[] Write(Handover handover)
    {
        ArgumentNullException.ThrowIfNull(handover);
        var body = new Body(
        [
            Wml.Paragraph(StyleNames.Letterhead, Wml.Run(handover.District.Name)),
            Wml.Paragraph(StyleNames.Title, Wml.Run(Title)),
            Wml.Paragraph(StyleNames.Subtitle, Wml.Run($"{handover.Person.Name}, letzter Tag {Day(handover.LastDay)}")),
            Wml.Paragraph(StyleNames.Detail, Wml.Run($"Für den eigenen {handover.District.BoardName}. Vertraulich.")),
            TemplatePages.Section("Was übergeben wird"),
            Lines(RolesOf(handover)),
            TemplatePages.Section("Offen"),
            .. Table(handover.Open, "Offen ist nichts, was der Dienst oder das letzte Protokoll kennt."),
            TemplatePages.Section("Termine"),
            .. Table(handover.Dates, "Termine sind nicht bekannt."),
            TemplatePages.Section("Was nur ein Mensch tun kann"),
            .. handover.ByHand.Select(task => Wml.Paragraph(null, Wml.Run($"☐ {task}"))),
            Wml.Paragraph(StyleNames.Detail, Wml.Run("Passwörter gibt es nicht zu übergeben: Alle melden sich mit dem eigenen Konto an.")),
            TemplatePages.Section("Bestätigt"),
            Wml.Table(FixedTable.Signatures, SignersOf(handover).Select(signer =>
                Wml.Row(FixedTable.Signatures, [Wml.Lines(signer.Name), Wml.Lines(signer.Part), Wml.Lines(), Wml.Lines()]).WithHeight(FixedTableWriter.SignatureHeight))),
            Wml.Paragraph(StyleNames.Detail),
            TemplatePages.Page(),
        ]);
        var header = new Header(Wml.Paragraph(StyleNames.Header, Wml.Run($"{handover.District.Name} · {Title}")));
        var footer = new Footer(Wml.Paragraph(StyleNames.Footer, [Wml.Run("Zu den Akten des Vorstands; nicht für den Partner."), Wml.Tab(), .. TemplatePages.PageOfPages()]));
        return WordPackage.Of(body, header, footer, new WordParts.Core(Title, null, null, handover.LastDay), withCustomProperties: false).ToBytes();
    }

    /// <summary>A name that every file system takes.</summary>
    public static string FileNameOf(Handover handover)
    {
        ArgumentNullException.ThrowIfNull(handover);
        return $"Übergabe {handover.Person.Id} {handover.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.docx";
    }

    private static IEnumerable<(string Label, string Value)> RolesOf(Handover handover)
    {
        if (handover.Term is { } term)
            yield return ("Amt", $"{term.Function}, {(term.IsVoting ? "mit" : "ohne")} Stimmrecht, seit {Day(term.From)}");
        foreach (var role in handover.Roles)
        {
            var successors = role.Successors.Count > 0 ? $"an {string.Join(", ", role.Successors.Select(person => person.Name))}" : "noch niemand eingetragen";
            yield return (OfficeRoles.NameOf(role.Role, role.IsDeputy).German, $"{OfficeRoles.DutiesOf(role.Role).German}; {successors}");
        }

        if (handover.Roles.Count == 0)
            yield return ("Aufgaben", "Keine weiteren Aufgaben im Dienst.");
    }

    // One line for everybody who takes over, however many roles they take.
    private static IEnumerable<(string Name, string Part)> SignersOf(Handover handover)
    {
        yield return (handover.Person.Name, "übergibt");
        foreach (var successor in handover.Roles.SelectMany(role => role.Successors).DistinctBy(person => person.Id))
            yield return (successor.Name, "übernimmt");
        if (handover.Roles.Count == 0 || handover.Roles.Any(role => role.Successors.Count == 0))
            yield return ("", "übernimmt");
    }

    private static IEnumerable<OpenXmlElement> Table(IReadOnlyList<HandoverLine> lines, string none) => lines.Count > 0
        ? [Lines(lines.Select(line => (line.What, line.Next)))]
        : [Wml.Paragraph(null, Wml.Run(none))];

    private static Table Lines(IEnumerable<(string Label, string Value)> lines) =>
        TemplatePages.Lines([.. lines.Select(line => (line.Label, (OpenXmlElement[])[Wml.Run(line.Value)]))]);

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
