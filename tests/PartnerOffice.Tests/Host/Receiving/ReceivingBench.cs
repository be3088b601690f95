using System.Text;
using System.Text.RegularExpressions;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Features.Sharing;
using PartnerOffice.PersonalLinks;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Receiving;

/// <summary>An edition that lies with the partner, and what the partner's people do then.</summary>
internal sealed partial class ReceivingBench(CourierBench bench) : IAsyncDisposable
{
    /// <summary>Stands in answers, and must stand nowhere else.</summary>
    public const string Canary = "Antwortkanarie";

    private DeliveryOffice? office;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public CourierBench Bench => bench;

    public Support.Life Life { get; } = new(bench);

    public District Sender { get; } = DeliveryWorld.Partnership.Districts[0];

    public District Board { get; } = DeliveryWorld.Partnership.Districts[1];

    public static async Task<ReceivingBench> StartAsync(DateTimeOffset? start = null)
    {
        var bench = await CourierBench.StartAsync(Token, start);
        bench.Service = new Uri("https://partneroffice.example/");
        bench.Restart(new());
        return new(bench);
    }

    public async Task<DeliveryStatus> DeliverAsync(Minutes? minutes = null)
    {
        var status = await Life.DeliverAsync(minutes ?? Support.Life.Minutes());
        Assert.Equal(DeliveryState.Delivered, status.State);
        return status;
    }

    /// <summary>So many days pass, with everything that happens by itself.</summary>
    public async Task PassAsync(double days)
    {
        var until = bench.Clock.GetUtcNow() + TimeSpan.FromDays(days);
        await bench.DriveAsync(Token, until, looking: true);
        bench.Clock.Advance(until - bench.Clock.GetUtcNow());
    }

    public async Task<DeliveryStatus> StatusAsync(DeliveryStatus of) => (await bench.Ledger.FindAsync(of.Delivery, Token))!;

    public void Answer(MailReaction reaction) => bench.Sandbox.Answer(Sender.Mailbox!.Value.ToString(), Board.Mailbox!.Value.ToString(), reaction);

    public async Task SetColumnAsync(DeliveryStatus of) =>
        await bench.Partner.Lists.UpdateFieldsAsync(bench.Library.Site, bench.Library.List, of[DeliveryStep.Fields].RemoteId!, new Dictionary<string, object?> { ["POReceipt"] = "zur Kenntnis genommen" }, null, Token);

    /// <summary>Messages in the partner's mailbox whose subject begins like this.</summary>
    public IReadOnlyList<string> Mails(string folder, District of, string subject) =>
        [.. Directory.EnumerateFiles(Path.Combine(bench.World.Folder, "sandbox"), "*.eml", SearchOption.AllDirectories)
            .Where(path => path.Contains(of.Mailbox!.Value.ToString(), StringComparison.Ordinal) && Path.GetFileName(Path.GetDirectoryName(path)) == folder && Path.GetFileName(path).Contains(subject, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    public async Task<string?> TrackerSaysAsync(DeliveryStatus of) =>
        TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), TrackerTables.Deliveries).Single(row => row[TrackerTables.Key]!.ToString() == of.Delivery.ToString()).Cells.GetValueOrDefault(TrackerTables.Read)?.ToString();

    /// <summary>The page behind the link of the message, by the link itself.</summary>
    public async Task<(TakeNoteLink Page, LinkPurpose Link)> OpenPageAsync(DeliveryStatus of)
    {
        var token = LinkToken().Match(Assert.Single(Mails("Inbox", Board, "Protokoll KV-ST"))).Groups[1].Value;
        var link = await bench.Ledger.Links.FindAsync(token, Token);
        Assert.Equal((Board.Id, "take-note", of.Delivery.ToString()), (link!.Purpose.District, link.Purpose.Action, link.Purpose.Subject));
        office ??= await DeliveryOffice.OpenAsync(bench.World.Settings(bench.Clock) with { MayOwn = false }, Token);
        return (new(new(office, DeliveryWorld.Partnership, bench.Clock)), link.Purpose);
    }

    /// <summary>What the next draft of the partner's minutes offers to tick.</summary>
    public Task<IReadOnlyList<MinutesId>> OfferedToPartnerAsync() =>
        bench.Ledger.Receipts.NotInMinutesAsync(DeliveryWorld.Partnership.Id, Board.Id, bench.Clock.GetUtcNow() - TimeSpan.FromDays(366), Token);

    /// <summary>Minutes of the partner arrive in our library, and take note of these.</summary>
    public async Task ArriveAsync(params MinutesId[] noted)
    {
        var consignment = bench.World.Consignment(8) with { From = Board.Id, To = Sender.Id, TakesNoteOf = noted, Tracker = [] };
        Assert.IsType<EnqueueOutcome.Accepted>(await bench.Ledger.HandInAsync(consignment, Token));
        await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(1));
    }

    /// <summary>All that the service itself keeps: everything but the sandbox, in both encodings.</summary>
    public void AssertNoAnswerIsKept()
    {
        foreach (var path in Directory.EnumerateFiles(bench.World.Folder, "*", SearchOption.AllDirectories).Where(path => !path.Contains($"{Path.DirectorySeparatorChar}sandbox{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            file.CopyTo(copy);
            Assert.True(copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(Encoding.UTF8.GetBytes(Canary)) < 0, path);
            Assert.True(copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(Encoding.Unicode.GetBytes(Canary)) < 0, path);
        }

        Assert.DoesNotContain(bench.Warnings.Texts, message => message.Contains(Canary, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        if (office is not null) await office.DisposeAsync();
        await bench.DisposeAsync();
    }

    [GeneratedRegex("/l/([A-Za-z0-9_-]{22})")]
    private static partial Regex LinkToken();
}
