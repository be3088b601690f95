using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.Drafting;

public sealed class MeetingDraftTests
{
    private static readonly DateOnly Today = new(2026, 7, 20);

    [Fact]
    public void The_next_draft_has_the_next_number_and_day_and_an_id_of_its_own()
    {
        var draft = Draft(Samples.Minutes).Content;

        Assert.Equal(("KV-ST 2026/08", new DateOnly(2026, 8, 11), "steinfurt-2026-08"), (draft.Number, draft.Date, draft.Id.ToString()));
        Assert.Equal(ApprovalState.Draft, draft.Approval.State);
        Assert.Equal(new MinutesVersion(1, null), draft.Version);
    }

    [Theory]
    [InlineData("2026-07-14", "2026-08-11")]
    [InlineData("2026-09-29", "2026-10-27")]
    [InlineData("2026-12-08", "2027-01-12")]
    public void Without_a_named_day_the_board_meets_on_the_same_weekday_of_the_next_month(string last, string next) =>
        Assert.Equal(DateOnly.Parse(next, null), MeetingCalendar.NextAfter(DateOnly.Parse(last, null), null));

    [Fact]
    public void The_numbers_begin_anew_with_the_year()
    {
        var last = Samples.Minutes with { Number = "KV-ST 2026/12", Date = new DateOnly(2026, 12, 8), Next = null };

        Assert.Equal("KV-ST 2027/01", Draft(last).Content.Number);
    }

    [Fact]
    public void A_number_that_nobody_said_and_nothing_tells_is_named_as_assumed()
    {
        var draft = MeetingDraft.Of(Partnership, District, new DraftRequest(MeetingKind.BoardMeeting, Today, null));

        Assert.Equal("KV-ST 2026/01", draft.Content.Number);
        Assert.Equal(2, draft.Assumed.Count);
    }

