using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core;

public sealed class PartnershipTests
{
    private static readonly DateOnly LastDay = new(2026, 7, 14);

    [Fact]
    public void A_member_votes_on_the_first_and_on_the_last_day_of_the_term_and_not_beside_them()
    {
        var person = Member(new Term("Beisitzerin", IsVoting: true, new(2025, 11, 22), LastDay));

        Assert.Equal(
            [false, true, true, false],
            new[] { new DateOnly(2025, 11, 21), new(2025, 11, 22), LastDay, LastDay.AddDays(1) }.Select(person.IsVotingOn));
    }

    [Fact]
    public void An_advising_member_holds_office_without_a_vote()
    {
        var person = Member(new Term("Fraktion", IsVoting: false, new(2025, 11, 22), null));

        Assert.False(person.IsVotingOn(LastDay));
        Assert.Equal("Fraktion", person.TermOn(LastDay)?.Function);
    }

    [Fact]
    public void A_new_function_begins_the_day_after_the_old_one_ended()
    {
        var moritz = PartnershipSample.Read().Districts[1].People[3];

        Assert.Equal("Beisitzer", moritz.TermOn(new(2025, 10, 10))?.Function);
        Assert.Equal("Stellvertretender Vorsitzender", moritz.TermOn(new(2025, 10, 11))?.Function);
    }

    [Fact]
    public void The_board_of_a_day_is_who_may_vote_on_that_day()
    {
        var mse = PartnershipSample.Read().Districts[1];

        Assert.Equal(["mse-04"], mse.BoardOn(new(2025, 10, 10)).Select(person => person.Id.ToString()));
        Assert.Equal(7, mse.BoardOn(new(2025, 10, 11)).Count);
    }

    [Fact]
    public void The_coordinator_is_the_one_of_that_day_and_the_deputy_another()
    {
        var steinfurt = PartnershipSample.Read().Districts[0];

        Assert.Null(steinfurt.CoordinatorOn(new(2025, 12, 8)));
        Assert.Equal("Elif Entwurf", steinfurt.CoordinatorOn(new(2025, 12, 9))?.Name);
        Assert.Equal("Dirk Vorlage", steinfurt.DeputyCoordinatorOn(new(2025, 12, 9))?.Name);
    }

    [Fact]
    public void A_role_ends_with_the_term_even_where_the_file_forgot_to_end_it()
    {
        var steinfurt = PartnershipSample.Read().Districts[0];
        var gone = steinfurt with
        {
            People = [.. steinfurt.People.Select(person => person.Id.ToString() == "st-05"
                ? person with { Terms = [person.Terms[0] with { Until = LastDay }] }
                : person)],
        };

        Assert.Equal("Elif Entwurf", gone.CoordinatorOn(LastDay)?.Name);
        Assert.Null(gone.CoordinatorOn(LastDay.AddDays(1)));
        Assert.DoesNotContain(OfficeRole.Coordinator, gone.RolesOn(PersonId.Parse("st-05"), LastDay.AddDays(1)));
    }

    [Fact]
    public void Deputies_come_after_those_they_stand_in_for()
    {
        var steinfurt = PartnershipSample.Read().Districts[0];

        Assert.Equal(["Anna Beispiel", "Dirk Vorlage"], steinfurt.HoldersOn(OfficeRole.Chair, LastDay).Select(person => person.Name));
        Assert.Equal([OfficeRole.Chair, OfficeRole.Coordinator], steinfurt.RolesOn(PersonId.Parse("st-04"), LastDay).Order());
    }

    [Fact]
    public void An_account_is_known_by_its_object_id_first_and_a_reused_sign_in_name_opens_nothing()
    {
        var steinfurt = PartnershipSample.Read().Districts[0];
        var annas = Guid.Parse("57e10f00-0000-4000-8000-000000000101");

        Assert.Equal("Anna Beispiel", steinfurt.FindAccount(annas, "anna.neu@steinfurt.onmicrosoft.example")?.Name);
        Assert.Equal("Bernd Muster", steinfurt.FindAccount(Guid.NewGuid(), "BERND.muster@steinfurt.onmicrosoft.example")?.Name);
        Assert.Null(steinfurt.FindAccount(Guid.NewGuid(), "anna.beispiel@steinfurt.onmicrosoft.example"));
        Assert.Null(steinfurt.FindAccount(null, null));
    }

    [Theory]
    [InlineData(QuorumThreshold.MoreThanHalf, 7, 4)]
    [InlineData(QuorumThreshold.MoreThanHalf, 8, 5)]
    [InlineData(QuorumThreshold.AtLeastHalf, 7, 4)]
    [InlineData(QuorumThreshold.AtLeastHalf, 8, 4)]
    [InlineData(QuorumThreshold.AtLeastTwoThirds, 7, 5)]
    [InlineData(QuorumThreshold.AtLeastTwoThirds, 6, 4)]
    [InlineData(QuorumThreshold.AtLeastHalf, 0, 1)]
    [InlineData(QuorumThreshold.AtLeastTwoThirds, 0, 1)]
    public void The_quorum_is_counted_as_the_board_decided(QuorumThreshold threshold, int elected, int required)
    {
        Assert.Equal(required, new QuorumRule(QuorumBase.Elected, threshold, null).RequiredOf(elected));
        Assert.Equal(5, new QuorumRule(QuorumBase.Seats, QuorumThreshold.MoreThanHalf, 9).RequiredOf(elected));
    }

