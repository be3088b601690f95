namespace PartnerOffice.Deliveries;

/// <summary>Wakes whoever does the work. Only a hint: what is not woken is found by the <see cref="Sweep"/>.</summary>
internal interface IWakeUps
{
    /// <summary>Called when the rows are committed, never before.</summary>
    Task WakeAsync(IReadOnlyList<WakeUp> wakeUps);
}
