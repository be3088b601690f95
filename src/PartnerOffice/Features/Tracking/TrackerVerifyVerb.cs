using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;
using Spectre.Console;

namespace PartnerOffice.Features.Tracking;

/// <summary>
/// <c>tracker verify</c>: compares the tracker with what the delivered minutes say, and lists every difference with its place; changes
/// nothing. Exit code 1 where there is one.
/// </summary>
internal sealed class TrackerVerifyVerb : Verb
{
    private readonly Argument<FileInfo[]> files = new("FILE.xlsx") { Arity = ArgumentArity.ZeroOrMore, Description = "Arbeitsmappen auf diesem Rechner statt des gemeinsamen Trackers" };

    protected override Command Describe() => new("verify", "Vergleicht den Tracker mit den übermittelten Protokollen") { files };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        using var desk = office.OpenWorkbooks();
        var partnership = context.Partnership.Partnership;
        try
        {
            var changes = await desk.DeliveredAsync(partnership, cancellationToken);
            if (context.Get(files) is { Length: > 0 } given)
            {
                return await FileVerb.RunAsync(context, given, async file =>
                {
                    var (_, written) = await LocalMemory.ReadAsync(file.FullName, cancellationToken);
                    return AnswerOf(context, file.FullName, TrackerWorkbook.Apply(await File.ReadAllBytesAsync(file.FullName, cancellationToken), changes, written));
                });
            }

            var answer = await desk.CompareTrackerAsync(partnership.Id, changes, cancellationToken) is { } update
                ? AnswerOf(context, partnership.Tracker.Path, update)
                : new FileAnswer(ExitCode.Later, Answer.Node(new { file = partnership.Tracker.Path, waits = "no-workbook" }), console => console.WriteLine(WaitWords.Of(partnership.Tracker.Path, "no-workbook").In(context.Language)));
            if (context.Json) Answer.Write(answer.Json);
            else answer.Say(context.Answer.People);
            return answer.ExitCode;
        }
        catch (GraphException failure)
        {
            throw new TrackerUnreachableException(failure);
        }
    }

    private static FileAnswer AnswerOf(VerbContext context, string place, TrackerUpdate update)
    {
        // A column that people fill may say what they like.
        var deviating = update.Deviations.Where(cell => cell.Cause != TrackerDeviationCause.PeoplesColumn).ToList();
        var ok = update.Added.Count + update.Updated.Count + update.Gone.Count + deviating.Count == 0;
        var json = Answer.Node(new
        {
            file = place,
            ok,
            missing = update.Added,
            stale = update.Updated,
            deviating = deviating.Select(cell => new { row = cell.Row, cell.Column, cell.Place, found = cell.Found?.ToString(), wanted = cell.Wanted?.ToString(), cell.Cause }),
            deleted = update.Gone,
            rows = update.Added.Count + update.Updated.Count + update.Unchanged.Count + update.Gone.Count,
        });
        if (context.IsSandbox) json["sandbox"] = true;
        return new FileAnswer(ok ? ExitCode.Done : ExitCode.No, json, console =>
        {
            console.WriteLine($"{context.Mark}{place}");
            foreach (var row in update.Added) Line(console, new($"{row}: fehlt (»tracker sync« trägt sie ein)", $"{row}: missing (\"tracker sync\" writes it)"), context);
            foreach (var row in update.Updated) Line(console, new($"{row}: nicht auf dem Stand (»tracker sync«)", $"{row}: out of date (\"tracker sync\")"), context);
            foreach (var cell in deviating) Line(console, UpdateAnswer.Words(cell), context);
            foreach (var row in update.Gone) Line(console, new($"{row}: von Menschen gelöscht", $"{row}: deleted by people"), context);
            if (ok) Line(console, new($"Alle {update.Unchanged.Count} Zeilen stimmen.", $"All {update.Unchanged.Count} rows agree."), context);
        });
    }

    private static void Line(IAnsiConsole console, Bilingual words, VerbContext context) => console.WriteLine($"  {words.In(context.Language)}");
}
