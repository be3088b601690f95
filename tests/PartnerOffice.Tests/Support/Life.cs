using System.Net.Http.Json;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Sharing;
using PartnerOffice.Graph;
using Xunit;

namespace PartnerOffice.Tests.Support;

/// <summary>What the people of a board do with its minutes, over a bench with a fake clock: release, approve, correct, take back.</summary>
internal sealed class Life(CourierBench bench, Partnership? partnership = null)
{
    public Partnership Partnership { get; } = partnership ?? DeliveryWorld.Partnership;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Releasing Releasing => new(bench.Ledger, Partnership, bench.Clock);

    public RecallEdition Recalling => new(bench.Ledger, Partnership, bench.Clock);

    /// <summary>The sample, for another meeting.</summary>
    public static Minutes Minutes(string month = "07", int day = 14, params MinutesId[] approves)
    {
        var sample = Samples.Minutes;
        return sample with
        {
            Id = MinutesId.Parse($"steinfurt-2026-{month}", null),
            Number = $"KV-ST 2026/{month}",
            Date = new DateOnly(2026, int.Parse(month, System.Globalization.CultureInfo.InvariantCulture), day),
            Approval = Approval.Draft,
            Items = [.. sample.Items.Select((item, index) => item with { Resolutions = [.. item.Resolutions.Select((resolution, number) => resolution with { Number = $"B 2026-{month}-{index}{number}", Approves = index == 1 && number == 0 ? approves : [] })] })],
        };
    }

    public Task<ReleaseOutcome> ReleaseAsync(Minutes minutes, string by = "Anna Beispiel") => Releasing.ReleaseAsync(minutes, by);

    /// <summary>As the chair records it.</summary>
    public Task<ReleaseOutcome> ApproveAsync(Minutes minutes, bool withChanges = false) => Releasing.ApproveAsync(minutes, withChanges);

    public DeliveryId DeliveryOf(Minutes minutes, string topic = "") =>
        DeliveryId.Of(Partnership.Id, minutes.Id, minutes.Version.Number, bench.World.From, bench.World.To, DeliveryKind.Edition, topic);

    public DeliveryId RecallOf(Minutes minutes) =>
        DeliveryId.Of(Partnership.Id, minutes.Id, minutes.Version.Number, bench.World.From, bench.World.To, DeliveryKind.Recall);

    public async Task<RecallOutcome> RecallAsync(Minutes minutes, WithdrawalReason reason = WithdrawalReason.Confidential, string topic = "")
    {
        var ground = await bench.Ledger.Recalls.FindAsync(DeliveryOf(minutes, topic), Token);
        return await Recalling.RunAsync(ground!, reason, Partnership.Find(minutes.District)!.People[1], Token);
    }

    /// <summary>Released, approved and with the partner.</summary>
    public async Task<DeliveryStatus> DeliverAsync(Minutes minutes)
    {
        Assert.IsType<ReleaseOutcome.Recorded>(await ReleaseAsync(minutes));
        Assert.IsType<ReleaseOutcome.Recorded>(await ApproveAsync(minutes));
        await bench.DriveAsync(Token);
        return await bench.Ledger.StatusAsync(DeliveryOf(minutes), Token);
    }

    /// <summary>The next version of delivered minutes.</summary>
    public static Minutes Corrected(Minutes minutes, string words = "Die Zahl der Gäste ist berichtigt.") => minutes with
    {
        Version = new MinutesVersion(minutes.Version.Number + 1, "Zahl berichtigt") { Replaces = minutes.Version.Number },
        Items = [.. minutes.Items.Select((item, index) => index == 0 ? item with { Text = [.. item.Text, new TextParagraph([new TextRun(words)])] } : item)],
    };

    /// <summary>The files of the partner's library, by name.</summary>
    public async Task<IReadOnlyDictionary<string, DriveItem>> LibraryAsync()
    {
        var change = await bench.Partner.Drives.DeltaAsync(bench.Library.Drive, null, Token);
        var found = new Dictionary<string, DriveItem>(StringComparer.Ordinal);
        foreach (var item in change.Changes.Select(one => one.Item).OfType<DriveItem>().Where(item => !item.IsFolder && item.Name.EndsWith(".docx", StringComparison.Ordinal))) found[item.Name] = item;
        return found;
    }

    /// <summary>Somebody at the partner's files it away under another name.</summary>
    public async Task MoveAsPartnerAsync(DriveItem item, string folder, string name)
    {
        var place = await bench.Partner.Drives.EnsureFolderAsync(bench.Library.Drive, bench.Library.Folder.Append(folder), Token);
        var (partner, identity) = (Partnership.Find(bench.World.To)!, bench.World.Route.Districts[bench.World.To].Identity);
        using var person = new HttpClient(bench.Sandbox.CreateHandler());
        person.DefaultRequestHeaders.Authorization = new("Bearer", bench.Sandbox.CreateUserToken(identity.TenantId, identity.ClientId, partner.Mailbox!.Value.ToString(), "Files.ReadWrite"));
        var moved = await person.PatchAsJsonAsync(
            $"{bench.Sandbox.GraphUri}/drives/{bench.Library.Drive.Value}/items/{item.Id.Value}", new { name, parentReference = new { id = place.Id.Value } }, Token);
        moved.EnsureSuccessStatusCode();
    }

    /// <summary>What a delivered file says.</summary>
    public async Task<Minutes> ReadAsync(DriveItem item)
    {
        var content = await bench.Partner.Drives.DownloadAsync(bench.Library.Drive, item.Id, Token);
        return MinutesReader.Read(PartnerOffice.Documents.Gate.PackageGate.Inspect(content.Bytes, PartnerOffice.Documents.Gate.PackageKind.Word)).Minutes!;
    }

    /// <summary>All messages of both tenants, as text.</summary>
    public string Mails() => string.Join('\n', Directory.EnumerateFiles(Path.Combine(bench.World.Folder, "sandbox"), "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));
}
