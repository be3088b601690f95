using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Features.Tracking;

/// <summary><c>tracker apply FILE.xlsx CHANGES.json</c>: rows by key into any local workbook; everything that is not ours stays.</summary>
internal sealed class TrackerApplyVerb : Verb
{
    private readonly Argument<FileInfo> file = new("FILE.xlsx") { Description = "Die Arbeitsmappe" };
    private readonly Argument<FileInfo> changes = new("CHANGES.json") { Description = "{table, key, rows: [{Spalte: Wert}]}" };
    private readonly Option<string?> output = new("--out") { Description = "Ergebnis in eine andere Datei; sonst wird die Arbeitsmappe selbst ersetzt" };

    private readonly Option<bool> putBack = new("--put-back") { Description = "Auch Zeilen wieder eintragen, die Menschen gelöscht haben" };

    // A workbook on somebody's machine: the day there.
    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    protected override Command Describe() => new("apply", "Trägt Zeilen in eine Arbeitsmappe ein") { file, changes, output, putBack };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (workbook, wanted) = (context.Get(file)!, context.Get(changes)!);
        foreach (var given in (FileInfo[])[workbook, wanted])
        {
            if (!given.Exists)
                throw VerbException.NoFile(given.FullName);
        }

        var rows = TrackerChanges.Parse(await File.ReadAllBytesAsync(wanted.FullName, cancellationToken));
        var target = context.Get(output) ?? workbook.FullName;
        var update = await LocalWorkbook.ApplyAsync(workbook.FullName, target, rows, context.Get(putBack), Today, cancellationToken);
        if (context.Json)
            Answer.Write(UpdateAnswer.Json(target, update));
        else
            UpdateAnswer.Say(context.Answer.People, target, update, context.Language);
        return ExitCode.Done;
    }
}
