using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;
using Spectre.Console;

namespace PartnerOffice.Features.Tracking;

/// <summary>
/// <c>tracker verify</c>: compares the tracker with what the delivered minutes say, and lists every difference with its place, and rows
/// whose key stands twice. It changes nothing, but for <c>--repair</c>, which deletes such a row (engine R8). Exit code 1 where a difference is left.
/// </summary>
internal sealed class TrackerVerifyVerb : Verb
{
    private readonly Argument<FileInfo[]> files = new("FILE.xlsx") { Arity = ArgumentArity.ZeroOrMore, Description = "Arbeitsmappen auf diesem Rechner statt des gemeinsamen Trackers" };

    private readonly Option<bool> repair = new("--repair") { Description = "Von zwei Zeilen mit einem Schlüssel die spätere löschen, wenn sie nichts anderes sagt als die erste" };

    protected override Command Describe() => new("verify", "Vergleicht den Tracker mit den übermittelten Protokollen") { files, repair };

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
                    var repaired = context.Get(repair) ? await LocalWorkbook.RepairAsync(file.FullName, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime), cancellationToken) : null;
                    var (_, written) = await LocalMemory.ReadAsync(file.FullName, cancellationToken);
                    return AnswerOf(context, file.FullName, TrackerComparison.Of(await File.ReadAllBytesAsync(file.FullName, cancellationToken), changes, written), repaired);
                });
            }

            var (repairedThere, waits) = context.Get(repair) ? await desk.RepairTrackerAsync(partnership.Id, cancellationToken) : default;
            var answer = waits is null && await desk.CompareTrackerAsync(partnership.Id, changes, cancellationToken) is { } comparison
                ? AnswerOf(context, partnership.Tracker.Path, comparison, repairedThere)
                : WaitingAt(context, partnership.Tracker.Path, waits ?? "no-workbook");
            if (context.Json) Answer.Write(answer.Json);
            else answer.Say(context.Answer.People);
            return answer.ExitCode;
        }
        catch (GraphException failure)
        {
            throw new TrackerUnreachableException(failure);
        }
    }

    private static FileAnswer WaitingAt(VerbContext context, string place, string waits) =>
        new(ExitCode.Later, Answer.Node(new { file = place, waits }), console => console.WriteLine(WaitWords.Of(place, waits).In(context.Language)));

    private static FileAnswer AnswerOf(VerbContext context, string place, TrackerComparison comparison, TrackerRepair? repaired)
    {
        var (twins, update) = (comparison.Twins, comparison.Update);
        // A column that people fill may say what they like.
        var deviating = update.Deviations.Where(cell => cell.Cause != TrackerDeviationCause.PeoplesColumn).ToList();
        var ok = update.Added.Count + update.Updated.Count + update.Gone.Count + deviating.Count + twins.Count == 0;
        var json = Answer.Node(new
        {
            file = place,
            ok,
            missing = update.Added,
            stale = update.Updated,
            deviating = deviating.Select(cell => new { row = cell.Row, cell.Column, cell.Place, found = cell.Found?.ToString(), wanted = cell.Wanted?.ToString(), cell.Cause }),
            deleted = update.Gone,
            twice = twins,
            removed = repaired?.Removed,
            kept = repaired?.Kept.Select(kept => new { row = kept.Twin.Row, kept.Twin.Later, code = kept.Because.Code, place = kept.Because.Place, problem = kept.Because.Problem.In(context.Language), remedy = kept.Because.Remedy.In(context.Language) }),
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
            foreach (var twin in repaired?.Removed ?? []) Line(console, TwinWords.Removed(twin), context);
            foreach (var kept in repaired?.Kept ?? []) Line(console, TwinWords.Kept(kept), context);
            foreach (var twin in repaired is null ? twins : []) Line(console, TwinWords.Standing(twin), context);
            if (ok) Line(console, new($"Alle {update.Unchanged.Count} Zeilen stimmen.", $"All {update.Unchanged.Count} rows agree."), context);
        });
    }

    private static void Line(IAnsiConsole console, Bilingual words, VerbContext context) => console.WriteLine($"  {words.In(context.Language)}");
}
