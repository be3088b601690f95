using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartnerOffice.Api;
using PartnerOffice.Graph;

namespace PartnerOffice.Notifications;

/// <summary>Lets each watch look at its time, or when it is woken; only in the process that owns the data directory (D3).</summary>
internal sealed partial class WatchRounds(IEnumerable<IWatch> watches, WakeBook book, Subscriptions subscriptions, Func<ServedOffice> office, TimeProvider time, ILogger<WatchRounds> logger) : BackgroundService
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly Dictionary<IWatch, DateTimeOffset> _next = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var watch in watches)
            _next[watch] = Now + Soon;
        try
        {
            while (true)
            {
                await book.WaitAsync(UntilNext(), time, stoppingToken);
                // Whoever does not own the directory leaves the marks: they are for the one who does.
                if (!office().Deliveries.IsOwner)
                    continue;

                await subscriptions.KeepAsync(watches, stoppingToken);
                foreach (var watch in book.Take().Union(watches.Where(watch => _next[watch] <= Now)).ToList())
                    await LookAsync(watch, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task LookAsync(IWatch watch, CancellationToken cancellationToken)
    {
        try
        {
            await watch.LookAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is GraphException or DbException or DbUpdateException or IOException or InvalidOperationException or CryptographicException)
        {
            Failed(watch.GetType().Name, failure.GetType().Name);
        }

        _next[watch] = Now + watch.Interval;
    }

    private TimeSpan UntilNext()
    {
        var wait = _next.Count == 0 ? Longest : _next.Values.Min() - Now;
        return wait < TimeSpan.Zero ? (office().Deliveries.IsOwner ? TimeSpan.Zero : Soon) : wait;
    }

    private DateTimeOffset Now => time.GetUtcNow();

    [LoggerMessage(LogLevel.Warning, "{Watch} could not look ({Kind}) and will look again")]
    private partial void Failed(string watch, string kind);
}
