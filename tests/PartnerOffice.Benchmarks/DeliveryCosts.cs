using System.Diagnostics;
using System.Globalization;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Sharing;

namespace PartnerOffice.Benchmarks;

/// <summary>
/// <c>deliveries [COUNT]</c>: how many deliveries a second the service does against its embedded sandbox, over HTTPS, with SQLite and Quartz,
/// what processor time each of them takes, and how long it is from the start to the first step.
/// </summary>
internal static class DeliveryCosts
{
    private const int Usual = 100;

    public static async Task<int> RunAsync(string[] words)
    {
        var count = words is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : Usual;
        var folder = Directory.CreateTempSubdirectory("partneroffice-costs-").FullName;
        try
        {
            var partnership = PartnershipFile.Parse(Sample("partnership.sample.json"), "partnership.json");
            var identities = new SandboxIdentities(folder);
            var settings = new DeliverySettings
            {
                DataDirectory = folder,
                Routes = [PartnershipRoute.Of(partnership, identities.Of)],
                Sandbox = new(SandboxWorld.SeedOf(partnership, identities.Of)) { NewTracker = TrackerTemplate.Delivered },
                Key = null,
            };
            var prepared = Prepare(partnership, count + 1);

            // Once cold: from the start to the first step.
            var watch = Stopwatch.StartNew();
            await using var office = await DeliveryOffice.OpenAsync(settings, CancellationToken.None);
            await HandInAsync(office, partnership, prepared[..1]);
            var first = prepared[0].Cleared.Consignment.Delivery;
            while ((await office.ShowAsync(first, CancellationToken.None))!.Steps.All(step => step.Attempts == 0)) await Task.Delay(5);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to first step: {watch.Elapsed.TotalSeconds:0.0} s"));
            await office.FollowAsync(first, null, TimeSpan.FromMinutes(5), CancellationToken.None);

            var cpu = Environment.CpuUsage.TotalTime;
            watch.Restart();
            await HandInAsync(office, partnership, prepared[1..]);
            var handedIn = watch.Elapsed;
            // A cheap question: looking at all of them costs as much as delivering.
            while (await office.Ledger.NextDueAsync(counting: false, CancellationToken.None) is not null && watch.Elapsed < TimeSpan.FromMinutes(10)) await Task.Delay(100);
            var took = watch.Elapsed;
            var cost = (Environment.CpuUsage.TotalTime - cpu) / count;
            var done = (await office.ListAsync(CancellationToken.None)).Count(delivery => delivery.State == DeliveryState.Delivered && delivery.IsSettled) - 1;
            if (done < count)
            {
                Console.WriteLine($"{done} of {count} delivered");
                return 1;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} deliveries (file, columns, tracker rows, message each): {took.TotalSeconds:0.0} s, {count / took.TotalSeconds:0.0} a second, {cost.TotalSeconds:0.000} s of processor time each; handing in took {handedIn.TotalSeconds:0.0} s"));
            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<(Minutes Minutes, ClearedConsignment Cleared)> Prepare(Partnership partnership, int count)
    {
        var sample = MinutesJson.Parse(Sample("minutes.sample.json"));
        return [.. Enumerable.Range(0, count).Select(number =>
        {
            var minutes = sample with { Id = MinutesId.Parse($"steinfurt-c{number}", null), Number = $"KV-ST C{number}" };
            var edition = Redactor.Redact(minutes, partnership);
            var accepted = LeakSearch.For(edition).Coincidences.Select(one => new AcceptedCoincidence(one.Place, one.AlsoAt)).ToList();
            return (minutes, SharedMinutes.Prepare(minutes, new MinutesReading(minutes, [], [], []), partnership, new(2026, 8, 12), accepted).Cleared);
        })];
    }

    private static async Task HandInAsync(DeliveryOffice office, Partnership partnership, IReadOnlyList<(Minutes Minutes, ClearedConsignment Cleared)> some)
    {
        foreach (var (minutes, cleared) in some)
        {
            await office.Releases.ReleaseAsync(
                new() { Partnership = partnership.Id, Minutes = MinutesFacts.Of(minutes), District = partnership.Districts[0].Id, By = "st-01", Edition = cleared.Consignment.Edition.Sha256, Frozen = "{}"u8.ToArray() },
                CancellationToken.None);
            await office.EnqueueAsync(cleared, CancellationToken.None);
        }
    }

    private static string Sample(string name)
    {
        using var stream = typeof(DeliveryOffice).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
