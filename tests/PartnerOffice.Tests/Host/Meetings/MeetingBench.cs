using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;
using PartnerOffice.Meetings;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Meetings;

/// <summary>What the people of a board do with its meetings, over a bench with a fake clock.</summary>
internal sealed class MeetingBench(CourierBench bench, Partnership? partnership = null)
{
    /// <summary>The number of the meeting in its year; each is a meeting of its own.</summary>
    public int Number { get; init; } = 9;

    public MinutesId Id => MinutesId.Parse(FormattableString.Invariant($"steinfurt-2026-{Number:00}"), null);

    /// <summary>Somebody's own addresses: they stand in the mails to these people and nowhere else.</summary>
    public static IReadOnlyList<string> PrivateAddresses { get; } =
        [.. DeliveryWorld.Partnership.Districts.SelectMany(district => district.People).SelectMany(person => person.Addresses).Where(address => address.IsPrivate).Select(address => address.Mail.ToString())];

    /// <summary>The same with a board of two: one with an account, one without.</summary>
    public static Partnership OfTwo { get; } = DeliveryWorld.Partnership with
    {
        Districts = [DeliveryWorld.Partnership.Districts[0] with { People = [.. DeliveryWorld.Partnership.Districts[0].People.Where(person => person.Id.ToString() is "st-01" or "st-03")] }, DeliveryWorld.Partnership.Districts[1]],
    };

    public Partnership Partnership { get; } = partnership ?? DeliveryWorld.Partnership;

    public District Own => Partnership.Districts[0];

    public CalendarPlace Calendar => new(MailboxId.Parse(Own.Mailbox!.Value.ToString()), Own.TimeZone);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private AnswerLines Answers => new(bench.Ledger.Links, Service);

    /// <summary>Where people reach the service; null for nowhere.</summary>
    public Uri? Service { get; init; }

    public PlanMeeting Planning => new(bench.Ledger, Partnership, bench.Clock, Answers);

    public MoveMeeting Moving => new(bench.Ledger, Partnership, bench.Clock, Answers);

    public CancelMeeting Cancelling => new(bench.Ledger, Partnership, bench.Clock, Answers);

    /// <summary>The draft of a meeting in September, after the sample's.</summary>
    public MinutesDraft Draft(DraftRequest? request = null, string place = "Geschäftsstelle, Beispielweg 1, 48565 Steinfurt") => MeetingDraft.Of(
        Partnership, Own, request ?? new DraftRequest(MeetingKind.BoardMeeting, new(2026, 8, 3), null) { Date = new(2026, 9, 8), Number = FormattableString.Invariant($"KV-ST 2026/{Number:00}"), Start = new(19, 0), Place = place });

    public Task<MeetingProposal> ProposeAsync(MinutesDraft? draft = null, MeetingRequest? request = null) =>
        Planning.PrepareAsync(draft ?? Draft(), request ?? new(new(22, 0), null, null, null, []), Token);

    public async Task<KnownMeeting> PlanAsync(MinutesDraft? draft = null, MeetingRequest? request = null) => await Planning.RunAsync(await ProposeAsync(draft, request), "st-02", Token);

    public async Task<KnownMeeting> MoveAsync(DateOnly day, string? place = null)
    {
        var known = (await FindAsync())!;
        return await Moving.RunAsync(Moving.Prepare(known, PlannedMeetings.Moved(known.Plan.Time, day, null, null, null, null), place ?? known.Plan.Place, null), "st-02", Token);
    }

    public async Task<KnownMeeting> CancelAsync(MinutesId? meeting = null, bool withDays = false) =>
        await Cancelling.RunAsync(await Cancelling.PrepareAsync((await FindAsync(meeting))!, withDays, Token), "st-02", Token);

    public Task<KnownMeeting?> FindAsync(MinutesId? meeting = null) => bench.Ledger.Meetings.FindAsync(Partnership.Id, meeting ?? Id, Token);

    public Task DriveAsync() => bench.DriveAsync(Token);

    /// <summary>The events that were made for this meeting, as it is planned now.</summary>
    public async Task<IReadOnlyList<CalendarEvent>> EventsAsync() => await bench.Own.Calendars.FindByKeyAsync(Calendar, KeyOf((await FindAsync())!), Token);

    public string KeyOf(KnownMeeting known) => SecretStore.Open(bench.World.Folder, null).StepKey(Partnership.Id, known.Current.Maker(Own.Id), DeliveryStep.Event);

    /// <summary>What Exchange told each account, in order: "anna.beispiel Invitation".</summary>
    public IEnumerable<string> Told(string person, string subject = "") =>
        bench.Sandbox.MeetingMails.Where(mail => mail.To.StartsWith(person, StringComparison.Ordinal) && mail.Subject.Contains(subject, StringComparison.Ordinal)).Select(mail => mail.Kind.ToString());

    /// <summary>What we sent by mail to an address, in order: the subject and the calendar file.</summary>
    public IReadOnlyList<SentMail> MailsTo(string address) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(bench.World.Folder, "sandbox"), "*.eml", SearchOption.AllDirectories)
            .Where(file => file.Contains("SentItems", StringComparison.OrdinalIgnoreCase))
            .Select(File.ReadAllText).Where(text => text.Contains($"To: {address}", StringComparison.Ordinal)).Select(Mail).OrderBy(mail => Sequence(mail.Calendar)).ThenBy(mail => mail.Subject, StringComparer.Ordinal),
    ];

    public static int Sequence(string calendar) => int.Parse(Line(calendar, "SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture);

    public static string Line(string calendar, string name) =>
        calendar.Split("BEGIN:VEVENT")[1].Split('\n').First(line => line.StartsWith($"{name}:", StringComparison.Ordinal) || line.StartsWith($"{name};", StringComparison.Ordinal)).Split(':', 2)[1].Trim();

    /// <summary>The row of the shared tracker; null where there is none.</summary>
    public async Task<IReadOnlyDictionary<string, TrackerValue?>?> RowAsync(MinutesId? meeting = null) =>
        TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), TrackerTables.Meetings).SingleOrDefault(row => row[TrackerTables.Key] is TrackerValue.Text key && key.Value == (meeting ?? Id).ToString())?.Cells;

    /// <param name="Calendar">The file that came with it.</param>
    internal sealed record SentMail(string Subject, string Text, string Calendar);

    private static SentMail Mail(string eml)
    {
        var parts = eml.Split($"--{eml.Split("boundary=\"")[1].Split('"')[0]}");
        var subject = Decoded(eml.Split("\r\nSubject: ")[1].Split("\r\nMessage-ID")[0]);
        var (text, file) = (parts[1].Split("\r\n\r\n", 2)[1], parts[2].Split("\r\n\r\n", 2)[1]);
        return new(subject, text, System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(file.Trim())));
    }

    private static string Decoded(string header) => string.Concat(header.Split(["\r\n ", " =?"], StringSplitOptions.None).Select(word => word.Contains("utf-8?B?", StringComparison.Ordinal)
        ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(word.Split("?B?")[1].Split("?=")[0]))
        : word));
}
