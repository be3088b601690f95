namespace PartnerOffice.Deliveries;

/// <summary>A process that does no deliveries wakes nobody: the owner's sweep finds its rows.</summary>
internal sealed class NoWakeUps : IWakeUps
{
    public static readonly NoWakeUps Instance = new();

    public Task WakeAsync(IReadOnlyList<WakeUp> wakeUps) => Task.CompletedTask;
}
