using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;
using Spectre.Console;

namespace PartnerOffice.Features.Tracking;

/// <summary><c>tracker apply FILE.xlsx CHANGES.json</c>: rows by key into any local workbook; everything that is not ours stays.</summary>
internal sealed class TrackerApplyVerb : Verb
{
    private readonly Argument<FileInfo> file = new("FILE.xlsx") { Description = "Die Arbeitsmappe" };
    private readonly Argument<FileInfo> changes = new("CHANGES.json") { Description = "{table, key, rows: [{Spalte: Wert}]}" };
    private readonly Option<string?> output = new("--out") { Description = "Ergebnis in eine andere Datei; sonst wird die Arbeitsmappe selbst ersetzt" };

    protected override Command Describe() => new("apply", "Trägt Zeilen in eine Arbeitsmappe ein") { file, changes, output };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (workbook, wanted) = (context.Get(file)!, context.Get(changes)!);
        foreach (var given in (FileInfo[])[workbook, wanted])
        {
            if (!given.Exists)
                throw VerbException.NoFile(given.FullName);
        }

        var rows = TrackerChanges.Parse(await File.ReadAllBytesAsync(wanted.FullName, cancellationToken));
        var update = TrackerWorkbook.Apply(await File.ReadAllBytesAsync(workbook.FullName, cancellationToken), rows);
        var target = context.Get(output) ?? workbook.FullName;
        if (!update.IsUnchanged || target != workbook.FullName)
            await SafeFile.WriteAsync(target, update.Bytes, force: true, cancellationToken);

        if (context.Json)
        {
            Answer.Write(Answer.Node(new
            {
                file = target,
                added = update.Added,
                updated = update.Updated,
                unchanged = update.Unchanged,
                deviations = update.Deviations,
                gone = update.Gone,
                partsTouched = update.PartsTouched,
            }));
        }
        else
        {
            context.Answer.People.WriteLine(target);
            context.Answer.Say(new Bilingual(
                $"{update.Added.Count} neu, {update.Updated.Count} geändert, {update.Unchanged.Count} unverändert, {update.Deviations.Count} abweichend.",
                $"{update.Added.Count} added, {update.Updated.Count} updated, {update.Unchanged.Count} unchanged, {update.Deviations.Count} deviating."));
        }

        return ExitCode.Done;
    }
}
