using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Drafting;

/// <summary><c>minutes check FILE.docx</c>: what a person should look at, what to do about it, and what was let pass with a reason.</summary>
internal sealed class CheckVerb : Verb
{
    private readonly Argument<FileInfo[]> files = new("FILE.docx") { Arity = ArgumentArity.OneOrMore, Description = "Protokolle in der Standardform" };
    private readonly Option<string[]> accept = new("--accept") { Description = "Eine Stelle zulassen, wie --json sie nennt; zu jeder gehört ein --reason", HelpName = "REGEL:STELLE" };
    private readonly Option<string[]> reason = new("--reason") { Description = "Der Grund; er bleibt im Vorstand", HelpName = "TEXT" };

    protected override Command Describe() => new("check", "Prüft ein Protokoll und sagt, was zu tun ist") { files, accept, reason };

    protected override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var inputs = context.Get(files)!;
        var acceptances = Pair(context.Get(accept) ?? [], context.Get(reason) ?? []);
        if (acceptances.Count > 0 && inputs.Length > 1)
            throw OneFileOnly();

        return FileVerb.RunAsync(context, inputs, async file =>
        {
            var document = await IncomingDocument.OpenAsync(file, cancellationToken);

            var report = FormContract.IsBlank(document)
                ? new CheckReport(file.FullName, JudgedFinding.Judge([.. FormContract.LossesOf(document).OrderBy(finding => finding.Weight)], acceptances)) { IsTemplate = true }
                : new CheckReport(file.FullName, JudgedFinding.Judge(Findings(context, WithLosses(MinutesReader.Read(document), FormContract.LossesOf(document))), acceptances));
            return new FileAnswer(report.IsOk ? ExitCode.Done : ExitCode.No, report.Json(context.Language), console => report.Say(console, context.Language));
        });
    }

    /// <summary>Each place with its reason, in the order given.</summary>
    /// <exception cref="VerbException">A place has no reason, a reason no place, or a pair no colon.</exception>
    internal static IReadOnlyList<GivenReason> Pair(IReadOnlyList<string> accepted, IReadOnlyList<string> reasons)
    {
        if (accepted.Count != reasons.Count)
            throw NotPaired();

        return [.. accepted.Zip(reasons, (pair, why) => GivenReason.TryParse(pair, why, out var acceptance) ? acceptance : throw NotAPair(pair))];
    }

    /// <summary>What the reader says comes first; the check does not say it again.</summary>
    internal static IReadOnlyList<Finding> Findings(MinutesReading reading, CheckContext? context)
    {
        if (reading.Minutes is not { } minutes || context is null)
            return [.. reading.Findings.OrderBy(finding => finding.Weight)];

        // Who may read an entry is undecided because its word was not understood: one cause.
        bool IsSaid(Finding finding) => reading.Findings.Any(read => read.Place == finding.Place && (read.Rule == finding.Rule || finding.Rule == "V15"));
        return [.. reading.Findings.Concat(MinutesCheck.Run(minutes, context).Where(finding => !IsSaid(finding))).OrderBy(finding => finding.Weight)];
    }

    private static IReadOnlyList<Finding> Findings(VerbContext context, MinutesReading reading)
    {
        if (reading.Minutes is not { } minutes)
            return Findings(reading, null);

        var partnership = context.Partnership.Partnership;
        var zone = partnership.Find(minutes.District)?.TimeZone ?? TimeZoneInfo.Utc;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), zone).DateTime);
        return Findings(reading, CheckContext.For(minutes, partnership, today));
    }

    // A value is missing because its control is gone: one cause, said where it can be mended.
    private static MinutesReading WithLosses(MinutesReading reading, IReadOnlyList<Finding> losses) => reading with
    {
        Findings = [.. losses, .. reading.Findings.Where(finding => !losses.Any(loss => loss.Rule == finding.Rule && loss.Place == finding.Place))],
    };

    private static VerbException NotPaired() => new(
        "accept-without-reason",
        "--accept",
        new Bilingual("Zu jedem --accept gehört genau ein --reason.", "Each --accept needs exactly one --reason."),
        new Bilingual("Stellen und Gründe paarweise angeben.", "Give places and reasons in pairs."));

    private static VerbException NotAPair(string pair) => new(
        "accept-form",
        "--accept",
        new Bilingual($"»{pair}« ist kein Paar aus Kennung und Stelle mit einem Grund.", $"\"{pair}\" is no pair of id and place with a reason."),
        new Bilingual("So angeben: --accept \"V5:TOP 3, Beschluss B 2026-07-03\" --reason \"…\".", "Write: --accept \"V5:TOP 3, Beschluss B 2026-07-03\" --reason \"...\"."));

    private static VerbException OneFileOnly() => new(
        "accept-one-file",
        "--accept",
        new Bilingual("Zugelassen wird nur in einer Datei auf einmal.", "Only one file at a time can be accepted."),
        new Bilingual("Die Dateien einzeln prüfen.", "Check the files one by one."));
}
