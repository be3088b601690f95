using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Inviting;
using PartnerOffice.Graph;
using PartnerOffice.Meetings;
using PartnerOffice.Sandbox;
using Xunit;

namespace PartnerOffice.Tests.Support;

/// <summary>One board: what its office and its people do with meetings, by command, in Outlook and by link, and how a meeting stands everywhere.</summary>
internal sealed class BoardLife(MeetingLife life, BoardWatch watch)
{
    /// <summary>Stands in what people write beside an answer; nobody keeps it.</summary>
    public const string Comment = "Antwortkanarie-4711";

    private readonly Dictionary<string, MinutesId> ids = [];
    private readonly Dictionary<string, Minutes> drafts = [];
    private IReadOnlyList<DateOnly> days = [];

    public BoardWatch Watch => watch;

    public District Own => life.Partnership.Find(watch.District)!;

    public GraphConnection Graph => Own == life.Partnership.Districts[0] ? life.Bench.Own : life.Bench.Partner;

    /// <summary>Whether somebody did something in its calendar since the last look.</summary>
    public bool IsTouched { get; private set; }

    /// <summary>Whether an event was not found at the last look.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Its meetings, as a test calls them.</summary>
    public IEnumerable<string> Keys => ids.Keys;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Ledger Ledger => life.Bench.Ledger;

    private string Mailbox => Own.Mailbox!.Value.ToString();

    private CalendarPlace Calendar => new(MailboxId.Parse(Mailbox), Own.TimeZone);

    private AnswerLines Lines => new(Ledger.Links, MeetingLife.Service);

    private string Secretary => Own.HoldersOn(OfficeRole.Secretary, Today)[0].Id.ToString();

    private DateOnly Today => life.Bench.Clock.Today(Own.TimeZone);

    /// <summary>Plans a meeting with a draft of its minutes, which is filled into Word and read again.</summary>
    /// <param name="key">As the test calls it; planned again it is called the same.</param>
    public async Task PlanAsync(string key, DraftRequest asked, MeetingRequest request)
    {
        var planning = new PlanMeeting(Ledger, life.Partnership, life.Bench.Clock, Lines);
        var proposal = await planning.PrepareAsync(MeetingDraft.Of(life.Partnership, Own, asked), request, Token);
        var known = await planning.RunAsync(proposal, Secretary, Token);
        (ids[key], drafts[key]) = (known.Plan.Id, InWord(proposal.Draft!));
    }

    /// <summary>Plans a monthly series.</summary>
    public async Task PlanSeriesAsync(string key, DateOnly from, DateOnly until, AgreedPause pause, TimeOnly start, TimeOnly end)
    {
        var planning = new PlanMeeting(Ledger, life.Partnership, life.Bench.Clock, Lines);
        var series = MeetingSeries.Monthly(Own.Id, from, until, [pause]);
        var proposal = planning.PrepareSeries(series, Own, MeetingForm.InPerson, MeetingTime.Of(from, start, null, end, Own.TimeZone), "Geschäftsstelle");
        ids[key] = (await planning.RunAsync(proposal, Secretary, Token)).Plan.Id;
    }

    public async Task MoveAsync(string key, DateOnly day, TimeOnly? start = null, TimeOnly? end = null)
    {
        var (moving, known) = (new MoveMeeting(Ledger, life.Partnership, life.Bench.Clock, Lines), await KnownAsync(key));
        await moving.RunAsync(moving.Prepare(known, PlannedMeetings.Moved(known.Plan.Time, day, start, end, null, null), known.Plan.Place, null), Secretary, Token);
    }

    public async Task CancelAsync(string key)
    {
        var cancelling = new CancelMeeting(Ledger, life.Partnership, life.Bench.Clock, Lines);
        await cancelling.RunAsync(await cancelling.PrepareAsync(await KnownAsync(key), withDays: false, Token), Secretary, Token);
    }

    /// <summary>The office writes a letter or takes the telephone, and records it.</summary>
    public async Task InviteAsync(string key, string person, InvitationChannel channel) =>
        await new RecordInvitation(Ledger, life.Partnership, life.Bench.Clock).RunAsync(await KnownAsync(key), person, channel, null, Secretary, Token);

    /// <summary>The office enters what somebody said.</summary>
    public async Task EnterAsync(string key, string person, InvitationAnswer answer) =>
        await new RecordAnswer(Ledger, life.Partnership).RunAsync(await KnownAsync(key), person, answer, Secretary, Token);

