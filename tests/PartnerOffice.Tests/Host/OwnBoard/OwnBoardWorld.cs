using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.OwnBoard;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.OwnBoard;

/// <summary>An office of the sample partnership whose first board has a library of its own; and what lies in its mailbox.</summary>
internal sealed class OwnBoardWorld : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CrashPoint crash;
    private readonly SandboxIdentities identities;

    private OwnBoardWorld(Partnership partnership, CrashPoint crash)
    {
        (Partnership, this.crash) = (partnership, crash);
        DataFolder.Make(folder.Path);
        identities = new(folder.Path);
    }

    public Partnership Partnership { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 8, 3, 9, 0, 0, TimeSpan.Zero));

    public WarningLog Log { get; } = new();

    public DeliveryOffice Office { get; private set; } = null!;

    public string Folder => folder.Path;

    /// <param name="edit">Changes the sample partnership file, which names a register here.</param>
    public static async Task<OwnBoardWorld> StartAsync(bool convertsToPdf = false, Func<string, string>? edit = null, CrashPoint? crash = null)
    {
        var json = PartnershipSample.Json;
        json = json.Replace("\"register\": null", """
            "register": { "siteId": "steinfurt.sharepoint.example,57e10f00-0000-4000-8000-0000000000a1,57e10f00-0000-4000-8000-0000000000a2", "driveId": "b!steinfurt-vorstand-01", "path": "Register/Vorstandsregister.xlsx" }
            """.Trim(), StringComparison.Ordinal);
        // One of the board reads the office's mail; the others only their own.
        json = json.Replace("""{ "mail": "anna.beispiel@example.org", "private": true }""", """{ "mail": "anna.beispiel@steinfurt.onmicrosoft.example", "private": false }""", StringComparison.Ordinal);
        var world = new OwnBoardWorld(PartnershipFile.Parse(edit?.Invoke(json) ?? json, "partnership.json"), crash ?? new());
        world.Office = await world.OpenAsync(world.crash);
        world.Office.Sandbox!.Settings.ConvertsToPdf = convertsToPdf;
        return world;
    }

    public Task<DeliveryOffice> OpenAsync(CrashPoint another) => DeliveryOffice.OpenAsync(
        new()
        {
            DataDirectory = folder.Path,
            Routes = [PartnershipRoute.Of(Partnership, identities.Of)],
            Sandbox = new(SandboxWorld.SeedOf(Partnership, identities.Of)) { NewTracker = TrackerTemplate.Delivered, NewRegister = () => TrackerTemplate.Register() },
            Time = Clock,
            Crash = another,
            Key = null,
            Loggers = new LoggerFactory([Log]),
        },
        Token);

    /// <summary>Sends, with every coincidence of the sample settled as a secretary does.</summary>
    public async Task<BoardSending> SendAsync(Minutes minutes, SendWish wish, DeliveryOffice? office = null)
    {
        var (send, reading) = (new SendToBoard(office ?? Office, Partnership, Clock), Read(minutes));
        var (sending, stopping) = await send.RunAsync(reading, [], Secretary, wish, Token);
        var given = stopping.Select(finding => GivenReason.TryParse(JudgedFinding.AnswerTo(finding)!, "besprochen", out var reason) ? reason : throw new InvalidOperationException(finding.Rule)).ToList();
        return sending ?? (await send.RunAsync(reading, given, Secretary, wish, Token)).Sending ?? throw new InvalidOperationException("It was not sent.");
    }

    public static Person Secretary(District district) => district.People[1];

    public MinutesReading Read(Minutes minutes) => Reading.Of(MinutesWriter.Fill(MinutesTemplate.Build(minutes.Kind), minutes, DocumentFrame.Of(minutes, Partnership)));

    /// <summary>Every mail in the tenants, as its file says it.</summary>
    public IReadOnlyList<string> Mails(string under = "") =>
        [.. Directory.EnumerateFiles(Path.Combine(folder.Path, "sandbox"), "*.eml", SearchOption.AllDirectories).Where(path => path.Contains(under, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>The file in a mail.</summary>
    public static byte[] FileIn(string mail)
    {
        var part = mail[mail.IndexOf("Content-Transfer-Encoding: base64", StringComparison.Ordinal)..];
        var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return Convert.FromBase64String(body[..body.IndexOf("--", StringComparison.Ordinal)].Replace("\r\n", "", StringComparison.Ordinal));
    }

    /// <summary>The files that lie in the board's own library.</summary>
    public IReadOnlyList<string> Library() =>
        [.. Directory.EnumerateFiles(Path.Combine(folder.Path, "sandbox"), "*", SearchOption.AllDirectories).Where(path => path.Contains("Register/", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal)).Select(path => Path.GetFileName(path)!)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
