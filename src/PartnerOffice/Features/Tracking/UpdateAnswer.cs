using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;
using Spectre.Console;

namespace PartnerOffice.Features.Tracking;

/// <summary>What became of a workbook's rows, for people and for programs.</summary>
internal static class UpdateAnswer
{
    public static JsonNode Json(string file, TrackerUpdate update) => Answer.Node(new
    {
        file,
        added = update.Added,
        updated = update.Updated,
        unchanged = update.Unchanged,
        deviations = update.Deviations,
        gone = update.Gone,
        keyed = update.Keyed,
        partsTouched = update.PartsTouched,
    });

    public static void Say(IAnsiConsole console, string file, TrackerUpdate update, Language language)
    {
        console.WriteLine(file);
        console.WriteLine(new Bilingual(
            $"{update.Added.Count} neu, {update.Updated.Count} geändert, {update.Unchanged.Count} unverändert, {update.Deviations.Count} abweichend.",
            $"{update.Added.Count} added, {update.Updated.Count} updated, {update.Unchanged.Count} unchanged, {update.Deviations.Count} deviating.").In(language));
        foreach (var cell in update.Deviations) console.WriteLine($"  {Words(cell).In(language)}");
        foreach (var row in update.Gone)
            console.WriteLine("  " + new Bilingual($"{row}: von Menschen gelöscht, nicht wieder eingetragen (--put-back trägt sie ein)", $"{row}: deleted by people, not put back (--put-back does)").In(language));
        foreach (var row in update.Keyed)
            console.WriteLine("  " + new Bilingual($"{row}: eigene Zeile, hat jetzt einen Schlüssel", $"{row}: a row of somebody's, has a key now").In(language));
    }

    /// <summary>A cell that was left as it is, and why.</summary>
    public static Bilingual Words(TrackerDeviation cell) => cell.Cause switch
    {
        TrackerDeviationCause.Formula => new($"{cell.Place} abweichend: Formel bleibt stehen", $"{cell.Place} deviating: the formula stays"),
        TrackerDeviationCause.PeoplesColumn => new($"{cell.Place} bleibt: Spalte »{cell.Column}« gehört den Menschen", $"{cell.Place} stays: the column \"{cell.Column}\" is people's"),
        _ => new($"{cell.Place} abweichend: dort steht »{cell.Found}«, gewollt war »{cell.Wanted}«", $"{cell.Place} deviating: it says \"{cell.Found}\", wanted was \"{cell.Wanted}\""),
    };
}
