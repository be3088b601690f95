using System.Data.Common;

namespace PartnerOffice.Deliveries;

/// <summary>For processes that are not the owner: the row alone is written, and the owner's sweep finds it.</summary>
internal sealed class NoWakeUps : IWakeUps
{
    public static NoWakeUps Instance { get; } = new();

    public Task CommitWithAsync(DbTransaction transaction, IReadOnlyList<WakeUp> wakeUps, Func<Task> commit) => commit();
}
