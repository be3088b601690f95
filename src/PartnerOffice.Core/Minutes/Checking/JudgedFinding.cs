namespace PartnerOffice.Core;

/// <summary>A finding, and the reason with which a person let it pass.</summary>
/// <param name="Reason">Null while nobody did.</param>
public sealed record JudgedFinding(Finding Finding, string? Reason)
{
    /// <summary>What is a matter of confidentiality a person may confirm; what is a matter of identity nobody can.</summary>
    private static readonly HashSet<string> Confirmable = ["V17", "V19"];

    /// <summary>Whether it is an error that nobody let pass.</summary>
    public bool IsOpen => Reason is null && Finding.Severity == Severity.Error;

    /// <summary>Whether a person's reason can let it pass (R6, D27).</summary>
    public static bool MayPass(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Weight != FindingWeight.Stops || Confirmable.Contains(finding.Rule);
    }

    /// <summary>How a person names it to let it pass; null where nobody can, or nothing is to be let pass.</summary>
    public static string? AnswerTo(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Severity == Severity.Error && MayPass(finding) ? $"{finding.Rule}:{finding.Places}" : null;
    }

    /// <summary>The findings with the reasons given for them.</summary>
    /// <exception cref="AcceptanceException">A reason is for no finding there is, or for one that cannot be passed.</exception>
    public static IReadOnlyList<JudgedFinding> Judge(IReadOnlyList<Finding> findings, IReadOnlyList<GivenReason> acceptances)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(acceptances);
        foreach (var acceptance in acceptances)
        {
            var meant = findings.Where(acceptance.IsFor).ToList();
            if (meant.Count == 0 && !acceptance.IsRemembered)
                throw AcceptanceException.NothingThere(acceptance);
            if (!meant.TrueForAll(MayPass))
                throw AcceptanceException.CannotPass(acceptance);
        }

        return [.. findings.Select(finding => new JudgedFinding(finding, acceptances.FirstOrDefault(acceptance => acceptance.IsFor(finding))?.Reason))];
    }
}
