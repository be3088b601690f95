using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.OwnBoard;

/// <summary>R9: what only the board may know comes back until the board has closed it, and no artefact of the partner's ever held a word of it.</summary>
public sealed class RegisterCarryOverTests
{
    private const string Canary = "Zaunkönig-0815-Nachtigall";
    private const string Key = "steinfurt-2026-07/a2";

    private static readonly Partnership Partnership = PartnershipSample.Read();
    private static readonly District Own = Partnership.Districts[0];

    [Fact]
    public void What_the_board_left_open_reaches_the_next_two_drafts_as_its_own_and_is_closed_in_the_register()
    {
        var july = July();
        var register = Apply(TrackerTemplate.Register(), july);

        // August carries it on, and leaves it open; whoever forgets it in September's last minutes finds it in the register.
        var august = Draft(july, register, new(2026, 8, 11));
        var forgotten = august with { FollowUps = [.. august.FollowUps.Where(one => one.Of != Key)], Items = [.. august.Items.Where(item => item.Audience == Audience.Partner)] };
        register = Apply(register, forgotten);
        var september = Draft(forgotten, register, new(2026, 9, 8));
        var closed = september with { FollowUps = [.. september.FollowUps.Select(one => one.Of == Key ? one with { State = ActionState.Done } : one)] };
        register = Apply(register, closed);
        var october = Draft(closed, register, new(2026, 10, 13));

        foreach (var draft in new[] { august, september })
        {
            var followUp = Assert.Single(draft.FollowUps, one => one.Of == Key);
            Assert.Equal((Audience.Board, ActionState.Open), (followUp.Audience, followUp.State));
            Assert.Contains(Canary, followUp.Note, StringComparison.Ordinal);
            // r4 comes along with its action.
            Assert.Contains("zu Beschluss", followUp.Note, StringComparison.Ordinal);
            Assert.Contains(draft.Items, item => item.Audience == Audience.Board && MinutesJson.Says(draft with { Items = [item], FollowUps = [] }, Canary, StringComparison.Ordinal));
            Assert.False(MinutesJson.Says(draft with { Items = [.. draft.Items.Where(item => item.Audience == Audience.Partner)], FollowUps = [.. draft.FollowUps.Where(one => one.Audience == Audience.Partner)] }, Canary, StringComparison.Ordinal));
        }

        Assert.Equal("erledigt", Row(register)[TrackerTables.Standing]!.ToString());
        Assert.Contains(Canary, Row(register)[TrackerTables.Action]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(october.FollowUps, one => one.Of == Key);
        foreach (var minutes in new[] { july, august, closed })
            NothingReachesThePartner(minutes);
    }

    [Fact]
    public void What_the_last_minutes_closed_stays_closed_though_the_register_does_not_know_it_yet()
    {
        var july = July();
        var register = Apply(TrackerTemplate.Register(), july);
        var august = Draft(july, register, new(2026, 8, 11));
        var closed = august with { FollowUps = [.. august.FollowUps.Select(one => one with { State = ActionState.Dropped })] };

        Assert.DoesNotContain(Draft(closed, register, new(2026, 9, 8)).FollowUps, one => one.Of == Key);
    }

    [Fact]
    public void Without_last_minutes_the_register_alone_begins_the_draft()
    {
        var register = Apply(TrackerTemplate.Register(), July());

        var draft = MeetingDraft.Of(Partnership, Own, new(MeetingKind.BoardMeeting, new(2026, 8, 1), null) { Registered = OpenRegister.In(register) }).Content;

        Assert.Equal(Audience.Board, Assert.Single(draft.FollowUps).Audience);
        Assert.Contains(draft.Items, item => item.Title == StandardAgenda.ConfidentialControl);
    }

    [Fact]
    public void What_was_resolved_by_circulation_since_the_last_meeting_is_reported_once_and_stays_in_the_board()
    {
        var july = July();
        var register = TrackerWorkbook.Apply(TrackerTemplate.Register(), [new(TrackerTables.Resolutions,
        [
            Circulated("U 2026-02", "Umlauf", new(2026, 6, 29), "angenommen"),
            Circulated("U 2026-03", null, new(2026, 7, 20), "einstimmig"),
            Circulated("U 2026-04", "Umlaufbeschluss", new(2026, 7, 28), "abgelehnt"),
            Circulated("U 2026-05", "Umlauf", new(2026, 8, 3), null),
            Circulated("U 2026-06", "Umlauf", new(2026, 8, 20), "angenommen"),
            Circulated("B 2026-06-01", "KV-ST 2026/06", new(2026, 7, 20), "angenommen"),
        ])]).Bytes;

        var august = Draft(july, register, new(2026, 8, 11));
        var september = Draft(august, register, new(2026, 9, 8));

        Assert.Equal([("U 2026-03", Outcome.Unanimous), ("U 2026-04", Outcome.Rejected)], august.Circulation.Select(one => (one.Number, one.Outcome)));
        Assert.Equal(
            (Audience.Board, new DateOnly(2026, 7, 20), new Vote(true, 6, 0, 0, 0, VoteMode.Circulation), $"Beschluss {Canary}"),
            (august.Circulation[0].Audience, august.Circulation[0].DecidedOn!.Value, august.Circulation[0].Vote, august.Circulation[0].Wording));
        Assert.Equal(["U 2026-06"], september.Circulation.Select(one => one.Number));
        NothingReachesThePartner(august);
    }

    private static TrackerRow Circulated(string number, string? meeting, DateOnly on, string? outcome) => new(new Dictionary<string, TrackerValue?>(StringComparer.OrdinalIgnoreCase)
    {
        [TrackerTables.Key] = new TrackerValue.Text($"eigene/{number}"),
        [TrackerTables.Meeting] = meeting is null ? null : new TrackerValue.Text(meeting),
        [TrackerTables.Date] = new TrackerValue.Day(on),
        [TrackerTables.Number] = new TrackerValue.Text(number),
        [TrackerTables.Wording] = new TrackerValue.Text($"Beschluss {Canary}"),
        [TrackerTables.Yes] = new TrackerValue.Number(6),
        [TrackerTables.No] = new TrackerValue.Number(0),
        [TrackerTables.Outcome] = outcome is null ? null : new TrackerValue.Text(outcome),
    });

    private static Minutes July() => Samples.Minutes with
    {
        Items = [.. Samples.Minutes.Items.Select(item => item.Audience == Audience.Partner ? item : item with
        {
            Resolutions = [.. item.Resolutions.Select(one => one with { Wording = $"{one.Wording} {Canary}" })],
            Actions = [.. item.Actions.Select(one => one with { What = $"{one.What} {Canary}" })],
        })],
    };

    private static Minutes Draft(Minutes last, ReadOnlyMemory<byte> register, DateOnly date)
    {
        var draft = MeetingDraft.Of(Partnership, Own, new(MeetingKind.BoardMeeting, date, last) { Date = date, Registered = OpenRegister.In(register), Circulated = RegisteredCirculation.In(register, Own) });
        // Through the document, as the secretary gets it.
        var document = MinutesWriter.Draft(MinutesTemplate.Build(), draft.Content, DocumentFrame.Of(draft.Content, Partnership), draft.Tables);
        return Reading.Of(document).Minutes!;
    }

    private static ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> register, Minutes minutes) => TrackerWorkbook.Apply(register, RegisterRows.Of(minutes, Own)).Bytes;

    private static TrackerRow Row(ReadOnlyMemory<byte> register) => Assert.Single(TrackerWorkbook.ReadRows(register, TrackerTables.Actions), row => row[TrackerTables.Key]?.ToString() == Key);

    private static void NothingReachesThePartner(Minutes minutes)
    {
        var edition = Redactor.Redact(minutes, Partnership);
        var accepted = LeakSearch.For(edition).Coincidences.Select(one => new AcceptedCoincidence(one.Place, one.AlsoAt)).ToList();
        Assert.Empty(PackageText.Find(EditionRenderer.Render(edition, accepted).Bytes, Canary));
        var rows = TrackerRows.Of(edition, Own, Partnership.Districts[1], default, "datei.docx");
        Assert.DoesNotContain(rows.SelectMany(entry => entry.Change.Rows).SelectMany(row => row.Cells.Values), value => value?.ToString()?.Contains(Canary, StringComparison.Ordinal) == true);
    }
}
