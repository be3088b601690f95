using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Meetings;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Meetings;

/// <summary>A meeting's life: planned, moved, cancelled and planned again, against calendars and mailboxes of the sandbox.</summary>
public sealed class MeetingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Planning_invites_each_person_once_by_the_way_there_is()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);

        await board.PlanAsync();
        await board.DriveAsync();

        var made = Assert.Single(await board.EventsAsync());
        var known = (await board.FindAsync())!;
        Assert.Equal(("Sitzung KV-ST 2026/09 – Kreisvorstand Steinfurt", new DateTime(2026, 9, 8, 19, 0, 0), new DateTime(2026, 9, 8, 22, 0, 0), true), (made.Subject, made.Start, made.End, made.IsPrivate));
        Assert.Equal((made.Id.Value, made.ICalUId, 1, 0), (known.EventId, known.ICalUId, known.Generation, known.Sequence));
        Assert.All((string[])["anna.beispiel", "bernd.muster", "elif.entwurf"], person => Assert.Equal(["Invitation"], board.Told(person)));
        Assert.Equal(3, bench.Sandbox.MeetingMails.Count);
        Assert.All((string[])["clara.probe@example.org", "dirk.vorlage@example.org", "frank.formular@example.org"], address => Assert.Equal("REQUEST", Method(Assert.Single(board.MailsTo(address)).Calendar)));
        Assert.Equal(
            ["st-01 Calendar", "st-02 Calendar", "st-03 Mail", "st-04 Mail", "st-05 Calendar", "st-06 Mail"],
            known.Invited.Select(one => $"{one.Person} {one.Channel}"));
        Assert.Equal(["Ingo Schablone"], PlannedMeetingCard.Of(known, board.Partnership).ByHand);
    }

    [Fact]
    public async Task The_tracker_says_of_a_meeting_of_one_board_no_more_than_that_there_is_one()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);

        await board.PlanAsync(board.Draft(place: "Wohnung Beispiel, Birkenweg 3, 48565 Steinfurt"));
        await board.DriveAsync();

        var row = (await board.RowAsync())!;
        Assert.Equal(
            [(TrackerTables.Key, "steinfurt-2026-09"), (TrackerTables.District, "Steinfurt"), (TrackerTables.Number, "KV-ST 2026/09"), (TrackerTables.Kind, "Kreisvorstandssitzung"), (TrackerTables.Place, "Steinfurt"), (TrackerTables.Minutes, "geplant")],
            row.Where(cell => cell.Value is TrackerValue.Text).Select(cell => (cell.Key, ((TrackerValue.Text)cell.Value!).Value)));
        Assert.Equal(new TrackerValue.Day(new(2026, 9, 8)), row[TrackerTables.Date]);
    }

    [Fact]
    public async Task Planned_twice_everybody_is_invited_once_and_planned_otherwise_it_is_refused()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        await board.PlanAsync();
        await board.DriveAsync();

        await board.PlanAsync();
        await board.DriveAsync();
        var refused = await Assert.ThrowsAsync<MeetingException>(() => board.PlanAsync(request: new(new(23, 0), null, null, null, [])));

        Assert.Equal("meeting-known", refused.Code);
        Assert.Single(await board.EventsAsync());
        Assert.Equal(3, bench.Sandbox.MeetingMails.Count);
        Assert.Single(board.MailsTo("clara.probe@example.org"));
    }

    [Fact]
    public async Task Moving_follows_through_to_event_calendar_file_and_tracker_and_leaves_what_people_wrote()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        await board.PlanAsync();
        await board.DriveAsync();
        var made = Assert.Single(await board.EventsAsync());
        await bench.Own.Calendars.UpdateAsync(board.Calendar, made.Id, new() { Mark = "a person's", Subject = "Sitzung, bitte Kuchen mitbringen" }, Token);

        await board.MoveAsync(new(2026, 9, 15));
        await board.MoveAsync(new(2026, 9, 15));
        await board.DriveAsync();

        var moved = Assert.Single(await board.EventsAsync());
        Assert.Equal((made.Id, "Sitzung, bitte Kuchen mitbringen", new DateTime(2026, 9, 15, 19, 0, 0), new DateTime(2026, 9, 15, 22, 0, 0)), (moved.Id, moved.Subject, moved.Start, moved.End));
        Assert.Equal(["Invitation", "Update", "Update"], board.Told("anna.beispiel"));
        var mails = board.MailsTo("clara.probe@example.org");
        Assert.Equal([0, 1], mails.Select(mail => MeetingBench.Sequence(mail.Calendar)));
        Assert.Single(mails.Select(mail => MeetingBench.Line(mail.Calendar, "UID")).Distinct());
        Assert.Equal("20260915T190000", MeetingBench.Line(mails[1].Calendar, "DTSTART"));
        Assert.StartsWith("Verlegt: ", mails[1].Subject, StringComparison.Ordinal);
        Assert.Equal(new TrackerValue.Day(new(2026, 9, 15)), (await board.RowAsync())![TrackerTables.Date]);
        Assert.Equal(1, (await board.FindAsync())!.Sequence);
    }

    [Fact]
    public async Task Who_left_the_board_after_the_invitation_is_told_once_and_who_came_is_invited()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        await board.PlanAsync();
        await board.DriveAsync();
        var zora = BoardsOfFifteen.Member("st-08", "Zora Umlauf", "zora.umlauf@example.org", from: new(2026, 8, 6));
        var later = new MeetingBench(bench, BoardsOfFifteen.AfterLeaving(board.Partnership, "st-03", new(2026, 8, 5), zora));

        foreach (var day in (int[])[15, 22])
        {
            await later.MoveAsync(new(2026, 9, day));
            await later.DriveAsync();
        }

        await later.CancelAsync();
        await later.DriveAsync();

        Assert.Equal(["REQUEST", "CANCEL"], later.MailsTo("clara.probe@example.org").Select(mail => Method(mail.Calendar)));
        Assert.Equal(["Sitzung", "Verlegt:", "Abgesagt:"], later.MailsTo("zora.umlauf@example.org").Select(mail => mail.Subject.Split(' ')[0]));
        Assert.Single((await later.FindAsync())!.Invited, one => one.Person == zora.Id);
    }

    [Fact]
    public async Task Cancelled_after_somebody_left_the_board_everybody_hears_of_it_who_was_invited()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        await board.PlanAsync();
        await board.DriveAsync();
        var later = new MeetingBench(bench, BoardsOfFifteen.AfterLeaving(board.Partnership, "st-03", new(2026, 8, 5), BoardsOfFifteen.Member("st-08", "Zora Umlauf", "zora.umlauf@example.org")));

        await later.CancelAsync();
        await later.DriveAsync();

        Assert.Equal(["REQUEST", "CANCEL"], later.MailsTo("clara.probe@example.org").Select(mail => Method(mail.Calendar)));
        Assert.Empty(later.MailsTo("zora.umlauf@example.org"));
    }

    [Fact]
    public async Task Cancelled_and_planned_again_it_is_one_cancellation_and_one_new_invitation()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        await board.PlanAsync();
        await board.DriveAsync();
        var first = Assert.Single(await board.EventsAsync());

        await board.CancelAsync();
        await board.CancelAsync();
        await board.DriveAsync();
        var row = (await board.RowAsync())![TrackerTables.Minutes];
        await board.PlanAsync();
        await board.DriveAsync();

        var second = Assert.Single(await board.EventsAsync());
        Assert.NotEqual(first.ICalUId, second.ICalUId);
        Assert.Equal(["Invitation", "Cancellation", "Invitation"], board.Told("bernd.muster"));
        Assert.Equal(new TrackerValue.Text("abgesagt"), row);
        Assert.Equal(new TrackerValue.Text("geplant"), (await board.RowAsync())![TrackerTables.Minutes]);
        var mails = board.MailsTo("clara.probe@example.org");
        Assert.Equal(["CANCEL", "REQUEST", "REQUEST"], mails.Select(mail => Method(mail.Calendar)).Order(StringComparer.Ordinal));
        Assert.Equal(2, mails.Select(mail => MeetingBench.Line(mail.Calendar, "UID")).Distinct().Count());
        Assert.Equal((2, 0, second.ICalUId), ((await board.FindAsync())!.Generation, (await board.FindAsync())!.Sequence, (await board.FindAsync())!.ICalUId));
    }

    [Fact]
    public async Task Cancelled_before_anything_left_nobody_ever_hears_of_it()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        await bench.Ledger.Office.PauseAsync("st-02", Token);
        await board.PlanAsync();

        await board.CancelAsync();
        await bench.Ledger.Office.ResumeAsync("st-02", Token);
        await board.DriveAsync();

        Assert.Empty(bench.Sandbox.MeetingMails);
        Assert.Empty(board.MailsTo("clara.probe@example.org"));
        Assert.Empty((await board.FindAsync())!.Invited);
    }

    [Fact]
    public async Task An_event_that_a_person_took_away_is_not_made_anew_and_a_person_is_told()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        await board.PlanAsync();
        await board.DriveAsync();
        await bench.Own.Calendars.CancelAsync(board.Calendar, Assert.Single(await board.EventsAsync()).Id, "", Token);

        var moved = await board.MoveAsync(new(2026, 9, 15));
        await board.DriveAsync();

        Assert.Empty(await board.EventsAsync());
        var status = await bench.Ledger.StatusAsync(moved.Current.Delivery(board.Own.Id, moved.Current.EventTopic), Token);
        Assert.Equal((StepState.Failed, "event-gone"), (status[DeliveryStep.Event].State, status[DeliveryStep.Event].Error));
    }

    [Fact]
    public async Task Of_a_doubled_event_the_one_that_is_left_is_moved_and_cancelled()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        var known = await board.PlanAsync();
        await board.DriveAsync();
        var ours = (await board.FindAsync())!;
        var copy = await bench.Own.Calendars.CreateAsync(
            board.Calendar, new() { Key = board.KeyOf(known), TransactionId = Guid.NewGuid().ToString(), Subject = "noch einmal", BodyText = "", Start = known.Plan.Time.Start, End = known.Plan.Time.End }, Token);
        bench.Sandbox.Calendars.Delete(board.Calendar.Mailbox.Value, ours.ICalUId!);

        await board.MoveAsync(new(2026, 9, 15));
        await board.DriveAsync();

        Assert.Equal((copy.Id, new DateTime(2026, 9, 15, 19, 0, 0)), (Assert.Single(await board.EventsAsync()).Id, Assert.Single(await board.EventsAsync()).Start));
        var moved = (await board.FindAsync())!;
        Assert.Equal((copy.Id.Value, copy.ICalUId), (moved.EventId, moved.ICalUId));

        await board.CancelAsync();
        await board.DriveAsync();
        Assert.Empty(await board.EventsAsync());
    }

    [Fact]
    public async Task Of_a_joint_meeting_nobody_sees_who_else_is_invited()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        var draft = board.Draft(new DraftRequest(MeetingKind.JointRetreat, new(2026, 8, 3), null) { Date = new(2026, 10, 24), Start = new(10, 0), Place = "Tagungshaus, Seeweg 1, 17192 Waren" });

        var known = await board.PlanAsync(draft, new(new(16, 0), new(2026, 10, 25), null, null, []));
        await board.DriveAsync();

        var made = Assert.Single(await bench.Own.Calendars.FindByKeyAsync(board.Calendar, board.KeyOf(known), Token));
        Assert.True(made.HidesAttendees);
        Assert.Equal(7, made.Attendees.Count);
        Assert.Equal(["Invitation"], board.Told("jana.kopie@mse"));
        Assert.Single(board.MailsTo("petra.stempel@example.org"));
        var row = (await board.RowAsync(known.Plan.Id))!;
        Assert.Equal((new TrackerValue.Text("10:00"), new TrackerValue.Text("Waren")), (row[TrackerTables.Start], row[TrackerTables.Place]));
    }

    [Fact]
    public async Task Neither_a_private_address_nor_a_board_only_title_is_where_it_does_not_belong()
    {
        const string Secret = "Zaunkönig-4711";
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        var draft = board.Draft();
        draft = draft with { Content = draft.Content with { Items = [.. draft.Content.Items.Select(item => item.Audience == Audience.Board ? item with { Title = $"Kündigung {Secret}" } : item)] } };

        await board.PlanAsync(draft, new(new(22, 0), null, null, null, [MailAddress.Parse("gast@anderswo.example")]));
        await board.DriveAsync();
        await board.MoveAsync(new(2026, 9, 15));
        await board.CancelAsync();
        await board.DriveAsync();

        foreach (var file in Directory.EnumerateFiles(bench.World.Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "in-use"))
        {
            var text = await File.ReadAllTextAsync(file, Token);
            Assert.False(text.Contains("Zaunkönig", StringComparison.Ordinal), file);
            // The mail to a person names that person's address; the sandbox's own state keeps the mail.
            var isMail = file.EndsWith(".eml", StringComparison.Ordinal) || Path.GetRelativePath(bench.World.Folder, file).Split(Path.DirectorySeparatorChar)[^1].StartsWith('.') || file.Contains($"{Path.DirectorySeparatorChar}.", StringComparison.Ordinal);
            foreach (var address in MeetingBench.PrivateAddresses.Append("gast@anderswo.example"))
                Assert.True(isMail || !text.Contains(address, StringComparison.OrdinalIgnoreCase), $"{address} in {file}");
        }

        Assert.All(bench.Sandbox.MeetingMails, mail => Assert.DoesNotContain(mail.To, MeetingBench.PrivateAddresses));
        Assert.DoesNotContain("example.org", string.Join('\n', bench.Warnings.Texts), StringComparison.Ordinal);
        Assert.DoesNotContain("clara.probe", Assert.Single(board.MailsTo("gast@anderswo.example").Take(1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_person_invited_by_telephone_is_recorded_and_the_last_word_holds()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        await board.PlanAsync();
        await board.DriveAsync();
        var record = new RecordInvitation(bench.Ledger, board.Partnership, bench.Clock);

        await record.RunAsync((await board.FindAsync())!, "Ingo Schablone", InvitationChannel.Phone, new(2026, 8, 10), "st-02", Token);
        var known = await record.RunAsync((await board.FindAsync())!, "st-07", InvitationChannel.Phone, new(2026, 8, 11), "st-02", Token);

        Assert.Equal(new DateOnly(2026, 8, 11), DateOnly.FromDateTime(Assert.Single(known.Invited, one => one.Person.ToString() == "st-07").At.DateTime));
        Assert.Empty(PlannedMeetingCard.Of(known, board.Partnership).ByHand);
        Assert.Equal("unknown-person", (await Assert.ThrowsAsync<MeetingException>(() => record.RunAsync(known, "Jana Kopie", InvitationChannel.Phone, null, "st-02", Token))).Code);
        Assert.Equal("not-by-hand", (await Assert.ThrowsAsync<MeetingException>(() => record.RunAsync(known, "st-07", InvitationChannel.Mail, null, "st-02", Token))).Code);
    }

    [Fact]
    public async Task Whoever_is_invited_by_mail_answers_by_a_link_where_people_reach_the_service()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench) { Service = new Uri("https://dienst.example/") };

        await board.PlanAsync();
        await board.DriveAsync();

        var (clara, frank) = (Assert.Single(board.MailsTo("clara.probe@example.org")), Assert.Single(board.MailsTo("frank.formular@example.org")));
        var token = clara.Text.Split("https://dienst.example/l/")[1][..22];
        Assert.DoesNotContain(token, frank.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("dienst.example", clara.Calendar, StringComparison.Ordinal);
        var link = (await bench.Ledger.Links.FindAsync(token, Token))!;
        Assert.Equal(("st-03", AnswerLines.Action, "steinfurt-2026-09 1"), (link.Purpose.Person, link.Purpose.Action, link.Purpose.Subject));
        Assert.Equal(new DateTimeOffset(2026, 9, 8, 17, 0, 0, TimeSpan.Zero), link.ExpiresAt);
    }

    [Fact]
    public async Task A_consent_is_for_these_words_these_people_and_this_time()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);

        var proposal = await board.ProposeAsync();

        Assert.Equal(proposal.Sha256, (await board.ProposeAsync()).Sha256);
        Assert.NotEqual(proposal.Sha256, (await board.ProposeAsync(request: new(new(22, 30), null, null, null, []))).Sha256);
        Assert.NotEqual(proposal.Sha256, (await board.ProposeAsync(request: new(new(22, 0), null, null, null, [MailAddress.Parse("gast@anderswo.example")]))).Sha256);
        Assert.NotEqual(proposal.Sha256, (await board.ProposeAsync(board.Draft(place: "anderswo"))).Sha256);
    }

    private static string Method(string calendar) => calendar.Split('\n').Single(line => line.StartsWith("METHOD:", StringComparison.Ordinal))["METHOD:".Length..].Trim();
}
