using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using PartnerOffice.Deliveries;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.CommandLine;

/// <summary>
/// The service as a real process, killed as <c>kill -9</c> does while the other side lives on: before a request is carried out, when it is
/// and the answer is still on its way, and when the ledger has it (engine 5.2).
/// </summary>
public sealed class KilledInProcessesTests(StandAloneOffice office) : IClassFixture<StandAloneOffice>
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<DeliveryStep, string> Requests = new()
    {
        [DeliveryStep.Upload] = "PUT /drives/**",
        [DeliveryStep.Fields] = "PATCH /sites/**",
        [DeliveryStep.Tracker] = "PUT /_upload/**",
        [DeliveryStep.Mail] = "POST /users/{user-id}/messages/{message-id}/send",
    };

    // What comes after the step, held up so that nothing of it is done before the process is killed.
    private static readonly Dictionary<DeliveryStep, string[]> After = new()
    {
        [DeliveryStep.Upload] = ["PATCH /sites/**", "PUT /_upload/**", "POST /users/{user-id}/messages"],
        [DeliveryStep.Fields] = ["POST /users/{user-id}/messages"],
        [DeliveryStep.Tracker] = ["POST /users/{user-id}/messages"],
        [DeliveryStep.Mail] = [],
    };

    public static TheoryData<int, DeliveryStep, string> Kills
    {
        get
        {
            var (kills, number) = (new TheoryData<int, DeliveryStep, string>(), 0);
            foreach (var step in Requests.Keys)
                foreach (var moment in (string[])["asked", "answered", "saved"])
                    kills.Add(++number, step, moment);
            return kills;
        }
    }

    [Theory]
    [MemberData(nameof(Kills))]
    public async Task Killed_and_started_again_it_leaves_one_file_one_row_each_and_one_message(int document, DeliveryStep step, string moment)
    {
        using (HeldUp(step, moment))
        {
            await using var killed = office.Share(document);
            await killed.KillOnceAsync(() => moment == "saved" ? IsDone(document, step) : HasStruck());
        }

        var atTheKill = await office.StatusAsync(document);
        await using var again = office.Share(document);
        var ending = await again.EndAsync();

        Assert.Equal(moment == "saved" ? StepState.Done : StepState.Sending, atTheKill![step].State);
        Assert.True(ending.ExitCode == 0, ending.Output + ending.Errors);
        Assert.Equal((1, 1, 1, 1, 1, 1), office.Count(document));
    }

    [Fact]
    public async Task Where_the_service_is_killed_in_the_middle_whoever_waits_beside_it_goes_on()
    {
        const int document = StandAloneOffice.Documents;
        var port = FreePort();
        await using var service = OfficeProcess.StartWith(office.Environment, "serve", "--port", $"{port}", "--data", office.Data);
        await IsOwnerAsync(port);
        await using var waiting = office.Share(document);
        using (HeldUp(DeliveryStep.Upload, "answered"))
            await service.KillOnceAsync(HasStruck);

        var ending = await waiting.EndAsync();

        Assert.True(ending.ExitCode == 0, ending.Output + ending.Errors);
        Assert.Equal("delivered", ending.Json().GetProperty("state").GetString());
        Assert.Equal((1, 1, 1, 1, 1, 1), office.Count(document));
    }

    private Rules HeldUp(DeliveryStep step, string moment) => new([.. moment switch
    {
        "asked" => [new FaultRule(Requests[step], FaultKind.Delay) { Delay = Long, Times = 1 }],
        "answered" => [new FaultRule(Requests[step], FaultKind.Delay) { Delay = Long, Times = 1, AfterCommit = true }],
        _ => After[step].Select(match => new FaultRule(match, FaultKind.Delay) { Delay = Long }),
    }], office.Sandbox);

    private bool HasStruck() => office.Sandbox.Faults.Rules.Any(rule => rule.Struck > 0);

    private bool IsDone(int document, DeliveryStep step) => office.StatusAsync(document).GetAwaiter().GetResult()?[step].State == StepState.Done;

    private static async Task IsOwnerAsync(int port)
    {
        using var http = new HttpClient();
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await look.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            try
            {
                var ready = await http.GetFromJsonAsync<JsonElement>($"http://localhost:{port}/health/ready", TestContext.Current.CancellationToken);
                if (ready.GetProperty("owner").GetBoolean()) return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Rules(IReadOnlyList<FaultRule> rules, SandboxServer sandbox) : IDisposable
    {
        private readonly List<IDisposable> standing = [.. rules.Select(sandbox.Faults.Add)];

        public void Dispose() => standing.ForEach(rule => rule.Dispose());
    }
}
