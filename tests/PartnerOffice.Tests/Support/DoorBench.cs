using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerOffice.Api;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Sharing;
using PartnerOffice.Graph;
using PartnerOffice.PersonalLinks;
using Xunit;

namespace PartnerOffice.Tests.Support;

/// <summary>A board that has no pane: people who lay a file into their library and set its column, and the service that looks there.</summary>
internal sealed partial class DoorBench : IAsyncDisposable
{
    public const string Secretary = "bernd.muster@steinfurt.onmicrosoft.example";
    public const string Chair = "anna.beispiel@steinfurt.onmicrosoft.example";
    public const string Coordinator = "elif.entwurf@steinfurt.onmicrosoft.example";
    public const string File = "Protokolle/Sitzung.docx";

    public static readonly Uri Service = new("https://dienst.example/");

    private readonly DeliveryOffice _office;

    private DoorBench(CourierBench bench, DeliveryOffice office) => (Bench, _office) = (bench, office);

    public CourierBench Bench { get; }

    public BoardLibraryRoute Route => Bench.World.Route.BoardLibraries[Bench.World.From];

    public Ledger Ledger => Bench.Ledger;

    public GraphConnection Own => Bench.Own;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<DoorBench> StartAsync()
    {
        var bench = await CourierBench.StartAsync(Token);
        var office = await DeliveryOffice.OpenAsync(new()
        {
            DataDirectory = bench.World.Folder,
            Routes = [bench.World.Route],
            Endpoint = EmbeddedSandbox.EndpointOf(bench.Sandbox),
            MayOwn = false,
            Time = bench.Clock,
            Key = null,
        }, Token);
        return new(bench, office);
    }

    /// <summary>Minutes in which nothing is left to be settled.</summary>
    public static Minutes Fit(string words = "")
    {
        var minutes = Samples.Minutes with { Approval = Approval.Draft };
        return words.Length == 0 ? minutes : minutes with
        {
            Items = [.. minutes.Items.Select((item, index) => index == 0 ? item with { Text = [.. item.Text, new TextParagraph([new TextRun(words)])] } : item)],
        };
    }

    /// <summary>Somebody writes minutes and saves them.</summary>
    public void Save(Minutes minutes, string by = Secretary, string path = File) =>
        Bench.Sandbox.Save(Route.Drive.Value, path, by, MinutesWriter.Fill(MinutesTemplate.Build(minutes.Kind), minutes, DocumentFrame.Of(minutes, DeliveryWorld.Partnership)).AsSpan());

    /// <summary>Somebody sets the column, in the browser or on a phone.</summary>
    public void Set(string stand, string by, string path = File) => Bench.Sandbox.SetFields(Route.Drive.Value, path, by, new Dictionary<string, string?> { [BoardColumns.State] = stand });

    /// <summary>The service looks.</summary>
    public Task LookAsync(Ledger? ledger = null) =>
        new DoorRound(ledger ?? Bench.Ledger, DeliveryWorld.Partnership, Route, Bench.Own, Service, Bench.Clock, NullLogger<DoorRound>.Instance).RunAsync(Token);

    /// <summary>What the two columns say.</summary>
    public async Task<(string Stand, string Hint)> ColumnsAsync(string path = File)
    {
        var file = await Own.Drives.FindAsync(Route.Drive, DrivePath.Parse(path), Token);
        var row = await Own.Lists.FieldsAsync(Route.Site, Route.List, file!.ListItemId!, Token);
        return (DoorReader.StandOf(row!.Fields), DoorReader.HintOf(row.Fields));
    }

    /// <summary>Sends what is due, without waiting for what is for later.</summary>
    public Task MailAsync() => Bench.DriveAsync(Token, until: Bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(10));

    /// <summary>How many mails of this subject left.</summary>
    public int Mails(string subject) => Bench.Sandbox.Describe().Split('\n').Count(line => line.Contains($": \"{subject}", StringComparison.Ordinal) && !line.Contains("Drafts", StringComparison.Ordinal));

    /// <summary>The token of the newest link in anybody's mail.</summary>
    public async Task<string> LinkAsync()
    {
        await MailAsync();
        var texts = Directory.EnumerateFiles(Path.Combine(Bench.World.Folder, "sandbox"), "*.eml", SearchOption.AllDirectories)
            .OrderByDescending(System.IO.File.GetLastWriteTimeUtc).Select(path => Decoded(System.IO.File.ReadAllText(path)));
        return texts.Select(text => Link().Match(text)).First(found => found.Success).Groups[1].Value;
    }

    /// <summary>The tokens of all links in the mails to this address.</summary>
    public async Task<IReadOnlyList<string>> LinksToAsync(string address)
    {
        await MailAsync();
        var texts = Directory.EnumerateFiles(Path.Combine(Bench.World.Folder, "sandbox"), "*.eml", SearchOption.AllDirectories).Select(path => Decoded(System.IO.File.ReadAllText(path)));
        return [.. texts.Where(text => text.Contains(address, StringComparison.OrdinalIgnoreCase)).Select(text => Link().Match(text)).Where(found => found.Success).Select(found => found.Groups[1].Value).Distinct()];
    }

    /// <summary>Whom a link is for, and what it is about; null where it is not valid.</summary>
    public async Task<LinkPurpose?> PurposeAsync(string token) => (await Ledger.Links.FindAsync(token, Token))?.Purpose;

    /// <summary>The page behind a link, as the phone asks for it.</summary>
    public ReviewAction Phone => new(new ServedOffice(_office, DeliveryWorld.Partnership, Bench.Clock));

    public async ValueTask DisposeAsync()
    {
        await _office.DisposeAsync();
        await Bench.DisposeAsync();
    }

    private static string Decoded(string mail) => mail.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal);

    [GeneratedRegex("https://dienst\\.example/l/([A-Za-z0-9_-]{22})")]
    private static partial Regex Link();
}
