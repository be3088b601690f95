namespace PartnerOffice.Deliveries;

/// <summary>One step being worked on: every change of it goes through here into the ledger.</summary>
internal sealed class StepRun(Ledger ledger, StepClaim claim)
{
    private readonly Ledger _ledger = ledger;

    public StepClaim Claim { get; private set; } = claim;

    /// <summary>Whether this try ended with a person being told.</summary>
    public bool Warned { get; private set; }

    /// <summary>Commits that a request is about to leave.</summary>
    public Task IntendAsync(CancellationToken cancellationToken) => SaveAsync(StepEvent.Intend, StepChange.Nothing, cancellationToken);

    public async Task SaveAsync(StepEvent happened, StepChange change, CancellationToken cancellationToken)
    {
        Claim = await _ledger.SaveAsync(Claim, happened, change, cancellationToken);
        Warned |= change.Warns;
    }

    /// <summary>The same for the same step of several deliveries, in one commit: of all, or of none where one of them was taken over.</summary>
    public static async Task SaveAllAsync(IReadOnlyList<StepRun> runs, StepEvent happened, Func<StepClaim, StepChange> changeOf, CancellationToken cancellationToken)
    {
        var saved = await runs[0]._ledger.SaveAsync([.. runs.Select(run => run.Claim)], happened, changeOf, cancellationToken);
        foreach (var (run, claim) in runs.Zip(saved)) run.Claim = claim;
    }
}
