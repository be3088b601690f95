using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What was let pass at the release stays settled for that release: nobody is asked twice.</summary>
internal static class SettledFindings
{
    // The reason was kept, sealed, with the release; here it only counts that there is one.
    private const string GivenAtTheRelease = "";

    /// <param name="reasons">As the ledger keeps them: the finding, then why.</param>
    public static IReadOnlyList<JudgedFinding> Settle(this IReadOnlyList<JudgedFinding> findings, IReadOnlyList<string> reasons) =>
        [.. findings.Select(judged => judged.Reason is null && IsAmong(reasons, judged.Finding) ? judged with { Reason = GivenAtTheRelease } : judged)];

    /// <summary>How the ledger keeps a reason.</summary>
    public static string Kept(JudgedFinding judged) => $"{NameOf(judged.Finding)}{judged.Reason}";

    private static bool IsAmong(IReadOnlyList<string> reasons, Finding finding) =>
        JudgedFinding.MayPass(finding) && reasons.Any(reason => reason.StartsWith(NameOf(finding), StringComparison.Ordinal));

    private static string NameOf(Finding finding) => $"{finding.Rule}:{finding.Places} ";
}
