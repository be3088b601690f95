namespace PartnerOffice.Deliveries;

/// <summary>One step being worked on: every change of it goes through here into the ledger.</summary>
internal sealed class StepRun(Ledger ledger, StepClaim claim)
{
    public StepClaim Claim { get; private set; } = claim;

    /// <summary>Whether this try ended with a person being told.</summary>
    public bool Warned { get; private set; }

    /// <summary>Commits that a request is about to leave.</summary>
    public Task IntendAsync(CancellationToken cancellationToken) => SaveAsync(StepEvent.Intend, StepChange.Nothing, cancellationToken);

    public async Task SaveAsync(StepEvent happened, StepChange change, CancellationToken cancellationToken)
    {
        Claim = await ledger.SaveAsync(Claim, happened, change, cancellationToken);
        Warned |= change.Warns;
    }
}
