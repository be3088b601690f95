using PartnerOffice.Deliveries;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

/// <summary>
/// Every commit of the ledger, before and after it, times what the network can do to a request: the service is killed there and
/// started again, and the partner has one file, one row and one message (engine 5.2, D22).
/// </summary>
public sealed class CrashMatrixTests
{
    private static readonly string[] Changing =
    [
        "PUT /drives/**", "PATCH /sites/**", "POST /drives/{drive-id}/items/{driveItem-id}/createUploadSession",
        "POST /users/{user-id}/messages", "POST /users/{user-id}/messages/{message-id}/send",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Outcomes => ["answered", "throttled", "refused", "broken-before", "broken-after", "504-after"];

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Killed_at_any_commit_it_goes_on_to_one_file_one_row_and_one_message(string outcome)
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var points = await CountPointsAsync(bench, outcome);

        var wrong = new List<string>();
        for (var point = 0; point < points.Count; point++)
        {
            var consignment = bench.World.Consignment(point + 1);
            using (Failing(bench.Sandbox, outcome))
            {
                var place = await RunKilledAsync(bench, consignment, point);
                bench.Restart(new());
                await bench.DriveAsync(Token);

                var status = await bench.Ledger.StatusAsync(consignment.Delivery, Token);
                var found = await bench.CountAsync(consignment, Token);
                var isRight = found == (1, bench.KeyOf(consignment, DeliveryStep.Upload), 1, 1, 0) && status.State == DeliveryState.Delivered && status.IsSettled;
                if (!isRight) wrong.Add($"killed at {place}: {found}, {status.State}, {string.Join(", ", status.Steps.Select(step => $"{step.Step} {step.State} {step.Error}"))}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{points.Count} points: {string.Join(" ", points)}");
        Assert.True(points.Count >= 28, $"Only {points.Count} points were found.");
        Assert.Empty(wrong);
    }

    private static async Task<List<string>> CountPointsAsync(CourierBench bench, string outcome)
    {
        var points = new List<string>();
        var crash = new CrashPoint
        {
            Kills = place =>
            {
                points.Add(place);
                return false;
            },
        };
        bench.Restart(crash);
        using var failing = Failing(bench.Sandbox, outcome);
        await bench.Ledger.HandInAsync(bench.World.Consignment(0), Token);
        await bench.DriveAsync(Token);
        return points;
    }

    private static async Task<string> RunKilledAsync(CourierBench bench, Consignment consignment, int point)
    {
        var (seen, died) = (0, "nowhere");
        bench.Restart(new()
        {
            Kills = place =>
            {
                if (seen++ != point) return false;
                died = place;
                return true;
            },
        });
        try
        {
            await bench.Ledger.HandInAsync(consignment, Token);
            await bench.DriveAsync(Token);
        }
        catch (AbandonedException)
        {
        }

        // A consignment that was not committed is handed in again by whoever was not answered.
        bench.Restart(new());
        await bench.Ledger.HandInAsync(consignment, Token);
        return died;
    }

    // Each kind of request goes wrong once.
    private static Rules Failing(SandboxServer sandbox, string outcome) => new(outcome == "answered" ? [] : [.. Changing.Select(match => sandbox.Faults.Add(outcome switch
    {
        "throttled" => new FaultRule(match) { Status = 429, RetryAfter = TimeSpan.FromSeconds(7), Times = 1 },
        "refused" => new FaultRule(match) { Status = 503, Times = 1 },
        "broken-before" => new FaultRule(match, FaultKind.Reset) { Times = 1 },
        "broken-after" => new FaultRule(match, FaultKind.Reset) { AfterCommit = true, Times = 1 },
        "504-after" => new FaultRule(match) { Status = 504, AfterCommit = true, Times = 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    }))]);

    private sealed class Rules(IReadOnlyList<IDisposable> rules) : IDisposable
    {
        public void Dispose()
        {
            foreach (var rule in rules) rule.Dispose();
        }
    }
}
