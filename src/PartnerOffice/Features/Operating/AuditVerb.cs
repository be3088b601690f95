using System.CommandLine;
using System.Globalization;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using Spectre.Console;

namespace PartnerOffice.Features.Operating;

/// <summary><c>audit</c>: who did what, and whether the log is whole.</summary>
internal sealed class AuditVerb : Verb
{
    private readonly Option<string?> expected = new("--expect") { Description = "Hash des letzten Eintrags, wie er notiert oder gesichert wurde: er muss im Protokoll vorkommen", HelpName = "HASH" };

    protected override Command Describe() => new("audit", "Wer wann was getan hat, und ob das Protokoll lückenlos ist") { expected };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        var (entries, broken) = await office.Brakes.AuditAsync(cancellationToken);
        var isCut = context.Get(expected) is { } hash && !entries.Any(entry => entry.Hash == hash);
        var isWhole = broken is null && !isCut;
        if (context.Json)
        {
            Answer.Write(Answer.Node(new { whole = isWhole, brokenAt = broken, cut = isCut, last = entries.Count > 0 ? entries[^1].Hash : null, entries }));
        }
        else
        {
            foreach (var entry in entries)
                context.Answer.People.WriteLine($"{entry.At.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}  {entry.Who}  {entry.What}  {entry.Subject}  {entry.Detail}".TrimEnd());
            context.Answer.People.WriteLine(Sum(entries.Count, entries.Count > 0 ? entries[^1].Hash : "", broken, isCut).In(context.Language));
        }

        return isWhole ? ExitCode.Done : ExitCode.No;
    }

    private static Bilingual Sum(int count, string last, long? broken, bool isCut) => (broken, isCut) switch
    {
        ({ } number, _) => new($"Nicht lückenlos: Eintrag {number} folgt nicht auf den vorigen. Eine Sicherung vergleichen.", $"Not whole: entry {number} does not follow the one before. Compare with a backup."),
        (null, true) => new("Abgeschnitten: der notierte Eintrag fehlt. Eine Sicherung vergleichen.", "Cut off: the entry that was noted is missing. Compare with a backup."),
        _ when count == 0 => new("Noch kein Eintrag.", "No entry yet."),
        _ => new($"Lückenlos, {count} Einträge. Letzter Hash: {last}", $"Whole, {count} entries. Last hash: {last}"),
    };
}
