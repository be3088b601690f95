using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;
using PartnerOffice.Meetings;
using PartnerOffice.Retreats;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Retreats;

/// <summary>A retreat in the calendars of both tenants: when people have time, and the invitation of both boards.</summary>
public sealed class PlanRetreatTests
{
    private const string Berlin = "W. Europe Standard Time";

    private static readonly Partnership Partnership = DeliveryWorld.Partnership;

    /// <summary>The same with a mailbox behind each account of the two tenants.</summary>
    private static readonly Partnership WithMailboxes = Partnership with
    {
        Districts = [.. Partnership.Districts.Select(district => district with
        {
            People = [.. district.People.Select(person => person.CalendarAddress is { } address ? person with { Addresses = [new(address, false)] } : person)],
        })],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_the_end_of_a_year_in_which_no_day_is_left_days_after_it_are_found()
    {
        using var bench = RetreatBench.Start(start: new(2027, 11, 28, 9, 0, 0, TimeSpan.Zero));

        var suggestion = await bench.Suggesting.RunAsync(new(Year: 2027), Token);

        Assert.Equal(2027, suggestion.Year);
        Assert.NotEmpty(suggestion.Dates.Proposed);
        Assert.All(suggestion.Dates.Proposed, date => Assert.Equal(2028, date.Day.Year));
    }

    [Fact]
    public async Task Each_tenant_is_asked_for_its_own_people_and_whoever_has_no_account_is_unknown()
    {
        using var bench = RetreatBench.Start();
        var identities = new SandboxIdentities(bench.Folder);
        var route = PartnershipRoute.Of(Partnership, identities.Of);
        await using var sandbox = await new EmbeddedSandbox(SandboxWorld.SeedOf(WithMailboxes, identities.Of)).StartAsync(bench.Folder, bench.Clock, Token);
        using var connections = new GraphConnections(EmbeddedSandbox.EndpointOf(sandbox), new() { Time = bench.Clock, Waits = new LedgerWaits(bench.Database, bench.Clock) });
        TenantDesk Open(DistrictId district) => new(connections.Of(route.Districts[district].Identity), null);
        var people = sandbox.Calendars;
        people.Enter("anna.beispiel@steinfurt.onmicrosoft.example", "Fest", new(2027, 2, 6, 10, 0, 0), new(2027, 2, 6, 16, 0, 0), Berlin);
        people.Enter("bernd.muster@steinfurt.onmicrosoft.example", "Verabredung", new(2027, 3, 28, 15, 0, 0), new(2027, 3, 28, 18, 0, 0), Berlin);
        people.Enter("jana.kopie@mse.onmicrosoft.example", "Vielleicht", new(2027, 2, 6, 10, 0, 0), new(2027, 2, 6, 12, 0, 0), Berlin, "tentative");

        var suggestion = await new SuggestRetreat(bench.Ledger, Open, Partnership, bench.Clock).RunAsync(new(Until: new(2027, 2, 28)), Token);

        Assert.Equal([(3, 7), (4, 7)], suggestion.Known.Select(board => (board.Known, board.Members)));
        Assert.Equal(["Clara Probe", "Dirk Vorlage", "Frank Formular", "Ingo Schablone"], suggestion.Known[0].Unknown);
        Assert.True(suggestion.NeedsPoll);
        Assert.Equal([(2, 0, 1, 4), (3, 1, 0, 3)], suggestion.Dates.Proposed.Single(date => date.Day == new DateOnly(2027, 2, 6)).Boards.Select(board => (board.Free, board.IfNeeded, board.Busy, board.Unknown)));
        Assert.Equal(new DateOnly(2027, 2, 13), suggestion.Dates.Proposed[0].Day);

        // Over more days than one question may span, and over the night in which the clocks go forward.
        var known = await new RetreatCalendars(Open, Partnership).ReadAsync(new(2027, 2, 2), new(2027, 5, 2), Token);
        var bernd = PersonId.Parse("st-02");
        Assert.Equal([DayAnswer.Yes, DayAnswer.No, DayAnswer.Yes, DayAnswer.Yes], ((DateOnly[])[new(2027, 3, 27), new(2027, 3, 28), new(2027, 3, 29), new(2027, 5, 2)]).Select(day => known.Of(bernd, day, day)));
        Assert.Null(known.Of(bernd, new(2027, 5, 3), new(2027, 5, 3)));
    }

    [Fact]
    public async Task What_both_confirmed_is_invited_to_once_and_a_cancelled_meeting_opens_the_year_again()
    {
        await using var bench = await CourierBench.StartAsync(Token, new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero));
        var (steinfurt, mse) = (Partnership.Districts[0], Partnership.Districts[1]);
        var desk = new RetreatDesk(bench.Ledger, Partnership, bench.Clock, null);
        var plan = new PlanRetreat(desk, new PlanMeeting(bench.Ledger, Partnership, bench.Clock, new(bench.Ledger.Links, null)), Partnership, bench.Clock);
        Task<(Retreat Retreat, MeetingProposal Proposal)> PrepareAsync(Retreat one) => plan.PrepareAsync(one.Id.ToString(), draft => draft with { Start = new(10, 0), Place = "Bürgerbüro, Beispielstraße 7, 17033 Neubrandenburg" }, new(null, null, null, null, []), Token);
        // Over the night in which the clocks go forward.
        var retreat = await desk.ProposeAsync(new(mse.Id, new(2027, 3, 27), new(2027, 3, 28)), null, steinfurt, steinfurt.CoordinatorOn(new(2027, 1, 4))!, Token);
        Assert.Equal("not-agreed", (await Assert.ThrowsAsync<RetreatException>(() => PrepareAsync(retreat))).Code);
        retreat = await desk.ConfirmAsync(retreat.Id, mse, mse.CoordinatorOn(new(2027, 1, 4))!, Token);

        var (agreed, proposal) = await PrepareAsync(retreat);
        var known = await plan.RunAsync(agreed, proposal, "mse-05", Token);
        await plan.RunAsync(agreed, (await PrepareAsync(retreat)).Proposal, "mse-05", Token);
        await bench.DriveAsync(Token);

        Assert.Equal((14, mse.Id, MeetingKind.JointRetreat), (proposal.List.People.Count, known.Plan.District, known.Plan.Kind));
        Assert.Contains("Nächste Klausur: Gastgeber und Termin", proposal.Board.Body, StringComparison.Ordinal);
        var key = SecretStore.Open(bench.World.Folder, null).StepKey(Partnership.Id, known.Current.Maker(mse.Id), DeliveryStep.Event);
        var calendar = new CalendarPlace(MailboxId.Parse(mse.Mailbox!.Value.ToString()), mse.TimeZone);
        var made = Assert.Single(await bench.Partner.Calendars.FindByKeyAsync(calendar, key, Token));
        Assert.Equal((new DateTime(2027, 3, 27, 10, 0, 0), new DateTime(2027, 3, 28, 14, 0, 0)), (made.Start, made.End));
        Assert.Equal(TimeSpan.FromHours(27), known.Plan.Time.Duration);
        Assert.Equal(known.Plan.Id, (await desk.FindAsync(retreat.Id.ToString(), Token)).Meeting);
        // Moved by one side alone, it is no longer what both confirmed.
        Assert.False((await desk.FindAsync(retreat.Id.ToString(), Token)).IsInvitedOtherwise);
        var move = new MoveMeeting(bench.Ledger, Partnership, bench.Clock, new(bench.Ledger.Links, null));
        await move.RunAsync(move.Prepare(known, PlannedMeetings.Moved(known.Plan.Time, new(2027, 4, 10), null, null, null, null), known.Plan.Place, null), "mse-05", Token);
        Assert.True((await desk.FindAsync(retreat.Id.ToString(), Token)).IsInvitedOtherwise);
        Assert.Equal("still-planned", (await Assert.ThrowsAsync<RetreatException>(() => desk.CancelAsync(retreat.Id, mse, mse.CoordinatorOn(new(2027, 1, 4))!, Token))).Code);

        var cancel = new CancelMeeting(bench.Ledger, Partnership, bench.Clock, new(bench.Ledger.Links, null));
        await cancel.RunAsync(await cancel.PrepareAsync(known, withDays: false, Token), "mse-05", Token);

        Assert.True((await desk.FindAsync(retreat.Id.ToString(), Token)).IsCancelled);
        Assert.Equal("klausur-2027-2", (await desk.ProposeAsync(new(mse.Id, new(2027, 6, 5), new(2027, 6, 5)), null, mse, mse.CoordinatorOn(new(2027, 1, 4))!, Token)).Id.ToString());
        Assert.Equal([true, false], (await desk.ListAsync(Token)).Select(one => one.IsCancelled));
    }

