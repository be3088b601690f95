using PartnerOffice.Core;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary>Shows a person what is not in the edition: where and why, never the words.</summary>
internal static class WithheldTable
{
    public static void Say(IAnsiConsole console, PartnerEdition edition, Language language)
    {
        var (place, reason) = language == Language.German ? ("Nicht dabei", "Warum") : ("Not included", "Why");
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn(place);
        table.AddColumn(reason);
        foreach (var entry in edition.Withheld)
            table.AddRow(Markup.Escape(entry.Place), Markup.Escape(entry.Reason.In(language)));
        console.Write(table);
        foreach (var replaced in edition.Replacements)
            console.MarkupLine(Markup.Escape($"{replaced.Place}: {(language == Language.German ? "Name ersetzt durch" : "name replaced by")} »{replaced.ShownAs}«"));
    }
}
