using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Sharing;

/// <summary>What stops even a dry run of the partner edition: findings about confidentiality (D27).</summary>
internal static class EditionGuard
{
    private static readonly HashSet<string> Stopping = ["V15", "V16", "V17", "V18"];

    public static bool Stops(Finding finding) => finding.Severity == Severity.Error && Stopping.Contains(finding.Rule);

    public static FileAnswer Refused(FileInfo file, MinutesReading reading, VerbContext context) => new(
        ExitCode.No,
        Answer.Node(new { file = file.FullName, ok = false, findings = FindingLines.Json(reading.Findings, context.Language) }),
        _ =>
        {
            foreach (var finding in reading.Findings)
                FindingLines.Say(context.Answer.Errors, finding, context.Language);
        });
}
