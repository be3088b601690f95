using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Quartz over the ledger's own database: wake-ups that survive a crash, each made after the row it is for. The row is the
/// truth; what wakes nobody here is found by the <see cref="Sweep"/>.
/// </summary>
internal sealed partial class Wakers : IWakeUps, IAsyncDisposable
{
    private const int Hands = 4;

    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MayBeBroken = TimeSpan.FromSeconds(30);

    private readonly StandaloneSchedulerFactory _factory;
    private readonly IScheduler _scheduler;
    private readonly TrackerCalls _called;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    private Wakers(StandaloneSchedulerFactory factory, IScheduler scheduler, TrackerCalls called, TimeProvider time, ILogger logger) =>
        (_factory, _scheduler, _called, _time, _logger) = (factory, scheduler, called, time, logger);

    /// <summary>Builds the scheduler and takes up what a former owner left; nothing fires before <see cref="StartAsync"/>.</summary>
    public static async Task<Wakers> OpenAsync(
        LedgerDatabase database, Courier courier, CrashPoint crash, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var called = new TrackerCalls();
        var builder = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.Services.AddSingleton(courier);
            quartz.Services.AddSingleton(called);
            quartz.Services.AddSingleton(loggers);
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "PartnerOffice";
                // The one owner, whichever process it is: so the next one takes up at once what the last one was doing.
                scheduler.InstanceId = "owner";
                // What is due together is taken up together, in one transaction.
                scheduler.MaxBatchSize = Hands;
            });
            quartz.UseTimeProvider(time);
            quartz.UseDefaultThreadPool(Hands);
            quartz.UseDefaultRetryPolicy(RetryPolicy.Exponential(8, TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(5)));
            quartz.UsePersistentStore(store =>
            {
                store.UseSqlite(new MortalFactory(crash), database.ConnectionString);
                store.ProvisionSchema();
                store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
            });
        });

        var factory = builder.Build();
        try
        {
            return new(factory, await factory.GetScheduler(cancellationToken), called, time, loggers.CreateLogger<Wakers>());
        }
        catch
        {
            await factory.DisposeAsync();
            throw;
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken) => await _scheduler.Start(cancellationToken);

    /// <remarks>
    /// Not in the rows' own transaction: on SQLite that transaction holds the write lock while it waits for Quartz's one lock,
    /// whose holder waits for the write lock. A wake-up lost between the two is made good by the sweep.
    /// </remarks>
    public async Task WakeAsync(IReadOnlyList<WakeUp> wakeUps)
    {
        try
        {
            foreach (var wakeUp in wakeUps)
                if (wakeUp.Work.Delivery is not null || _called.IsNeeded(wakeUp.Work.Partnership, wakeUp.At))
                    await ScheduleAsync(wakeUp, CancellationToken.None);
        }
        catch (SchedulerException failure)
        {
            NotWoken(failure.GetType().Name);
        }
    }

    /// <summary>Wakes now what of this is neither being done nor about to be woken.</summary>
    /// <returns>How many that were.</returns>
    public async Task<int> EnsureAsync(IReadOnlyList<Work> due, CancellationToken cancellationToken)
    {
        if (due.Count == 0) return 0;

        // One question tells of all wake-ups, however many deliveries wait: each trigger's name says for what it is, and when.
        var soon = _time.GetUtcNow() + SoonEnough;
        var standing = (await _scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), cancellationToken)).ToLookup(trigger => trigger.Group);
        var woken = 0;
        foreach (var work in due)
        {
            if (await IsAboutToWakeAsync(standing[GroupOf(KeyOf(work))], soon, cancellationToken)) continue;

            await ScheduleAsync(new(work, _time.GetUtcNow()), cancellationToken);
            woken++;
        }

        return woken;
    }

    /// <summary>Lets running jobs end, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _scheduler.Shutdown(waitForJobsToComplete: true);
        await _factory.DisposeAsync();
    }

    /// <summary>For tests: lets the scheduler's threads go as a kill would. Nothing is waited for, nothing is saved.</summary>
    public async Task AbandonAsync()
    {
        try
        {
            await _scheduler.Shutdown(waitForJobsToComplete: false);
        }
        catch (Exception failure) when (failure is AbandonedException or SchedulerException)
        {
            // The way to the database is closed already, as it is for a killed process.
        }
    }

    private async Task<bool> IsAboutToWakeAsync(IEnumerable<TriggerKey> triggers, DateTimeOffset soon, CancellationToken cancellationToken)
    {
        foreach (var trigger in triggers)
        {
            // One that stands in the far future is for another step of the same delivery.
            if (StartOf(trigger) is not { } start || start > soon) continue;
            // What should have fired long ago is either being done or broken; only then is it worth a question of its own.
            if (start > soon - MayBeBroken || await _scheduler.GetTriggerState(trigger, cancellationToken) != TriggerState.Error) return true;
            await _scheduler.UnscheduleJob(trigger, cancellationToken);
        }

        return false;
    }

    private async Task ScheduleAsync(WakeUp wakeUp, CancellationToken cancellationToken)
    {
        var key = KeyOf(wakeUp.Work);
        var job = wakeUp.Work.Delivery is null
            ? JobBuilder.Create<TrackerJob>().WithIdentity(key).RequestRecovery().Build()
            : JobBuilder.Create<DeliveryJob>().WithIdentity(key).RequestRecovery()
                .UsingJobData(DeliveryJob.PartnershipKey, wakeUp.Work.Partnership.ToString()).Build();
        var trigger = TriggerBuilder.Create()
            // A name of its own: one that is just firing is deleted by name when its job ends.
            .WithIdentity(string.Create(CultureInfo.InvariantCulture, $"{wakeUp.At.ToUnixTimeMilliseconds()}-{Guid.NewGuid():N}"), GroupOf(key))
            .ForJob(key)
            .StartAt(wakeUp.At)
            .Build();
        await _scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
    }

    private static string GroupOf(JobKey key) => $"{key.Group}/{key.Name}";

    private static DateTimeOffset? StartOf(TriggerKey trigger) =>
        long.TryParse(trigger.Name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    private static JobKey KeyOf(Work work) => work.Delivery is { } delivery
        ? new(delivery.ToString(), work.IsCount ? DeliveryJob.CountGroup : work.IsLook ? DeliveryJob.LookGroup : DeliveryJob.Group)
        : new(work.Partnership.ToString(), TrackerJob.Group);

    [LoggerMessage(LogLevel.Warning, "The scheduler took no wake-up ({Kind}); the sweep will find the work")]
    private partial void NotWoken(string kind);

    // A scheduler that a test has killed must not get at the database any more, as the process of a killed one would not.
    private sealed class MortalFactory(CrashPoint crash) : DbProviderFactory
    {
        public override DbConnection CreateConnection()
        {
            crash.ThrowIfDead();
            var connection = new SqliteConnection();
            connection.StateChange += static (sender, change) =>
            {
                if (change.CurrentState != ConnectionState.Open) return;
                using var command = ((SqliteConnection)sender).CreateCommand();
                // A wake-up lost with the power is made good by the sweep: only the ledger's own commits wait for the disk.
                command.CommandText = $"PRAGMA synchronous = NORMAL; {LedgerDatabase.WaitInSmallSteps}";
                command.ExecuteNonQuery();
            };
            return connection;
        }

        public override DbCommand CreateCommand()
        {
            crash.ThrowIfDead();
            return SqliteFactory.Instance.CreateCommand();
        }

        public override DbParameter CreateParameter() => SqliteFactory.Instance.CreateParameter();
    }
}
