using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.Meetings;

/// <summary>What is asked before an invitation goes out (R10, R11, R12).</summary>
public sealed class SendCheckTests
{
    private static readonly Partnership Partnership = PartnershipSample.Read();
    private static readonly District Own = Partnership.Districts[0], Partner = Partnership.Districts[1];
    private static readonly DateOnly Day = new(2026, 12, 8);

    private static readonly SendQuestion Ordinary = new(MeetingKind.BoardMeeting, Day, new TimeOnly(19, 0), new DateTime(2026, 11, 28, 18, 0, 0), HasAgenda: true, HasBoardItems: true);

    [Fact]
    public void A_complete_invitation_in_time_only_reminds_of_those_without_an_account()
    {
        var finding = Assert.Single(Look(Ordinary, Account("st-01"), Account("st-02"), Account("st-05")));

        Assert.Equal(SendFindingKind.OtherWay, finding.Kind);
        Assert.True(finding.IsReminder);
        Assert.Equal("Nicht im Kalender einzuladen. Eigene Nachricht: Clara Probe, Dirk Vorlage, Frank Formular. Mit der Post oder am Telefon: Ingo Schablone.", finding.Message.German);
        Assert.Equal(["st-03", "st-04", "st-06", "st-07"], finding.People.Select(person => person.ToString()));
    }

    [Fact]
    public void A_voting_member_who_is_missing_is_named()
    {
        var finding = Only(SendFindingKind.MissingMember, Look(Ordinary, Account("st-01")));

        Assert.Equal("Stimmberechtigt und nicht eingeladen: Bernd Muster, Elif Entwurf.", finding.Message.German);
        Assert.Equal("Entitled to vote and not invited: Bernd Muster, Elif Entwurf.", finding.Message.English);
    }

    [Fact]
    public void Who_was_not_yet_on_the_board_that_day_is_not_missing() =>
        Assert.DoesNotContain(Look(Ordinary with { Date = new(2025, 11, 1), Sent = new(2025, 10, 1, 9, 0, 0) }), finding => finding.Kind == SendFindingKind.MissingMember);

    [Fact]
    public void Outside_people_are_found_only_where_the_agenda_has_confidential_items()
    {
        SeenAttendee[] attendees = [Account("st-01"), Account("st-02"), SeenAttendee.Stranger, Account("st-05"), PartnerAccount("mse-05")];

        var finding = Only(SendFindingKind.OutsidePeople, Look(Ordinary, attendees));

        Assert.Equal([2, 4], finding.Attendees);
        Assert.Equal("2 Personen außerhalb des Vorstands sind eingeladen, und die Tagesordnung hat vertrauliche Punkte.", finding.Message.German);
        Assert.DoesNotContain(Look(Ordinary with { HasBoardItems = false }, attendees), other => other.Kind == SendFindingKind.OutsidePeople);
        Assert.StartsWith("Eine Person außerhalb", Only(SendFindingKind.OutsidePeople, Look(Ordinary, SeenAttendee.Stranger)).Message.German, StringComparison.Ordinal);
    }

    [Fact]
    public void The_own_mailbox_is_not_outside() =>
        Assert.DoesNotContain(Look(Ordinary, new SeenAttendee(Own, null, false)), finding => finding.Kind == SendFindingKind.OutsidePeople);

    [Fact]
    public void Somebody_whose_term_has_ended_by_that_day_is_outside()
    {
        var former = Account("st-01") with { Person = Own.People[0] with { Terms = [new Term("Kreissprecherin", true, new(2025, 11, 22), new(2026, 11, 30))] } };

        Assert.Equal([0], Only(SendFindingKind.OutsidePeople, Look(Ordinary, former)).Attendees);
    }

