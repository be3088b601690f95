namespace PartnerOffice.Deliveries;

/// <summary>
/// Where a test can abandon the service as a kill would: before and after every commit of the ledger. Nothing is saved and
/// nothing is tidied after it.
/// </summary>
internal sealed class CrashPoint
{
    /// <summary>Asked at every place; true kills.</summary>
    public Func<string, bool>? Kills { get; set; }

    /// <summary>Once dead, every way to the database is closed, as it is for a killed process.</summary>
    public bool IsDead { get; private set; }

    public void At(string place)
    {
        ThrowIfDead();
        if (Kills?.Invoke(place) != true) return;
        IsDead = true;
        ThrowIfDead();
    }

    public void ThrowIfDead()
    {
        if (IsDead) throw new AbandonedException();
    }

    public void Kill() => IsDead = true;
}
