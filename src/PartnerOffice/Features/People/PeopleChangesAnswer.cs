using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>What follows from changes among the people, seen or entered.</summary>
/// <param name="State">"preview" or "done".</param>
/// <param name="Digest">Stands for exactly this preview; the confirmation names it.</param>
/// <param name="Handovers">Whose office changes hands: a page for each can be had.</param>
internal sealed record PeopleChangesAnswer(string State, string Digest, IReadOnlyList<PeopleChangeJson> Changes, IReadOnlyList<ConsequenceCard> Consequences, IReadOnlyList<string> Handovers)
{
    /// <summary>What holds only after a restart; absent for most.</summary>
    public string? Restart { get; init; }

    public static PeopleChangesAnswer Of(PeoplePreview preview, string state, bool isSandbox, Language language) => new(
        state, preview.Digest,
        [.. preview.Changes.Select(PeopleChangeJson.Of)],
        [.. preview.Consequences.Select(one => new ConsequenceCard(one.Kind, one.From, one.Sentence.In(language)))],
        [.. preview.Changes.Where(change => change is PeopleChange.TermEnded or PeopleChange.RoleEnded).Select(change => change.Concerns!.Value.ToString()).Distinct()])
    {
        // Microsoft's accounts are there at once; the local ones are made when the sandbox starts.
        Restart = isSandbox && preview.Changes.Any(change => change is PeopleChange.AccountChanged { Account: not AccountKind.None }) ? SandboxAccounts.In(language) : null,
    };

    private static Bilingual SandboxAccounts { get; } = new(
        "Die Sandbox kennt neue Konten erst nach einem Neustart des Dienstes.", "The sandbox knows new accounts only after the service has started anew.");
}
