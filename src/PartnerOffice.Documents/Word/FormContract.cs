using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Word;

/// <summary>What a restyled template must still have: the controls and tables of the delivered one, wherever they stand and however they look.</summary>
public static class FormContract
{
    private const string Rule = "V1";

    private static readonly (string Prefix, string Place)[] Places =
    [
        ("po:invitation.", "Einladung"), ("po:quorum.", "Beschlussfähigkeit"), ("po:board", "Beschlussfähigkeit"), ("po:agenda.", "Tagesordnung"),
        ("po:next.", "Nächste Sitzung"), ("po:issued.", "Ausgefertigt"), ("po:original.", "Genehmigungsvermerk"), ("po:approval.", "Genehmigungsvermerk"), ("po:version.", "Fassung"), ("po:frame.", "Kopf- und Fußzeile"),
    ];

    // Without these, minutes cannot be read again, or lack what minutes must have.
    private static readonly HashSet<string> Needed =
    [
        Tags.MinutesId, Tags.District, Tags.Board, Tags.Kind, Tags.Number, Tags.Date, Tags.Start, Tags.End, Tags.Place, Tags.Form, Tags.Record,
        Tags.InvitationSentOn, Tags.Chair, Tags.MinuteTaker, Tags.QuorumPresent, Tags.QuorumEstablished, Tags.IssuedPlace, Tags.IssuedDate,
        Tags.ApprovalState, Tags.VersionNumber,
    ];

    /// <summary>Whether it is a form that nobody has filled in yet.</summary>
    public static bool IsBlank(GatedPackage package)
    {
        var source = new WordSource(package);
        var id = source.Body.Descendants(W.Control).Where(control => control.TagOf() == Tags.MinutesId).ToList();
        return id.Count > 0 && id.TrueForAll(control => FormText.IsNothing(string.Concat(control.Descendants(W.Main + "t").Select(text => text.Value))));
    }

    /// <summary>What is gone, one finding for each place of the form.</summary>
    public static IReadOnlyList<Finding> LossesOf(GatedPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);

        var source = new WordSource(package);
        var isBlank = IsBlank(package);
        var tags = source.Margins.Prepend(source.Body).SelectMany(part => part.Descendants(W.Control)).Select(control => control.TagOf()).OfType<string>().ToList();
        if (!tags.Exists(tag => tag.StartsWith(Tags.Prefix, StringComparison.Ordinal)))
            return [];

        var form = FormOf(source);
        var lost = Controls(form, isBlank).Where(control => !tags.Exists(tag => tag == control.Tag || (IsBlock(control.Tag) && tag.StartsWith(control.Tag, StringComparison.Ordinal))));
        return
        [
            .. lost.GroupBy(control => PlaceOf(control.Tag, control.Name)).Select(place =>
                Lost(place.Key, [.. place.Select(control => control.Name).Distinct()], place.Any(control => Needed.Contains(control.Tag) || IsBlock(control.Tag)))),
            .. isBlank ? LostTables(form, source) : [],
        ];
    }

    // A filled document leaves out tables and lines that say nothing; what a blank form does not have is lost.
    private static IEnumerable<(string Tag, string Name)> Controls(XElement form, bool isBlank)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var control in form.Descendants(W.Control))
        {
            var tag = control.TagOf()!;
            var isInItem = control.Ancestors(W.Control).Any(outer => outer.TagOf()!.StartsWith(Tags.ItemPrefix, StringComparison.Ordinal));
            var row = control.Ancestors(W.Row).FirstOrDefault();
            var mayGo = !isBlank && (isInItem || tag.StartsWith(Tags.ItemPrefix, StringComparison.Ordinal) || tag == Tags.BoardChair || row?.Descendants(W.Control).Any(other => MinutesValues.LinesThatMayGo.Contains(other.TagOf()!)) == true);
            var contract = tag.StartsWith(Tags.ItemPrefix, StringComparison.Ordinal) ? Tags.ItemPrefix : tag.StartsWith(Tags.BoardPrefix, StringComparison.Ordinal) ? Tags.BoardPrefix : tag;
            if (!mayGo && seen.Add(contract))
                yield return (contract, control.Element(W.ControlProperties)!.Element(W.Main + "alias").Val()!);
        }
    }

    private static IEnumerable<Finding> LostTables(XElement form, WordSource source)
    {
        var there = Tables(source.Body).Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        return Tables(form).DistinctBy(table => table.Name).Where(table => !there.Contains(table.Name)).Select(table => new Finding(
            Rule,
            Severity.Error,
            table.Name,
            new Bilingual($"Die Tabelle »{table.Name}« fehlt, oder ihre Spaltenköpfe heißen anders.", $"The table \"{table.Name}\" is gone, or its heads have other words."),
            new Bilingual($"Die Tabelle mit ihren Köpfen aus der mitgelieferten Vorlage kopieren: {string.Join(", ", table.Heads.Take(4))} …", $"Copy the table with its heads from the delivered template: {string.Join(", ", table.Heads.Take(4))} ..."))
        {
            Weight = FindingWeight.NeedsReason,
        });
    }

    private static IEnumerable<FixedTable> Tables(XElement body)
    {
        foreach (var table in body.Descendants(W.Table))
        {
            var heads = table.Elements(W.Row).FirstOrDefault()?.Elements(W.Cell).Select(cell => string.Concat(cell.Descendants(W.Main + "t").Select(text => text.Value))).ToList() ?? [];
            if (FixedTable.All.FirstOrDefault(form => form.HasHeads(heads)) is { } found)
                yield return found;
        }
    }

    // The delivered form for the kind that the document names; where it names none, the board's own.
    private static XElement FormOf(WordSource source)
    {
        var kind = source.Body.Descendants(W.Control).Where(control => control.TagOf() == Tags.Kind)
            .Select(control => FormWords.Kinds.Read(string.Concat(control.Descendants(W.Main + "t").Select(text => text.Value))))
            .FirstOrDefault(read => read is not null) ?? MeetingKind.BoardMeeting;
        return TemplatePages.Controls(TemplateForm.For(kind));
    }

    private static bool IsBlock(string tag) => tag is Tags.ItemPrefix or Tags.BoardPrefix;

    private static string PlaceOf(string tag, string name) =>
        tag == Tags.ItemPrefix || tag is Tags.Title or Tags.Audience or Tags.Status or Tags.Text ? "Tagesordnungspunkt"
        : Places.FirstOrDefault(place => tag.StartsWith(place.Prefix, StringComparison.Ordinal)).Place ?? name;

    private static Finding Lost(string place, List<string> names, bool isNeeded) => new(
        Rule,
        isNeeded ? Severity.Error : Severity.Warning,
        place,
        names.Count == 1
            ? new Bilingual($"Hier fehlt das Feld »{names[0]}« der Vorlage.", $"The template's control \"{names[0]}\" is gone here.")
            : new Bilingual($"Hier fehlen {names.Count} Felder der Vorlage: {Some(names)}.", $"{names.Count} controls of the template are gone here: {Some(names)}."),
        new Bilingual("Das Feld aus der mitgelieferten Vorlage hierher kopieren.", "Copy the control here from the delivered template."))
    {
        Weight = isNeeded ? FindingWeight.NeedsReason : FindingWeight.Hint,
    };

    private static string Some(List<string> names) => string.Join(", ", names.Take(3)) + (names.Count > 3 ? " …" : "");
}
