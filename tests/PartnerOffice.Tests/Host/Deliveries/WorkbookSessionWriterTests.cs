using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;
using PartnerOffice.Tests.Documents.Tracker;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

public sealed class WorkbookSessionWriterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_sorts_between_our_look_and_our_write_gets_the_own_row_back()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var route = bench.World.Route.Tracker!;
        var identity = await bench.SignInAsync();
        using var network = new Interrupted(bench.Sandbox.Certificate.GetCertHashString());
        using var connections = new GraphConnections(EmbeddedSandbox.EndpointOf(bench.Sandbox), new() { Time = bench.Clock, Transport = network });
        // Somebody else has a line of their own: on ours one workbook is asked one thing at a time.
        using var theirLine = new GraphConnections(EmbeddedSandbox.EndpointOf(bench.Sandbox), new() { Time = bench.Clock });
        var memory = new TrackerMemory(new LedgerDatabase(bench.World.Folder, new()), SecretStore.Open(bench.World.Folder, null));
        var writer = new WorkbookSessionWriter(connections, memory);
        var place = new WorkbookPlace(WorkbookName.Tracker(bench.World.Route.Id), route with { Write = TrackerWrite.Workbook, Identity = identity });
        var memoryOfRows = new LastWritten(new byte[LastWritten.KeyBytes]);
        Task<WorkbookOutcome> WriteAsync(params TrackerRow[] rows) => writer.WriteAsync(place, [new("Sitzungen", rows)], memoryOfRows, _ => Task.CompletedTask, Token);
        await WriteAsync(Sheets.Row(("Schlüssel", "t-1"), ("Ort", "Rheine")), Sheets.Row(("Schlüssel", "t-2"), ("Ort", "Greven")));

        network.BeforePatch = async () =>
        {
            var workbooks = theirLine.Of(identity).Workbooks;
            var item = await theirLine.Of(identity).Drives.FindAsync(route.Drive, route.Path, Token);
            var theirs = await workbooks.OpenAsync(route.Drive, item!.Id, persists: true, Token);
            await workbooks.UpdateRangeAsync(theirs, "Sitzungen", "A2:A3", [["t-2"], ["t-1"]], Token);
            await workbooks.UpdateRangeAsync(theirs, "Sitzungen", "H2:H3", [["Greven"], ["Rheine"]], Token);
            await workbooks.CloseAsync(theirs, Token);
        };
        var moved = await WriteAsync(Sheets.Row(("Schlüssel", "t-1"), ("Ort", "Lengerich")));
        var between = TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), "Sitzungen").Select(row => $"{row["Schlüssel"]} {row["Ort"]}").ToList();
        var then = await WriteAsync(Sheets.Row(("Schlüssel", "t-1"), ("Ort", "Lengerich")));

        Assert.Equal("moved-meanwhile", Assert.IsType<WorkbookOutcome.Later>(moved).Error);
        Assert.Equal(["t-2 Greven", "t-1 Rheine"], between);
        Assert.IsType<WorkbookOutcome.Written>(then);
        Assert.Equal(["t-2 Greven", "t-1 Lengerich"], TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), "Sitzungen").Select(row => $"{row["Schlüssel"]} {row["Ort"]}"));
    }

    /// <summary>A network on which somebody else is faster, once, just before a row is written.</summary>
    private sealed class Interrupted : DelegatingHandler
    {
        public Interrupted(string trusted) => InnerHandler = new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == trusted },
        };

        public Func<Task>? BeforePatch { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Patch && BeforePatch is { } interrupt)
            {
                BeforePatch = null;
                await interrupt();
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
