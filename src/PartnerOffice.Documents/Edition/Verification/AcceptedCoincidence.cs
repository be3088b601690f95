using PartnerOffice.Core;

namespace PartnerOffice.Documents.Edition;

/// <summary>A person's answer to rule V17, "darf dort stehen": bound to both places, so that it settles nothing else.</summary>
public sealed record AcceptedCoincidence(string Place, string AlsoAt)
{
    /// <summary>The answers among findings that a person has let pass.</summary>
    public static IReadOnlyList<AcceptedCoincidence> In(IEnumerable<JudgedFinding> findings) =>
    [
        .. findings
            .Where(judged => judged is { Reason: not null, Finding: { Rule: "V17", AlsoAt: not null } })
            .Select(judged => new AcceptedCoincidence(judged.Finding.Place, judged.Finding.AlsoAt!)),
    ];
}
