using Microsoft.Extensions.Logging;
using PartnerOffice.Api;
using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary>Looks at a side's set-up when one of its people asks for it, beside everything else, and keeps the last result while the service runs.</summary>
internal sealed partial class CheckupRuns(ServedOffice served, KeptCheckups kept, ILogger<CheckupRuns> logger) : IAsyncDisposable
{
    private readonly Lock oneAtATime = new();
    private readonly CancellationTokenSource closing = new();
    private readonly Dictionary<DistrictId, (CheckupRun Run, Task Work)> runs = [];

    /// <summary>The last look at this side; null where nobody looked.</summary>
    public CheckupRun? Of(DistrictId district)
    {
        lock (oneAtATime)
            return runs.TryGetValue(district, out var known) ? known.Run : null;
    }

    /// <summary>Until the last look at this side is over.</summary>
    public Task WhenEndedAsync(DistrictId district)
    {
        lock (oneAtATime)
            return runs.TryGetValue(district, out var known) ? known.Work : Task.CompletedTask;
    }

    /// <summary>Begins to look at one side, with its own credentials alone. Whoever asks while it goes on follows the same look.</summary>
    public CheckupRun Start(District district)
    {
        lock (oneAtATime)
        {
            if (runs.TryGetValue(district.Id, out var known) && known.Run.IsRunning)
                return known.Run;

            var run = new CheckupRun(district, served.Time.GetUtcNow());
            runs[district.Id] = (run, Task.Run(() => LookAsync(run, closing.Token), closing.Token));
            return run;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await Task.WhenAll(runs.Values.Select(run => run.Work)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        closing.Dispose();
    }

    private async Task LookAsync(CheckupRun run, CancellationToken cancellationToken)
    {
        var hasBrokenOff = false;
        try
        {
            var settings = new DoctorSettings { DataDirectory = served.Deliveries.DataDirectory, Templates = Path.Combine(Environment.CurrentDirectory, "templates"), Time = served.Time };
            await using var ground = served.Deliveries.OpenGround();
            await new Doctor(served.Partnership, ground, settings).RunAsync([run.District], cancellationToken, run.Add);
            kept.Keep(run.District.Id, new(run.Lines.Count(line => line.State == CheckState.Broken), served.Time.GetUtcNow()));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Nobody waits for it: whatever it is, the page says that the look broke off, and the log says why.
            hasBrokenOff = true;
            BrokenOff(failure);
        }
        finally
        {
            run.End(served.Time.GetUtcNow(), hasBrokenOff);
        }
    }

    [LoggerMessage(LogLevel.Error, "The look at the set-up broke off")]
    private partial void BrokenOff(Exception failure);
}