    [Fact]
    public void A_private_address_is_found_and_its_person_is_not_missing()
    {
        var findings = Look(Ordinary, Account("st-01"), Account("st-02") with { IsPrivate = true }, Account("st-05"), Account("st-03") with { IsPrivate = true });

        Assert.Equal("Mit privater Adresse im Termin, für andere sichtbar: Bernd Muster, Clara Probe.", Only(SendFindingKind.PrivateAddress, findings).Message.German);
        Assert.DoesNotContain(findings, finding => finding.Kind == SendFindingKind.MissingMember);
        Assert.DoesNotContain("Clara Probe", Only(SendFindingKind.OtherWay, findings).Message.German, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(1, "Bis zur Sitzung sind es 6 volle Tage, die Frist ist 7.")]
    [InlineData(8, "Der Beginn der Sitzung ist schon vorbei.")]
    public void The_notice_counts_whole_days_between(int day, string? expected)
    {
        var sent = day == 30 ? new DateTime(2026, 11, 30, 23, 59, 0) : new DateTime(2026, 12, day, 19, 1, 0);

        var found = Look(Ordinary with { Sent = sent }).Where(finding => finding.Kind is SendFindingKind.ShortNotice or SendFindingKind.Past);

        Assert.Equal(expected is null ? [] : [expected], found.Select(finding => finding.Message.German));
        Assert.Equal(7, NoticePeriod.Between(new(2026, 11, 30), Day));
    }

    [Fact]
    public void A_missing_agenda_is_found() => Only(SendFindingKind.NoAgenda, Look(Ordinary with { HasAgenda = false }));

    [Fact]
    public void A_joint_meeting_needs_the_partners_coordinator_or_the_deputy()
    {
        var joint = Ordinary with { Kind = MeetingKind.JointMeeting };

        Assert.Equal("Die Koordination des Partners ist nicht eingeladen: Nadia Register.", Only(SendFindingKind.MissingCoordinator, Look(joint, Account("st-05"))).Message.German);
        Assert.DoesNotContain(Look(joint, PartnerAccount("mse-05")), finding => finding.Kind == SendFindingKind.MissingCoordinator);
        Assert.DoesNotContain(Look(joint, PartnerAccount("mse-02")), finding => finding.Kind == SendFindingKind.MissingCoordinator);
        Assert.DoesNotContain(Look(Ordinary), finding => finding.Kind == SendFindingKind.MissingCoordinator);
        var before = Only(SendFindingKind.MissingCoordinator, Look(joint with { Date = new(2024, 1, 9), Sent = new(2024, 1, 1, 8, 0, 0) }));
        Assert.Contains("keine Koordination benannt", before.Message.German, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_invites_its_members_otherwise() =>
        Assert.Empty(Look(Ordinary with { Kind = MeetingKind.MembersAssembly, HasBoardItems = false, Sent = new(2026, 12, 7, 9, 0, 0) }));

    [Theory]
    [InlineData("st-01", InvitationWay.Calendar, "anna.beispiel@steinfurt.onmicrosoft.example")]
    [InlineData("st-03", InvitationWay.Message, null)]
    [InlineData("st-04", InvitationWay.Message, null)]
    [InlineData("st-07", InvitationWay.Post, null)]
    public void A_calendar_gets_accounts_and_addresses_of_the_district_and_no_private_one(string person, InvitationWay way, string? address)
    {
        var invitee = EventInvitee.Of(Own.Find(person)!);

        Assert.Equal((way, address), (invitee.Way, invitee.Address?.ToString()));
        var given = Own.Find(person)! with { Account = AccountKind.None, Addresses = [new(MailAddress.Parse("privat@example.org"), true), new(MailAddress.Parse("vorstand@example.org"), false)] };
        Assert.Equal("vorstand@example.org", EventInvitee.Of(given).Address.ToString());
    }

    [Fact]
    public void The_number_goes_on_from_the_last_and_the_agenda_is_the_standing_one()
    {
        var proposal = ProposedMeeting.Of(Partnership, Own, MeetingKind.BoardMeeting, Day, "KV-ST 2026/07");

        Assert.Equal("KV-ST 2026/08", proposal.Number);
        Assert.Equal(11, proposal.Agenda.Count(item => item.Audience == Audience.Partner));
        Assert.Contains(proposal.Agenda, item => item.Audience == Audience.Board);
        Assert.Equal("KV-ST 2026/01", ProposedMeeting.Of(Partnership, Own, MeetingKind.BoardMeeting, Day, null).Number);
        Assert.Equal("Klausur 2026", ProposedMeeting.Of(Partnership, Own, MeetingKind.JointRetreat, Day, "KV-ST 2026/07").Number);
    }

    private static IReadOnlyList<SendFinding> Look(SendQuestion question, params SeenAttendee[] attendees) => SendCheck.Run(Partnership, Own, question, attendees);

    private static SendFinding Only(SendFindingKind kind, IEnumerable<SendFinding> findings) => Assert.Single(findings, finding => finding.Kind == kind);

    private static SeenAttendee Account(string person) => new(Own, Own.Find(person), false);

    private static SeenAttendee PartnerAccount(string person) => new(Partner, Partner.Find(person), false);
}