    /// <summary>Somebody answers by the link of the last message about this meeting.</summary>
    public async Task PressAsync(string key, string address, InvitationAnswer answer)
    {
        var number = (await KnownAsync(key)).Plan.Number;
        var token = life.Letters().Last(letter => letter.To == address && letter.Token is not null && letter.Subject.Contains(number, StringComparison.Ordinal)).Token!;
        var link = (await Ledger.Links.FindAsync(token, Token))!;
        var (meeting, generation) = AnswerLines.ReadSubject(link.Purpose.Subject)!.Value;
        Assert.True(await Ledger.Answers.TakeAsync(link.Purpose.Partnership, meeting, generation, PersonId.Parse(link.Purpose.Person), answer, Token), $"{key}: the link of {link.Purpose.Person} is none.");
    }

    public Task PressAsync(string key, PersonId person, InvitationAnswer answer) => PressAsync(key, PersonOf(person).Addresses[0].Mail.ToString(), answer);

    /// <summary>Somebody answers in their own calendar.</summary>
    public async Task ReplyAsync(string key, string person, InvitationAnswer answer)
    {
        var (address, uid) = (PersonOf(PersonId.Parse(person)).UserPrincipalName!, (await KnownAsync(key)).ICalUId!);
        Touch(people =>
        {
            if (answer == InvitationAnswer.Accepted) people.Accept(address, uid, Comment);
            else if (answer == InvitationAnswer.Declined) people.Decline(address, uid, Comment);
            else people.AnswerTentatively(address, uid, Comment);
        });
    }

    public async Task ProposeAsync(string key, string person, DateTime start)
    {
        var uid = (await KnownAsync(key)).ICalUId!;
        Touch(people => people.Propose(PersonOf(PersonId.Parse(person)).UserPrincipalName!, uid, start, start.AddHours(2), "Europe/Berlin", Comment));
    }

    public async Task MoveInOutlookAsync(string key, DateTime start, DateTime end)
    {
        var uid = (await KnownAsync(key)).ICalUId!;
        Touch(people => people.Move(Mailbox, uid, start, end, "Europe/Berlin"));
    }

    public async Task MoveInOutlookAsync(string key, string place)
    {
        var uid = (await KnownAsync(key)).ICalUId!;
        Touch(people => people.Change(Mailbox, uid, new() { ["location"] = new System.Text.Json.Nodes.JsonObject { ["displayName"] = place } }));
    }

    public async Task CancelInOutlookAsync(string key)
    {
        var uid = (await KnownAsync(key)).ICalUId!;
        Touch(people => people.Cancel(Mailbox, uid));
    }

    /// <summary>The service looks into the calendar, and reminds.</summary>
    public async Task LookAsync()
    {
        await new CalendarRound(
            Ledger, life.Partnership, Own, MailboxId.Parse(Mailbox), Graph.Calendars, new(Ledger, life.Partnership, life.Bench.Clock, Lines), life.Bench.Clock, NullLogger<CalendarRound>.Instance).RunAsync(Token);
        await new ReminderRound(Ledger, life.Partnership, Own, Lines, life.Bench.Clock).RunAsync(Token);
        var open = await Ledger.Meetings.OpenAsync(life.Partnership.Id, Own.Id, Token);
        (IsTouched, IsMissing, days) = (false, open.Any(known => known.Sight.MissingSince is not null), [.. open.Where(known => known.Plan.Rhythm is null).Select(known => known.Plan.Time.Day)]);
    }