    [Fact]
    public void Districts_and_people_are_found_by_the_text_that_minutes_have()
    {
        var partnership = PartnershipSample.Read();

        Assert.Equal("Clara Probe", partnership.Find("steinfurt")?.Find("st-03")?.Name);
        Assert.Null(partnership.Find("Steinfurt"));
        Assert.Null(partnership.Districts[0].Find("mse-01"));
        Assert.Null(partnership.Districts[0].Find((string?)null));
    }

    [Fact]
    public void Passages_are_counted_only_where_both_boards_want_it()
    {
        var partnership = PartnershipSample.Read();
        var both = partnership with { Districts = [.. partnership.Districts.Select(district => district with { WantsWithheldCounted = true })] };

        Assert.False(partnership.CountsWithheld);
        Assert.True(both.CountsWithheld);
    }

    [Fact]
    public void A_line_of_use_holds_only_from_the_day_on_which_both_boards_agreed()
    {
        var partnership = PartnershipSample.Read();
        var (steinfurt, mse) = (partnership.Districts[0], partnership.Districts[1]);
        var use = partnership.Use with { Line = "Für alle Mitglieder im Kreisverband {Empfänger}." };

        Assert.Equal("Für alle Mitglieder im Kreisverband Mecklenburgische Seenplatte.", use.Between(steinfurt, mse, new(2026, 1, 20)));
        Assert.Equal(
            "Vertraulich. Nur für den Kreisvorstand Mecklenburgische Seenplatte; Weitergabe oder Veröffentlichung nur mit Zustimmung des Kreisverbands Steinfurt.",
            use.Between(steinfurt, mse, new(2026, 1, 19)));
    }

    [Fact]
    public void A_group_that_the_table_forgets_is_not_shown() =>
        Assert.Equal(NameShown.NotAtAll, new NamesPolicy(new Dictionary<PersonGroup, NameShown>()).For(PersonGroup.VotingMember));

    [Theory]
    [InlineData("B {Jahr}-{Sitzung}-{Nr}", "B 2026-07-03", 2026, 7, 3)]
    [InlineData("KV-ST {Jahr}/{Sitzung}", "KV-ST 2026/07", 2026, 7, null)]
    [InlineData("U {Jahr}-{Nr}", "U 2026-02", 2026, null, 2)]
    [InlineData("{Nr}", "117", null, null, 117)]
    public void A_number_is_written_and_read_in_the_form_of_its_board(string form, string written, int? year, int? meeting, int? number)
    {
        var format = NumberFormat.Parse(form);

        Assert.Equal(written, format.Write(year ?? 1, meeting ?? 1, number ?? 1));
        Assert.True(format.TryRead(written, out var readYear, out var readMeeting, out var readNumber));
        Assert.Equal((year, meeting, number), (readYear, readMeeting, readNumber));
    }

    [Theory]
    [InlineData("B {Jahr}-{Sitzung}-{Nr}", "B 2026-07")]
    [InlineData("B {Jahr}-{Sitzung}-{Nr}", "B 26-07-03")]
    [InlineData("B {Jahr}-{Sitzung}-{Nr}", "B 2026-07-03a")]
    [InlineData("B {Jahr}-{Sitzung}-{Nr}", "B 2026-07-٣")]
    [InlineData("B {Jahr}-{Sitzung}-{Nr}", "B 2026-07-99999999999")]
    public void A_number_of_another_form_is_not_read(string form, string written) =>
        Assert.False(NumberFormat.Parse(form).TryRead(written, out _, out _, out _));

    [Theory]
    [InlineData("name@example.org", true)]
    [InlineData("dirk_example.org#EXT#@tenant.example", true)]
    [InlineData("name@example", false)]
    [InlineData("Name <name@example.org>", false)]
    [InlineData("a@b@example.org", false)]
    [InlineData("name@example.org,other@example.org", false)]
    [InlineData("name@example.org\r\nBcc: x@example.org", false)]
    public void A_mail_address_is_one_address_and_nothing_else(string text, bool isOne) => Assert.Equal(isOne, MailAddress.TryParse(text, out _));

    [Fact]
    public void Addresses_that_differ_in_case_are_the_same() =>
        Assert.Equal(MailAddress.Parse("Anna.Beispiel@Example.org"), MailAddress.Parse("anna.beispiel@example.org"));

    private static Person Member(params Term[] terms) => new(PersonId.Parse("st-99"), "Test Person", terms, [], AccountKind.None, null, null);
}
