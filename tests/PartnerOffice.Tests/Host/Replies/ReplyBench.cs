using Microsoft.Extensions.Logging.Abstractions;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Features.Inviting;
using PartnerOffice.Graph;
using PartnerOffice.Meetings;
using PartnerOffice.Tests.Host.Meetings;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Replies;

/// <summary>A meeting to which people are invited, what they do in Outlook, and the service that looks there; by a fake clock.</summary>
internal sealed class ReplyBench(CourierBench bench, MeetingBench board) : IAsyncDisposable
{
    public static readonly Uri Service = new("https://dienst.example/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public CourierBench Bench => bench;

    public MeetingBench Board => board;

    public Ledger Ledger => bench.Ledger;

    public string Mailbox => board.Own.Mailbox!.Value.ToString();

    private AnswerLines Answers => new(bench.Ledger.Links, board.Service);

    /// <param name="isPlanned">Whether people are invited already.</param>
    public static async Task<ReplyBench> StartAsync(bool isPlanned = true, Partnership? partnership = null)
    {
        var bench = await CourierBench.StartAsync(Token);
        var replies = new ReplyBench(bench, new(bench, partnership) { Service = Service });
        if (!isPlanned) return replies;

        await replies.Board.PlanAsync();
        await replies.Board.DriveAsync();
        return replies;
    }

    public async Task<KnownMeeting> KnownAsync() => (await board.FindAsync())!;

    public async Task<string> UidAsync() => (await KnownAsync()).ICalUId!;

    public string AddressOf(string person) => board.Own.Find(person)!.UserPrincipalName!;

    public async Task AcceptAsync(string person, string? comment = null) => bench.Sandbox.Calendars.Accept(AddressOf(person), await UidAsync(), comment);

    public async Task DeclineAsync(string person, string? comment = null) => bench.Sandbox.Calendars.Decline(AddressOf(person), await UidAsync(), comment);

    /// <summary>Somebody of the office moves the event in Outlook; it takes three hours, from 19:00 on.</summary>
    public async Task MoveInOutlookAsync(DateOnly day, string? uid = null) =>
        bench.Sandbox.Calendars.Move(Mailbox, uid ?? await UidAsync(), day.ToDateTime(new(19, 0)), day.ToDateTime(new(22, 0)), "Europe/Berlin");

    public Task LookAsync() => new CalendarRound(
        bench.Ledger, board.Partnership, board.Own, MailboxId.Parse(Mailbox), bench.Own.Calendars, new(bench.Ledger, board.Partnership, bench.Clock, Answers), bench.Clock, NullLogger<CalendarRound>.Instance)
        .RunAsync(Token);

    public Task RemindAsync() => new ReminderRound(bench.Ledger, board.Partnership, board.Own, Answers, bench.Clock).RunAsync(Token);

    public Task<KnownMeeting?> EnterAsync(string person, InvitationAnswer? answer) =>
        bench.Ledger.Answers.EnterAsync(board.Partnership.Id, board.Id, PersonId.Parse(person), answer, "st-02", Token);

    public Task<bool> TakeAsync(string person, InvitationAnswer answer, int generation = 1) =>
        bench.Ledger.Answers.TakeAsync(board.Partnership.Id, board.Id, generation, PersonId.Parse(person), answer, Token);

    /// <summary>So much time passes, with everything that happens by itself.</summary>
    public Task PassAsync(TimeSpan time) => PassUntilAsync(bench.Clock.GetUtcNow() + time);

    public async Task PassUntilAsync(DateTimeOffset until)
    {
        await bench.DriveAsync(Token, until);
        if (until > bench.Clock.GetUtcNow()) bench.Clock.Advance(until - bench.Clock.GetUtcNow());
    }

    public async Task<string> CountsAsync() => await KnownAsync() is var known ? known.Count(InvitationList.Of(known.Plan, board.Partnership).People).Words.German : "";

    /// <summary>What the tracker says of answers; null for nothing.</summary>
    public async Task<string?> TrackerSaysAsync() => ((await board.RowAsync())!.GetValueOrDefault(TrackerTables.Answers) as TrackerValue.Text)?.Value;

    /// <summary>To whom reminders went, in order.</summary>
    public IReadOnlyList<string> Reminded =>
    [
        .. Directory.EnumerateFiles(Path.Combine(bench.World.Folder, "sandbox"), "*.eml", SearchOption.AllDirectories)
            .Where(file => file.Contains("SentItems", StringComparison.OrdinalIgnoreCase))
            .Select(File.ReadAllText).Where(text => text.Contains("Weiter wird nicht erinnert", StringComparison.Ordinal))
            .Select(text => text.Split("\r\nTo: ")[1].Split("\r\n")[0]).Order(StringComparer.Ordinal),
    ];

    /// <summary>Everything that the service itself keeps in its folder.</summary>
    public string Kept() => string.Concat(Directory.EnumerateFiles(bench.World.Folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(file =>
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }));

    public ValueTask DisposeAsync() => bench.DisposeAsync();
}