    /// <summary>Whether the timer may find something on this morning: it looks on Mondays, and in the week before a meeting, when people are reminded.</summary>
    public bool IsDueOn(DateOnly day) => day.DayOfWeek == DayOfWeek.Monday
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && days.Any(meeting => meeting > day && meeting <= day.AddDays(7)));

    public async Task<KnownMeeting> KnownAsync(string key) => (await Ledger.Meetings.FindAsync(life.Partnership.Id, ids[key], Token))!;

    /// <summary>
    /// How a meeting stands: ledger, when, ways of invitation, answers, events in the calendar, the tracker's row, mails (invited, moved, cancelled,
    /// reminded), messages of Exchange (invited, changed, cancelled), the draft.
    /// </summary>
    public async Task<string> RowAsync(string key, IReadOnlyList<TrackerRow> tracker)
    {
        var known = await KnownAsync(key);
        var plan = known.Plan;
        var name = plan.Rhythm is null ? plan.Number : "Sitzungen Kreisvorstand";
        var counts = known.Count(InvitationList.Of(plan, life.Partnership).People).Words.German;
        var letters = life.Letters().Where(letter => letter.Subject.Contains(name, StringComparison.Ordinal)).ToList();
        var told = life.Bench.Sandbox.MeetingMails.Where(mail => mail.Subject.Contains(name, StringComparison.Ordinal)).ToList();
        var around = plan.Time.StartsAt;
        var events = await Graph.Calendars.ViewAsync(Calendar, around.AddDays(-45), around.AddDays(45), Token);
        int By(InvitationChannel channel) => known.Invited.Where(one => one.Channel == channel).Select(one => one.Person).Distinct().Count();
        int Kind(MeetingMailKind kind) => told.Count(mail => mail.Kind == kind);
        int Sent(string prefix) => letters.Count(letter => letter.Subject.StartsWith(prefix, StringComparison.Ordinal));
        return string.Create(CultureInfo.InvariantCulture, $"""
            {key} | {(known.State == MeetingState.Planned ? "geplant" : "abgesagt")} {known.Generation}.{known.Sequence} | {plan.Time.Start:dd.MM.yyyy HH:mm} | K{By(InvitationChannel.Calendar)} M{By(InvitationChannel.Mail)} B{By(InvitationChannel.Letter)} T{By(InvitationChannel.Phone)} | {counts} | {events.Count(one => !one.IsCancelled && one.Subject.Contains(name, StringComparison.Ordinal))} | {Tracked(tracker, plan, counts)} | E{letters.Count(letter => letter.IsInvitation)} V{Sent(SentLetter.Moved)} A{Sent(SentLetter.Cancelled)} R{Sent(SentLetter.Reminder)} | {Kind(MeetingMailKind.Invitation)}/{Kind(MeetingMailKind.Update)}/{Kind(MeetingMailKind.Cancellation)} | {Drafted(key)}
            """);
    }

    /// <summary>What stands in its calendar, day by day: whoever may open it reads that.</summary>
    public async Task<IEnumerable<(string Where, string Text)>> CalendarTextsAsync(DateTimeOffset from, DateTimeOffset until) =>
        (await Graph.Calendars.ViewAsync(Calendar, from, until, Token)).Select(one => ($"{Own.ShortName}, {one.Start:yyyy-MM-dd}", $"{one.Subject} {one.Place} {string.Join(' ', one.Attendees.Select(attendee => $"{attendee.Name} {attendee.Address}"))}"));

    // The same numbers as the ledger's are "=", none are "–".
    private static string Tracked(IReadOnlyList<TrackerRow> tracker, PlannedMeeting plan, string counts)
    {
        var rows = tracker.Where(row => row[TrackerTables.Key]?.ToString() == plan.Id.ToString()).ToList();
        if (rows is not [var row]) return rows.Count == 0 ? "–" : "doppelt";

        var said = (row.Cells.GetValueOrDefault(TrackerTables.Answers) as TrackerValue.Text)?.Value;
        var day = row[TrackerTables.Date] switch
        {
            TrackerValue.Day known => known.Value,
            TrackerValue.Number serial => DateOnly.FromDateTime(DateTime.FromOADate(serial.Value)),
            _ => default,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{row[TrackerTables.Minutes]} {day:dd.MM.} {(said is null ? "–" : said == counts ? "=" : said)}");
    }

    private string Drafted(string key) => drafts.GetValueOrDefault(key) is not { } draft ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{draft.Date:dd.MM.} {draft.Start:HH:mm}, {draft.Invitation?.How}");

    private Minutes InWord(MinutesDraft draft)
    {
        var document = MinutesWriter.Draft(MinutesTemplate.Build(draft.Content.Kind), draft.Content, DocumentFrame.Of(draft.Content, life.Partnership), draft.Tables);
        return MinutesReader.Read(PackageGate.Inspect(document, PackageKind.Word)).Minutes!;
    }

    private Person PersonOf(PersonId person) => life.Partnership.Districts.Select(district => district.Find(person)).OfType<Person>().Single();

    private void Touch(Action<PeopleAtTheCalendar> deed)
    {
        deed(life.Bench.Sandbox.Calendars);
        IsTouched = true;
    }
}