    [Fact]
    public void The_standing_agenda_says_who_may_read_what()
    {
        var items = Draft(null).Content.Items;

        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "N 1"], items.Select(item => item.Number));
        Assert.All(items.SkipLast(1), item => Assert.Equal(Audience.Partner, item.Audience));
        Assert.Equal(Audience.Board, items[^1].Audience);
        Assert.Contains("Mecklenburgische Seenplatte", items[8].Title, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entered_agenda_stands_as_it_was_entered_and_what_is_undecided_stays_in_the_board()
    {
        var last = Samples.Minutes with
        {
            Approval = Samples.Minutes.Approval with { State = ApprovalState.Released, ApprovedOn = null, ApprovedIn = null, ApprovedBy = null },
            Items = [.. Samples.Minutes.Items.Select(item => item.Number is "4" or "N 1" ? item with { Status = ItemStatus.Postponed } : item with { Status = ItemStatus.DealtWith })],
        };
        StandardItem[] entered =
        [
            new("Begrüßung", Audience.Partner), new(StandardAgenda.ApprovalPart, Audience.Partner), new("Sommerfest", Audience.Undecided),
            new("Mitgliederangelegenheit Hanna Heimlich", Audience.Board), new("Verschiedenes", Audience.Partner),
        ];

        var draft = Draft(last, entered);

        Assert.Equal(
            [
                ("1", "Begrüßung", Audience.Partner), ("2", "Genehmigung des Protokolls vom 14.07.2026 und Bericht über Umlaufbeschlüsse", Audience.Partner), ("3", "Sommerfest", Audience.Undecided),
                ("4", "Finanzen", Audience.Partner), ("5", "Verschiedenes", Audience.Partner),
                ("N 1", StandardAgenda.ConfidentialControl, Audience.Board), ("N 2", "Mitgliederangelegenheit Hanna Heimlich", Audience.Board),
            ],
            draft.Content.Items.Select(item => (item.Number, item.Title, item.Audience)));
        Assert.Equal([last.Id], Assert.Single(draft.Content.Items[1].Resolutions).Approves);
        Assert.StartsWith("Vertagt aus der Sitzung", Assert.IsType<TextParagraph>(Assert.Single(draft.Content.Items[^1].Text)).Runs[0].Text, StringComparison.Ordinal);
        Assert.Equal(DraftTables.Resolutions | DraftTables.Actions, draft.Tables[draft.Content.Items[2].Id]);
        var partners = MinutesJson.Write(Redactor.Redact(draft.Content, Partnership).Content);
        Assert.DoesNotContain("Sommerfest", partners, StringComparison.Ordinal);
        Assert.DoesNotContain("Heimlich", partners, StringComparison.Ordinal);

        // Their own words stay, and the approval lies in the first of them.
        var worded = Draft(last, [new("Genehmigung der letzten Protokolle", Audience.Partner), new("Genehmigung des Protokolls der Klausur", Audience.Partner)]).Content.Items;
        Assert.Equal([("Genehmigung der letzten Protokolle", 1), ("Genehmigung des Protokolls der Klausur", 0)], worded.Take(2).Select(item => (item.Title, item.Resolutions.Count)));
    }

    [Fact]
    public void The_members_of_that_day_are_listed_and_nobody_is_entered_as_present()
    {
        var draft = Draft(Samples.Minutes).Content;

        Assert.Equal(District.BoardOn(draft.Date).Select(person => person.Name), draft.Attendance.Select(attendee => attendee.Name));
        Assert.All(draft.Attendance, attendee => Assert.False(attendee.WasThere));
        Assert.Equal(new Quorum(7, 4, null, null, null, null), draft.Boards.Single().Quorum);
    }

    [Fact]
    public void Open_actions_go_on_and_those_for_the_board_alone_stay_with_it()
    {
        var draft = Draft(Samples.Minutes).Content;

        Assert.Equal([("steinfurt-2026-07/a1", Audience.Partner), ("steinfurt-2026-07/a2", Audience.Board)], draft.FollowUps.Select(followUp => (followUp.Of, followUp.Audience)));
        var own = draft.Items.Single(item => item.Title == StandardAgenda.ConfidentialControl);
        Assert.Equal(("N 1", Audience.Board), (own.Number, own.Audience));
        Assert.Contains("Aufnahme bestätigen", MinutesJson.Write(draft with { Items = [own] }), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_board_keeps_reaches_the_next_two_drafts_and_no_word_of_it_the_partner()
    {
        var second = Draft(Draft(Samples.Minutes).Content).Content;

        Assert.Contains(second.FollowUps, followUp => followUp is { Of: "steinfurt-2026-07/a2", Audience: Audience.Board } && followUp.Note!.Contains("B 2026-07-05", StringComparison.Ordinal));
        Assert.Contains("Heimlich", MinutesJson.Write(second), StringComparison.Ordinal);
        var partners = MinutesJson.Write(Redactor.Redact(second, Partnership).Content);
        Assert.DoesNotContain("Heimlich", partners, StringComparison.Ordinal);
        Assert.DoesNotContain("Aufnahme", partners, StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_for_the_partner_in_an_item_for_the_board_stays_in_the_board()
    {
        var last = Samples.Minutes with { Items = [.. Samples.Minutes.Items.Select(item => item.Number == "3" ? item with { Audience = Audience.Undecided } : item)] };

        Assert.All(Draft(last).Content.FollowUps, followUp => Assert.Equal(Audience.Board, followUp.Audience));
    }

    [Fact]
    public void A_done_action_is_not_carried_on()
    {
        var last = Samples.Minutes with { Items = [.. Samples.Minutes.Items.Select(item => item with { Actions = [.. item.Actions.Select(action => action with { State = ActionState.Done })] })] };

        Assert.Empty(Draft(last).Content.FollowUps);
    }

    [Fact]
    public void Minutes_that_wait_for_their_approval_are_put_to_the_vote_and_nobody_has_voted_yet()
    {
        var last = Samples.Minutes with { Approval = Samples.Minutes.Approval with { State = ApprovalState.Released, ApprovedOn = null, ApprovedIn = null, ApprovedBy = null } };

        var item = Draft(last).Content.Items[2];

        Assert.Equal("Genehmigung des Protokolls vom 14.07.2026 und Bericht über Umlaufbeschlüsse", item.Title);
        var resolution = Assert.Single(item.Resolutions);
        Assert.Equal(("B 2026-08-01", (Vote?)null), (resolution.Number, resolution.Vote));
        Assert.Equal([last.Id], resolution.Approves);
    }

    [Fact]
    public void A_postponed_item_comes_before_what_closes_the_meeting_and_a_boards_one_after_it()
    {
        var last = Samples.Minutes with
        {
            Items = [.. Samples.Minutes.Items.Select(item => item.Number is "4" or "N 1" ? item with { Status = ItemStatus.Postponed } : item with { Status = ItemStatus.DealtWith })],
        };

        var items = Draft(last).Content.Items.ToList();

        Assert.Equal("Anträge und Beschlüsse", items[items.FindIndex(item => item.Title == "Finanzen") - 1].Title);
        Assert.Equal(("Mitgliederangelegenheit Hanna Heimlich", Audience.Board), (items[^1].Title, items[^1].Audience));
    }

    [Fact]
    public void A_joint_retreat_lists_both_boards_each_with_its_own_quorum()
    {
        var draft = MeetingDraft.Of(Partnership, District, new DraftRequest(MeetingKind.JointRetreat, Today, null) { Date = new DateOnly(2026, 10, 17) }).Content;

        Assert.Equal(["steinfurt", "mse"], draft.Boards.Select(board => board.District));
        Assert.All(draft.Boards, board => Assert.NotNull(board.Quorum!.Required));
        Assert.Equal(["mse", "steinfurt"], draft.Attendance.Select(attendee => attendee.District).Distinct().Order());
        Assert.Equal("steinfurt-2026-10-17-klausur", draft.Id.ToString());
    }

    [Theory]
    [InlineData(MeetingKind.DistrictConference)]
    [InlineData(MeetingKind.MembersAssembly)]
    public void An_assembly_has_no_part_for_the_board_and_keeps_its_list_of_those_present_as_an_annex(MeetingKind kind)
    {
        var draft = MeetingDraft.Of(Partnership, District, new DraftRequest(kind, Today, null)).Content;

        Assert.Empty(draft.Attendance);
        Assert.DoesNotContain(draft.Items, item => item.Audience == Audience.Board);
    }

    [Fact]
    public void July_saved_under_another_name_becomes_minutes_of_its_own()
    {
        var copy = Samples.Minutes with { Date = new DateOnly(2026, 8, 11), Number = "KV-ST 2026/08" };

        var own = NewMeetingCopy.Of(copy, District);

        Assert.Equal("steinfurt-2026-08", own.Id.ToString());
        Assert.Equal(ApprovalState.Draft, own.Approval.State);
        Assert.Equal(MinutesJson.Write(copy with { Id = own.Id, Approval = own.Approval, Version = own.Version }), MinutesJson.Write(own));
    }

    [Fact]
    public void A_copy_that_still_names_the_old_meeting_says_what_to_change() =>
        Assert.Equal("same-meeting", Assert.Throws<DraftException>(() => NewMeetingCopy.Of(Samples.Minutes, District)).Code);

    private static Partnership Partnership { get; } = PartnershipSample.Read();

    private static District District { get; } = Partnership.Find("steinfurt")!;

    [Fact]
    public void Minutes_that_an_earlier_meeting_did_not_come_to_are_approved_together_with_the_last()
    {
        var june = new MinutesInQuestion(MinutesId.Parse("steinfurt-2026-06", null), "KV-ST 2026/06", new(2026, 6, 9));
        var last = Samples.Minutes with { Approval = Approval.Draft };

        var draft = MeetingDraft.Of(Partnership, District, new DraftRequest(MeetingKind.BoardMeeting, Today, last) { AlsoToApprove = [june, new(last.Id, last.Number, last.Date)] }).Content;

        var item = Assert.Single(draft.Items, one => one.Title.StartsWith("Genehmigung", StringComparison.Ordinal));
        Assert.Equal("Genehmigung der Protokolle vom 09.06.2026 und 14.07.2026 und Bericht über Umlaufbeschlüsse", item.Title);
        Assert.Equal([june.Id, last.Id], Assert.Single(item.Resolutions).Approves);
        Assert.Equal(Audience.Partner, item.Audience);
    }

    [Fact]
    public void What_the_partner_sent_is_offered_for_taking_note_under_the_standing_item()
    {
        var received = MinutesId.Parse("mse-2026-07", null);

        var draft = MeetingDraft.Of(Partnership, District, new DraftRequest(MeetingKind.BoardMeeting, Today, null) { Received = [received] });

        var (item, offered) = Assert.Single(draft.Offered);
        Assert.Equal([received], offered);
        Assert.StartsWith("Partnerschaft mit dem Kreisverband", draft.Content.Items.Single(one => one.Id == item).Title, StringComparison.Ordinal);
        // Offered is not taken note of: a person ticks.
        Assert.All(draft.Content.Items, one => Assert.Empty(one.TakesNoteOf));
    }

    private static MinutesDraft Draft(Minutes? last, params IReadOnlyList<StandardItem> entered) =>
        MeetingDraft.Of(Partnership, District, new DraftRequest(MeetingKind.BoardMeeting, Today, last) { Agenda = entered });
}