    [Fact]
    public async Task The_minutes_of_the_planned_meeting_record_who_took_part()
    {
        using var bench = RetreatBench.Start();
        var retreat = await bench.AgreeAsync(bench.Steinfurt, new(2027, 4, 10));
        var minutes = MinutesId.Parse("steinfurt-2027-04-10-klausur", null);
        await bench.Desk.LinkAsync(retreat.Id, minutes, "st-05", Token);
        IReadOnlyList<BoardPresence> attended = [.. bench.Partnership.Districts.Select(district => new BoardPresence(district.Id, [.. district.People.Take(3).Select(person => person.Id)]))];

        Assert.False(await bench.Ledger.Retreats.RecordAsync(bench.Partnership.Id, minutes, attended, new(2027, 4, 9), Token));
        Assert.False(await bench.Ledger.Retreats.RecordAsync(bench.Partnership.Id, MinutesId.Parse("steinfurt-2027-04", null), attended, new(2027, 4, 12), Token));
        Assert.True(await bench.Ledger.Retreats.RecordAsync(bench.Partnership.Id, minutes, attended, new(2027, 4, 12), Token));

        var held = await bench.Desk.FindAsync(retreat.Id.ToString(), Token);
        Assert.Equal((RetreatState.Held, "st-01 st-02 st-03"), (held.On(new(2027, 4, 12), 2), string.Join(' ', held.Attended[0].Members)));
    }
}
