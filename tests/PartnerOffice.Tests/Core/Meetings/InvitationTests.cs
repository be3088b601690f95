using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.Meetings;

/// <summary>Who is invited how, in which words, and what is said before it leaves.</summary>
public sealed class InvitationTests
{
    private const string Secret = "Kündigung Zaunkönig";

    private static readonly Partnership Partnership = PartnershipSample.Read();
    private static readonly District Own = Partnership.Districts[0];

    [Fact]
    public void Titles_of_board_only_and_undecided_points_stand_in_no_invitation()
    {
        var plan = Plan();

        foreach (var text in (InvitationText[])[InvitationText.ForBoard(plan, Own, Own.Salutation), InvitationText.ForOutsiders(plan, Own, Own.Salutation), InvitationText.ForCalendar(plan, Own, Own.Salutation)])
        {
            Assert.DoesNotContain("Zaunkönig", text.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Unentschiedenes", text.Body, StringComparison.Ordinal);
            Assert.Contains("N 1 – vertraulicher Punkt", text.Body, StringComparison.Ordinal);
            Assert.Contains("3 – vertraulicher Punkt", text.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_board_reads_the_place_and_the_names_and_outsiders_what_the_partner_reads()
    {
        var plan = Plan(place: "Wohnung Beispiel, Birkenweg 3, 48565 Steinfurt");

        var (board, outsiders) = (InvitationText.ForBoard(plan, Own, "Liebe Genoss*innen").Body, InvitationText.ForOutsiders(plan, Own, "Guten Tag").Body);

        Assert.Contains("Birkenweg 3", board, StringComparison.Ordinal);
        Assert.Contains("1. Bericht von Gerda Gast", board, StringComparison.Ordinal);
        Assert.Contains("Ort: Steinfurt\n", outsiders, StringComparison.Ordinal);
        Assert.DoesNotContain("Birkenweg", outsiders, StringComparison.Ordinal);
        Assert.Contains("1. Bericht von Gast (Sozialberatung)", outsiders, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invitation_says_when_where_and_what()
    {
        var text = InvitationText.ForBoard(Plan(), Own, Own.Salutation).Answering("Zusagen: hier");

        Assert.Equal("Sitzung KV-ST 2026/09 – Kreisvorstand Steinfurt", text.Subject);
        Assert.Equal(
            """
            Liebe Genoss*innen,

            zur Sitzung KV-ST 2026/09 (Kreisvorstand Steinfurt) wird eingeladen:

            Dienstag, 8. September 2026, 19:00 bis 22:00 Uhr
            Ort: Geschäftsstelle, Beispielweg 1, 48565 Steinfurt
            Form: in Präsenz

            Tagesordnung
            1. Bericht von Gerda Gast
            2. Aktionen und Kampagnen
            3 – vertraulicher Punkt
            N 1 – vertraulicher Punkt

            Zusagen: hier

            Die Linke. Kreisverband Steinfurt
            """.ReplaceLineEndings("\n"),
            text.Body);
    }

    [Fact]
    public void In_another_zone_it_says_whose_clock_is_meant_and_over_days_both_of_them()
    {
        var lisbon = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");
        var time = MeetingTime.Of(new(2026, 10, 24), new(20, 0), new(2026, 10, 26), new(12, 0), lisbon);

        Assert.Equal("Samstag, 24. Oktober 2026, 20:00 Uhr bis Montag, 26. Oktober 2026, 12:00 Uhr (Ortszeit Lisbon)", InvitationText.WhenOf(time, Own));
    }

    [Fact]
    public void Only_addresses_of_a_tenant_come_into_a_calendar_and_who_has_none_at_all_is_listed()
    {
        var list = InvitationList.Of(Plan(), Partnership);

        Assert.Equal(["st-01", "st-02", "st-05"], list.ByCalendar.Select(person => person.Id.ToString()));
        Assert.All(list.ByCalendar, person => Assert.EndsWith("@steinfurt.onmicrosoft.example", person.Address.ToString()));
        Assert.Equal(["st-03", "st-04", "st-06"], list.ByMail.Select(person => person.Id.ToString()));
        Assert.Equal("st-07", Assert.Single(list.ByHand).Id.ToString());
    }

    [Fact]
    public void To_a_joint_meeting_both_boards_come_with_their_coordinators()
    {
        var list = InvitationList.Of(Plan() with { Kind = MeetingKind.JointRetreat }, Partnership);

        Assert.Equal(14, list.People.Count);
        Assert.Contains(list.ByCalendar, person => person.Id.ToString() == "mse-05");
        Assert.DoesNotContain(list.People, person => person.IsOutsider);
    }

    [Fact]
    public void What_is_to_be_thought_of_is_said_before_it_leaves()
    {
        var guest = new MeetingGuest(PersonId.Parse("gast-1"), MailAddress.Parse("gast@anderswo.example"));

        Assert.Equal(["NeedsReason Beginn", "Hint Einladung"], Look(Plan(), new(2026, 9, 3)));
        Assert.Equal(["Hint Beginn", "Hint Einladung"], Look(Plan() with { Urgency = "Haushaltssperre" }, new(2026, 9, 3)));
        Assert.Equal(["Stops Beginn", "Hint Einladung"], Look(Plan(), new(2026, 9, 9)));
        Assert.Equal(["Hint Einladung", "Hint Einladung"], Look(Plan() with { Guests = [guest] }, new(2026, 8, 10)));
        Assert.Equal(["Hint Tagesordnung", "Hint Einladung"], Look(Plan() with { Agenda = [] }, new(2026, 8, 10)));
        Assert.Equal(["Hint Beginn", "Hint Einladung"], Look(Plan() with { Time = MeetingTime.Of(new(2026, 7, 28), new(19, 0), null, new(22, 0), Own.TimeZone) }, new(2026, 7, 1)));
        Assert.Equal(["Hint Beginn", "Hint Einladung"], Look(Plan() with { Time = MeetingTime.Of(new(2026, 10, 24), new(20, 0), null, new(4, 0), Own.TimeZone) }, new(2026, 8, 10)));
    }

    [Fact]
    public void A_partner_without_a_coordinator_is_named_for_a_joint_meeting()
    {
        var without = Partnership with { Districts = [Own, Partnership.Districts[1] with { Roles = [] }] };
        var plan = Plan() with { Kind = MeetingKind.JointMeeting };

        Assert.Contains(InvitationCheck.Run(plan, InvitationList.Of(plan, without), without, new(2026, 8, 10)), finding => finding.Message.German.Contains("keine Koordination", StringComparison.Ordinal));
    }

    [Fact]
    public void The_minutes_say_how_many_were_invited_how_and_nobody_by_name()
    {
        var at = new DateTimeOffset(2026, 8, 20, 8, 0, 0, TimeSpan.Zero);
        InvitedPerson By(string id, InvitationChannel channel, int days = 0) => new(PersonId.Parse(id), channel, at.AddDays(days));

        var invitation = InvitationRecord.Of(Plan(), Own, [By("st-01", InvitationChannel.Calendar), By("st-03", InvitationChannel.Mail), By("st-03", InvitationChannel.Phone, 15), By("st-07", InvitationChannel.Letter, 3)]);

        Assert.Equal(new Invitation(new(2026, 8, 23), true, null, "1 im Kalender, 1 mit Mail, 1 mit der Post"), invitation);
        Assert.False(InvitationRecord.Of(Plan(), Own, [By("st-07", InvitationChannel.Phone, 15)])!.InTime);
        Assert.Null(InvitationRecord.Of(Plan(), Own, []));
    }

    [Fact]
    public void Minutes_of_a_planned_meeting_name_whom_nobody_invited()
    {
        var minutes = Samples.Minutes;
        var invited = Own.BoardOn(minutes.Date).Where(person => person.Id.ToString() != "st-07").Select(person => new InvitedPerson(person.Id, InvitationChannel.Mail, DateTimeOffset.UnixEpoch)).ToList();
        var context = CheckContext.For(minutes, Partnership, new(2026, 8, 20));

        Assert.DoesNotContain(MinutesCheck.Run(minutes, context), finding => finding.Message.German.Contains("Einladung vermerkt", StringComparison.Ordinal));
        Assert.Equal("Für Ingo Schablone ist keine Einladung vermerkt.", Assert.Single(MinutesCheck.Run(minutes, context with { Invited = invited }), finding => finding.Rule == "V11" && finding.Message.German.Contains("vermerkt", StringComparison.Ordinal)).Message.German);
    }

    private static IEnumerable<string> Look(PlannedMeeting plan, DateOnly today) =>
        InvitationCheck.Run(plan, InvitationList.Of(plan, Partnership), Partnership, today).Select(finding => $"{finding.Weight} {finding.Place}");

    private static PlannedMeeting Plan(string place = "Geschäftsstelle, Beispielweg 1, 48565 Steinfurt")
    {
        AgendaItem Item(string id, string number, string title, Audience audience) => new() { Id = EntryId.Parse(id, null), Number = number, Title = title, Audience = audience, Status = ItemStatus.DealtWith };
        var draft = MeetingDraft.Of(Partnership, Own, new DraftRequest(MeetingKind.BoardMeeting, new(2026, 8, 1), null) { Date = new(2026, 9, 8), Number = "KV-ST 2026/09", Start = new(19, 0), Place = place }).Content with
        {
            Items = [Item("1", "1", "Bericht von Gerda Gast", Audience.Partner), Item("2", "2", "Aktionen und Kampagnen", Audience.Partner), Item("3", "3", "Unentschiedenes", Audience.Undecided), Item("n1", "N 1", Secret, Audience.Board)],
        };
        return PlannedMeeting.Of(draft, MeetingTime.Of(draft.Date, draft.Start!.Value, null, new(22, 0), Own.TimeZone), Partnership);
    }
}
