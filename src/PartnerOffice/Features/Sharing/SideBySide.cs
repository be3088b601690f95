using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using PartnerOffice.Core;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary>Shows the board's minutes and the partner edition next to each other, so that a person sees what stays and what goes.</summary>
internal static class SideBySide
{
    private const int Widest = 160;

    private static readonly Dictionary<ChangeType, (string Mark, Style Style)> Looks = new()
    {
        [ChangeType.Unchanged] = (" ", Style.Plain),
        [ChangeType.Modified] = ("|", new Style(Color.Yellow)),
        [ChangeType.Deleted] = ("<", new Style(Color.Red)),
        [ChangeType.Inserted] = (">", new Style(Color.Green)),
    };

    public static void Say(IAnsiConsole console, IReadOnlyList<string> minutes, IReadOnlyList<string> edition, Language language)
    {
        var (left, right) = language == Language.German ? ("Protokoll des Vorstands", "Partnerfassung") : ("The board's minutes", "Partner edition");
        var width = (Math.Min(console.Profile.Width, Widest) - 9) / 2;
        var table = new Table { Border = TableBorder.Minimal };
        table.AddColumn(new TableColumn(left) { Width = width });
        table.AddColumn(new TableColumn("") { Width = 1 });
        table.AddColumn(new TableColumn(right) { Width = width });

        var model = SideBySideDiffBuilder.Diff(string.Join('\n', minutes), string.Join('\n', edition));
        foreach (var (old, now) in model.OldText.Lines.Zip(model.NewText.Lines))
        {
            var (mark, style) = Looks[old.Type == ChangeType.Imaginary ? now.Type : old.Type];
            table.AddRow(new Text(old.Text ?? "", style), new Text(mark, style), new Text(now.Text ?? "", style));
        }

        console.Write(table);
        console.WriteLine(new Bilingual("< nur im Protokoll, | anders, > nur in der Partnerfassung", "< only in the minutes, | changed, > only in the edition").In(language));
    }
}
