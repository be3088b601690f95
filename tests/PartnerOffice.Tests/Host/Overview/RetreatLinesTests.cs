using PartnerOffice.Core;
using PartnerOffice.Features.Overview;
using PartnerOffice.Retreats;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Overview;

/// <summary>What the overview page says of joint retreats.</summary>
public sealed class RetreatLinesTests
{
    private static readonly Partnership Partnership = PartnershipSample.Read();
    private static readonly (District Steinfurt, District Mse) Of = (Partnership.Districts[0], Partnership.Districts[1]);
    private static readonly RetreatTerms.Meet April = new(Of.Steinfurt.Id, new(2027, 4, 10), new(2027, 4, 11));
    private static readonly Retreat Agreed = new(RetreatId.Of(2027, 1), 2027) { Agreed = April };

    [Fact]
    public void Both_read_whose_turn_it_is_and_the_host_alone_what_is_not_overdue_yet()
    {
        Assert.Equal(["Steinfurt beginnt, so ist es vereinbart.", "Klausur 2027: vereinbart bis 31.12.2027."], All(Of.Steinfurt, new(2027, 10, 4)));
        Assert.Equal(["Steinfurt beginnt, so ist es vereinbart."], All(Of.Mse, new(2027, 10, 4)));
        Assert.Equal(["Steinfurt beginnt, so ist es vereinbart.", "Klausur 2027: vereinbart bis 31.12.2027, seitdem offen."], All(Of.Mse, new(2028, 1, 3)));
        Assert.Equal(["Von beiden bestätigt, noch nicht eingeladen: Klausur vom 10. April bis 11. April 2027, Gastgeber Steinfurt."], All(Of.Mse, new(2027, 1, 4), Agreed));
    }

    [Fact]
    public void What_waits_for_a_person_stands_with_the_side_whose_person_it_is()
    {
        var day = new DateOnly(2027, 1, 4);
        var offered = new Retreat(RetreatId.Of(2027, 1), 2027) { Offer = new(April, Of.Steinfurt.Id, day) };

        Assert.Equal([(MatterWeight.OnTheWay, "Der eigene Vorschlag wartet auf die Bestätigung von Mecklenburgische Seenplatte.")], Matters(Of.Steinfurt, day, offered));
        Assert.Equal(MatterWeight.NeedsPerson, Assert.Single(Matters(Of.Mse, day, offered)).Weight);
        Assert.Equal([(MatterWeight.NeedsPerson, "Von beiden bestätigt, aber noch nicht eingeladen: retreat plan klausur-2027-1")], Matters(Of.Steinfurt, day, Agreed));
        Assert.Empty(Matters(Of.Mse, day, Agreed));
        Assert.Equal([(MatterWeight.NeedsPerson, "Die Klausur ist vorbei. Eintragen, wer dabei war: retreat held klausur-2027-1")], Matters(Of.Mse, new(2027, 4, 12), Agreed));
        Assert.Empty(Matters(Of.Steinfurt, day, Agreed with { IsCancelled = true }));
        var invited = Agreed with { Meeting = MinutesId.Parse("steinfurt-2027-04-10-klausur", null), Invited = (Of.Steinfurt.Id, new(2027, 4, 10)) };
        Assert.Empty(Matters(Of.Steinfurt, day, invited));
        Assert.StartsWith("Eingeladen ist zu einem anderen Tag", Assert.Single(Matters(Of.Mse, day, invited with { Invited = (Of.Steinfurt.Id, new(2027, 4, 17)) })).Item2, StringComparison.Ordinal);
    }

    [Fact]
    public void A_poll_counts_the_own_board_and_asks_for_a_proposal_when_it_has_ended()
    {
        var poll = new RetreatPoll(PollId.Of(2027, 1), 2027, Of.Steinfurt.Id, 1, [new(2027, 4, 10), new(2027, 4, 17)], new(2027, 2, 26), false, [new(PersonId.Parse("st-01"), new(2027, 4, 10), DayAnswer.Yes, false, null)]);

        Assert.Equal([(MatterWeight.OnTheWay, "Terminumfrage 2027: Im eigenen Vorstand fehlen 6 Antworten.")], Matters(Of.Steinfurt, new(2027, 2, 26), polls: [poll]));
        Assert.Equal([(MatterWeight.NeedsPerson, "Terminumfrage 2027 ist beendet. Ergebnis ansehen und einen Tag vorschlagen: retreat answers umfrage-2027-1")], Matters(Of.Mse, new(2027, 2, 27), polls: [poll]));
        Assert.Empty(Matters(Of.Mse, new(2027, 4, 17), polls: [poll]));
    }

    private static IEnumerable<string> All(District own, DateOnly day, params Retreat[] retreats) => Lines(own, day, retreats, []).All().Select(line => line.German);

    private static IEnumerable<(MatterWeight Weight, string)> Matters(District own, DateOnly day, Retreat? retreat = null, RetreatPoll[]? polls = null) =>
        Lines(own, day, retreat is null ? [] : [retreat], polls ?? []).Matters().Select(matter => (matter.Weight, matter.Sentence.German));

    private static RetreatLines Lines(District own, DateOnly day, IReadOnlyList<Retreat> retreats, RetreatPoll[] polls) => new(
        RetreatPicture.Of(retreats, polls, Partnership, 2027, day), Partnership, own, day);
}
