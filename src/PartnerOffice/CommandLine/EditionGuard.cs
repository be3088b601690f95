using PartnerOffice.Core;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.CommandLine;

/// <summary>What stops even a dry run of the partner edition: findings about confidentiality (D27).</summary>
internal static class EditionGuard
{
    private const string Coincidence = "V17";
    private static readonly HashSet<string> Confidentiality = ["V15", "V16", Coincidence, "V18"];

    /// <summary>The open ones. What nobody has decided yet stays in the board and is only reported: this is a dry run.</summary>
    public static IReadOnlyList<JudgedFinding> Stopping(IEnumerable<JudgedFinding> findings, MinutesReading reading) =>
        [.. findings.Where(judged => judged.IsOpen && Confidentiality.Contains(judged.Finding.Rule) && (judged.Finding.Rule == Coincidence || reading.Findings.Contains(judged.Finding)))];

    /// <summary>Says what is open. Nothing was written or sent.</summary>
    public static FileAnswer Refused(FileInfo file, IReadOnlyList<Finding> findings, VerbContext context) => new(
        ExitCode.No,
        Answer.Node(new { file = file.FullName, ok = false, findings = FindingLines.Json(findings, context.Language) }),
        _ =>
        {
            foreach (var finding in findings)
                FindingLines.Say(context.Answer.Errors, finding, context.Language);
        });
}
