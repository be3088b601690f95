using System.Data.Common;

namespace PartnerOffice.Deliveries;

/// <summary>Writes wake-ups in the same transaction as the row they are for, so that neither is there without the other.</summary>
internal interface IWakeUps
{
    /// <summary>Writes the wake-ups into the transaction, then commits it.</summary>
    Task CommitWithAsync(DbTransaction transaction, IReadOnlyList<WakeUp> wakeUps, Func<Task> commit);
}
