using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;

namespace PartnerOffice.Deliveries;

/// <summary>Looks at short intervals for rows that are due and that nothing will wake: written by another process, or lost with their wake-up.</summary>
internal sealed partial class Sweep(Ledger ledger, Courier courier, Wakers wakers, TimeProvider time, ILogger<Sweep> logger)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                foreach (var work in await ledger.DueAsync(courier.Partnerships, cancellationToken))
                    if (await wakers.EnsureAsync(work, cancellationToken))
                        Woken(work.Delivery?.ToString() ?? "tracker");
            }
            catch (Exception failure) when (failure is DbException or DbUpdateException or SchedulerException)
            {
                Failed(failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    [LoggerMessage(LogLevel.Debug, "The sweep woke {Work}")]
    private partial void Woken(string work);

    [LoggerMessage(LogLevel.Warning, "The sweep could not read the ledger ({Kind}) and will try again")]
    private partial void Failed(string kind);
}
