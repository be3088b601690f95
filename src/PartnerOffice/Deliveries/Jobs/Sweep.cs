using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Looks at short intervals for rows that are due and that nothing will wake: written by another process, or lost with their wake-up. Now and
/// then it also looks for what a process that was stopped left lying in a board's library.
/// </summary>
internal sealed partial class Sweep(Ledger ledger, Courier courier, Wakers wakers, BoardDesk board, TimeProvider time, ILogger<Sweep> logger)
{
    private DateTimeOffset _tidies = DateTimeOffset.MinValue;

    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                // What has only just become due is woken by what was committed with it.
                if (await wakers.EnsureAsync(await ledger.OverdueAsync(courier.Partnerships, Interval, cancellationToken), cancellationToken) is > 0 and var woken)
                    Woken(woken);
                if (time.GetUtcNow() is var now && now >= _tidies)
                {
                    _tidies = now + BoardDesk.LeftAfter;
                    await board.TidyAsync(cancellationToken);
                }
            }
            catch (Exception failure) when (failure is DbException or DbUpdateException or SchedulerException)
            {
                Failed(failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    [LoggerMessage(LogLevel.Debug, "The sweep woke {Count}")]
    private partial void Woken(int count);

    [LoggerMessage(LogLevel.Warning, "The sweep could not read the ledger ({Kind}) and will try again")]
    private partial void Failed(string kind);
}
