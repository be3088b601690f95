using System.Globalization;
using PartnerOffice.Core;
using Xunit;

namespace PartnerOffice.Tests.Core.Spellings;

/// <summary>What people really type (R25). A spelling reads right, or it asks: "?" stands for a question, "-" for not understood.</summary>
public sealed class SpellingsTests
{
    private static readonly DateOnly Meeting = new(2026, 7, 14);

    [Theory]
    [InlineData("14.07.2026", "2026-07-14")]
    [InlineData("14.7.26", "2026-07-14")]
    [InlineData("14. 7. 2026", "2026-07-14")]
    [InlineData("14. Juli 2026", "2026-07-14")]
    [InlineData("14. Juli", "2026-07-14")]
    [InlineData("14.7.", "2026-07-14")]
    [InlineData("am 1. Aug.", "2026-08-01")]
    [InlineData("30.6.", "2026-06-30")]
    [InlineData("2026-07-14", "2026-07-14")]
    [InlineData("2026/7/14", "2026-07-14")]
    [InlineData("20260714", "2026-07-14")]
    [InlineData("14072026", "2026-07-14")]
    [InlineData("Di 14.07.2026", "2026-07-14")]
    [InlineData("Di., 14.07.26", "2026-07-14")]
    [InlineData("Dienstag, den 14. Juli 2026", "2026-07-14")]
    [InlineData("14.07.2026 (Dienstag)", "2026-07-14")]
    [InlineData("14\u00A0Juli\u00A02026", "2026-07-14")]
    [InlineData("3. März 26", "2026-03-03")]
    [InlineData("“14.07.2026”", "2026-07-14")]
    [InlineData("July 14, 2026", "2026-07-14")]
    [InlineData("14th July 2026", "2026-07-14")]
    [InlineData("Tuesday, 14 July 2026", "2026-07-14")]
    [InlineData("14/7/2026", "2026-07-14")]
    [InlineData("7/14/2026", "2026-07-14")]
    [InlineData("4/4/2026", "2026-04-04")]
    [InlineData("4/5", "?")]
    [InlineData("4/5/2026", "?")]
    [InlineData("04-05-2026", "?")]
    [InlineData("26-07-14", "?")]
    [InlineData("260714", "?")]
    [InlineData("1. Februar", "?")]
    [InlineData("Mo 14.07.2026", "?")]
    [InlineData("31.02.2026", "-")]
    [InlineData("Juli 2026", "-")]
    [InlineData("nächste Woche", "-")]
    public void A_day_reads_right_or_asks(string typed, string expected)
    {
        var read = SpokenDate.Read(typed, Meeting);

        Assert.Equal(expected, Shown(read, day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_day_without_a_year_is_asked_about_where_nothing_is_near() => Assert.NotNull(SpokenDate.Read("14. Juli").Question);

    [Fact]
    public void A_day_without_a_year_may_be_next_year() => Assert.Equal(new DateOnly(2027, 1, 15), SpokenDate.Read("15.1.", new DateOnly(2026, 12, 8)).Certain);

    [Theory]
    [InlineData("19:30", "19:30")]
    [InlineData("19:30 Uhr", "19:30")]
    [InlineData("19.30 Uhr", "19:30")]
    [InlineData("19,30 Uhr", "19:30")]
    [InlineData("19h30", "19:30")]
    [InlineData("19:30h", "19:30")]
    [InlineData("19 Uhr", "19:00")]
    [InlineData("19 Uhr 30", "19:30")]
    [InlineData("19", "19:00")]
    [InlineData("1930 Uhr", "19:30")]
    [InlineData("um 19.30 Uhr.", "19:30")]
    [InlineData("ca. 21:05", "21:05")]
    [InlineData("7:30 p.m.", "19:30")]
    [InlineData("7 Uhr abends", "19:00")]
    [InlineData("0:15", "00:15")]
    [InlineData("halb acht", "?")]
    [InlineData("acht Uhr", "?")]
    [InlineData("24 Uhr", "?")]
    [InlineData("25:00", "-")]
    [InlineData("19:75", "-")]
    [InlineData("nach dem Essen", "-")]
    public void A_time_reads_right_or_asks(string typed, string expected) =>
        Assert.Equal(expected, Shown(SpokenTime.Read(typed), time => time.ToString("HH:mm", CultureInfo.InvariantCulture)));

    // Yes/no/abstained/invalid, "." where nobody said; then the outcome and the mode.
    [Theory]
    [InlineData("einstimmig", ".... unanimous")]
    [InlineData("Einstimmig angenommen.", ".... unanimous")]
    [InlineData("einvernehmlich", ".... unanimous")]
    [InlineData("mit zwei gegen vier Stimmen keine Mehrheit", "24.. rejected")]
    [InlineData("mit 9:11 abgelehnt", "911.. rejected")]
    [InlineData("19:30", "-")]
    [InlineData("einstimmig bei 1 Enth.", "..1. unanimous")]
    [InlineData("einstimmig bei einer Enthaltung", "..1. unanimous")]
    [InlineData("„einstimmig“", ".... unanimous")]
    [InlineData("“einstimmig”", ".... unanimous")]
    [InlineData("unanimously adopted", ".... unanimous")]
    [InlineData("einstimmig abgelehnt", ".... rejected")]
    [InlineData("(9/1/3)", "913.")]
    [InlineData("[9|1|3]", "913.")]
    [InlineData("9 : 1 : 3", "913.")]
    [InlineData("9-1-3", "913.")]
    [InlineData("Ja/Enth./Nein: 9/3/1", "913.")]
    [InlineData("angenommen (9/1/3)", "913. adopted")]
    [InlineData("9:1", "91..")]
    [InlineData("mit 9 zu 1 Stimmen angenommen", "91.. adopted")]
    [InlineData("4 Ja, 0 Nein", "40..")]
    [InlineData("4 Ja-Stimmen, keine Gegenstimmen, eine Enthaltung", "401.")]
    [InlineData("(4 Ja-Stimmen, 0 Enthaltungen, 0 Nein-Stimmen)", "400.")]
    [InlineData("Ja: 4, Nein: 0, Enthaltung: 1", "401.")]
    [InlineData("Ja 4 Nein 0 Enth. 1", "401.")]
    [InlineData("4x Ja, 1x Nein", "41..")]
    [InlineData("vier Stimmen dafür, zwei dagegen", "42..")]
    [InlineData("22 Ja, 0 Nein, 0 Enthaltungen, 1 ungültig (geheim)", "22001 secret")]
    [InlineData("4 Ja, 0 Nein, 0 Enthaltungen, 0 ungültig (offen)", "4000 open")]
    [InlineData("mehrheitlich", ".... adopted")]
    [InlineData("mit großer Mehrheit", ".... adopted")]
    [InlineData("mehrheitlich abgelehnt", ".... rejected")]
    [InlineData("nicht angenommen", ".... rejected")]
    [InlineData("bei 2 Gegenstimmen angenommen", ".2.. adopted")]
    [InlineData("mehrheitlich bei 2 Gegenstimmen und 1 Enthaltung", ".21. adopted")]
    [InlineData("ohne Gegenstimmen angenommen", ".0.. adopted")]
    [InlineData("vertagt", ".... deferred")]
    [InlineData("einstimmig per Handzeichen", ".... unanimous open")]
    [InlineData("einstimmig im Umlauf", ".... unanimous circulation")]
    [InlineData("einstimmig (9/1/3)", "?")]
    [InlineData("einstimmig bei 2 Gegenstimmen", "?")]
    [InlineData("4", "-")]
    [InlineData("fast alle", "-")]
    [InlineData("mehrheitlich, Anna war dagegen", "-")]
    [InlineData("noch nicht abgestimmt", "-")]
    public void A_vote_reads_right_or_asks(string typed, string expected)
    {
        var vote = SpokenVote.Read(typed);

        Assert.Equal(expected, vote is null ? "-" : vote.Question is not null ? "?" : Shown(vote));
    }

    [Fact]
    public void Bare_figures_follow_the_order_that_the_document_names()
    {
        Assert.Equal(new Vote(true, 9, 3, 1, 0, VoteMode.Open), SpokenVote.Read("[9|1|3]", "Ja|Enthaltung|Nein")!.ToVote());
        Assert.Equal(new Vote(true, 9, 1, 3, 0, VoteMode.Open), SpokenVote.Read("[9|1|3]")!.ToVote());
    }

    [Fact]
    public void A_figure_that_nobody_said_is_never_invented()
    {
        Assert.False(SpokenVote.Read("einstimmig bei 1 Enth.")!.ToVote().Counted);
        Assert.False(SpokenVote.Read("bei 2 Gegenstimmen angenommen")!.ToVote().Counted);
        Assert.Equal(new Vote(true, 4, 0, 0, 0, VoteMode.Open), SpokenVote.Read("4 Ja, 0 Nein")!.ToVote());
    }

    [Theory]
    [InlineData("TOP 4a", "4a")]
    [InlineData("4 a", "4a")]
    [InlineData("TOP 4A.", "4a")]
    [InlineData("TOP4:", "4")]
    [InlineData("4)", "4")]
    [InlineData("4.1", "4.1")]
    [InlineData("N1", "N 1")]
    [InlineData("TOP N 1", "N 1")]
    [InlineData("n. 2", "N 2")]
    [InlineData("IV", "IV")]
    public void The_number_of_an_item_is_read_in_one_form(string typed, string expected) => Assert.Equal(expected, SpokenNumber.Read(typed));

    [Theory]
    [InlineData("1.234,50 EUR", "1234.50 EUR")]
    [InlineData("1,234.50 EUR", "1234.50 EUR")]
    [InlineData("1.50 €", "1.50 EUR")]
    [InlineData("1.234 €", "1234 EUR")]
    [InlineData("250 Euro", "250 EUR")]
    [InlineData("€ 250,–", "250 EUR")]
    [InlineData("1,234 €", "?")]
    [InlineData("viel Geld", "-")]
    public void An_amount_reads_right_or_asks(string typed, string expected)
    {
        var amount = SpokenAmount.Read(typed, out var question);

        Assert.Equal(expected, question is not null ? "?" : amount is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{amount.Value} {amount.Currency}"));
    }

    private static string Shown<T>(Spelling<T> read, Func<T, string> show)
        where T : struct => read.Question is not null ? "?" : read.Value is { } value ? show(value) : "-";

    private static string Shown(SpokenVote vote)
    {
        var figures = string.Concat(((int?[])[vote.Yes, vote.No, vote.Abstained, vote.Invalid]).Select(figure => figure?.ToString(CultureInfo.InvariantCulture) ?? "."));
        return string.Join(' ', ((string?[])[figures, vote.Outcome?.ToString().ToLowerInvariant(), vote.Mode?.ToString().ToLowerInvariant()]).OfType<string>());
    }
}
