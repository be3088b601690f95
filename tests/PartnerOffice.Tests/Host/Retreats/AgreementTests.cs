using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using Xunit;

namespace PartnerOffice.Tests.Host.Retreats;

/// <summary>What both coordinators say of a retreat, and who hears of it.</summary>
public sealed class AgreementTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_other_coordinator_hears_of_each_proposal_once_and_the_proposer_of_the_answer()
    {
        using var bench = RetreatBench.Start(service: new("https://partneroffice.example/"));
        var retreat = await bench.ProposeAsync(bench.Steinfurt, bench.Steinfurt, new(2027, 4, 10), new(2027, 4, 11));
        await bench.ProposeAsync(bench.Steinfurt, bench.Steinfurt, new(2027, 4, 10), new(2027, 4, 11));

        Assert.Equal([("steinfurt", "mse")], (await bench.LettersAsync("retreat-proposed")).Select(letter => (letter.From, letter.To)));
        var text = await bench.TextAsync("retreat-proposed-steinfurt-steinfurt-20270410-20270411-20270104");
        Assert.Contains("Klausur am Samstag, 10. April bis Sonntag, 11. April 2027, Gastgeber Steinfurt", text, StringComparison.Ordinal);
        Assert.Contains("https://partneroffice.example/l/", text, StringComparison.Ordinal);
        await bench.ConfirmAsync(retreat, bench.Mse);
        Assert.Equal([("mse", "steinfurt")], (await bench.LettersAsync("retreat-confirmed")).Select(letter => (letter.From, letter.To)));

        // A changed day goes the same way, and what was agreed holds meanwhile.
        var changed = await bench.ProposeAsync(bench.Mse, bench.Steinfurt, new(2027, 5, 8));
        Assert.Equal((retreat.Id, new DateOnly(2027, 4, 10)), (changed.Id, changed.Fixed!.Day));
        Assert.Contains("Bis zur Bestätigung gilt weiter: Klausur am Samstag, 10. April bis Sonntag, 11. April 2027", await bench.TextAsync("retreat-proposed-mse-steinfurt-20270508-20270508-20270104"), StringComparison.Ordinal);
        await bench.Desk.DeclineAsync(retreat.Id, bench.Steinfurt, bench.CoordinatorOf(bench.Steinfurt), Token);
        Assert.Single(await bench.LettersAsync("retreat-declined"));
        Assert.Equal(new DateOnly(2027, 4, 10), (await bench.Desk.FindAsync(retreat.Id.ToString(), Token)).Fixed!.Day);
    }

    [Fact]
    public async Task Only_coordinators_and_deputies_speak_for_their_district()
    {
        using var bench = RetreatBench.Start();
        var retreat = await bench.ProposeAsync(bench.Steinfurt, bench.Steinfurt, new(2027, 4, 10));

        Assert.Equal("not-coordinator", (await Assert.ThrowsAsync<RetreatException>(() => bench.Desk.ConfirmAsync(retreat.Id, bench.Mse, bench.Mse.People[0], Token))).Code);
        Assert.Equal("own-proposal", (await Assert.ThrowsAsync<RetreatException>(() => bench.ConfirmAsync(retreat, bench.Steinfurt))).Code);
        var confirmed = await bench.Desk.ConfirmAsync(retreat.Id, bench.Mse, bench.Mse.DeputyCoordinatorOn(bench.Today)!, Token);
        Assert.Equal(RetreatState.Agreed, confirmed.On(bench.Today, 2));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_nothing_is_kept()
    {
        using var bench = RetreatBench.Start();

        Assert.Equal("past-day", (await Assert.ThrowsAsync<RetreatException>(() => bench.ProposeAsync(bench.Steinfurt, bench.Mse, new(2027, 1, 4)))).Code);
        Assert.Equal("wrong-days", (await Assert.ThrowsAsync<RetreatException>(() => bench.ProposeAsync(bench.Steinfurt, bench.Mse, new(2027, 4, 10), new(2027, 4, 9)))).Code);
        Assert.Equal("unknown-retreat", (await Assert.ThrowsAsync<RetreatException>(() => bench.Desk.ConfirmAsync(RetreatId.Of(2027, 1), bench.Mse, bench.CoordinatorOf(bench.Mse), Token))).Code);
        Assert.Empty(await bench.Desk.ListAsync(Token));

        var held = await bench.AgreeAsync(bench.Steinfurt, new(2027, 4, 10));
        bench.GoTo(new(2027, 4, 12));
        Assert.Equal("unknown-person", (await Assert.ThrowsAsync<RetreatException>(() => bench.Desk.RecordAsync(held.Id, ["Niemand Nirgends"], bench.Mse, "mse-02", Token))).Code);
        await bench.HoldAsync(held, 2, 2);
        Assert.Equal("already-held", (await Assert.ThrowsAsync<RetreatException>(() => bench.Desk.WaiveAsync(2027, bench.Mse, bench.CoordinatorOf(bench.Mse), Token))).Code);
    }

    [Fact]
    public async Task No_link_confirms_what_was_proposed_before()
    {
        using var bench = RetreatBench.Start(service: new("https://partneroffice.example/"));
        await bench.ProposeAsync(bench.Steinfurt, bench.Steinfurt, new(2027, 4, 10));
        var first = await LinkAsync(bench, "retreat-proposed-steinfurt-steinfurt-20270410-20270410-20270104");
        Assert.NotNull(await bench.Ledger.Links.FindAsync(first, Token));

        await bench.ProposeAsync(bench.Steinfurt, bench.Steinfurt, new(2027, 5, 8));

        Assert.Null(await bench.Ledger.Links.FindAsync(first, Token));
        var second = (await bench.Ledger.Links.FindAsync(await LinkAsync(bench, "retreat-proposed-steinfurt-steinfurt-20270508-20270508-20270104"), Token))!;
        Assert.Equal(("retreat-assent", bench.Mse.Id, Receivers.Coordination), (second.Purpose.Action, second.Purpose.District, second.Purpose.Person));
        bench.Clock.Advance(TimeSpan.FromDays(61));
        Assert.Null(await bench.Ledger.Links.FindAsync(await LinkAsync(bench, "retreat-proposed-steinfurt-steinfurt-20270508-20270508-20270104"), Token));
    }

    private static async Task<string> LinkAsync(RetreatBench bench, string topic) => (await bench.TextAsync(topic)).Split("/l/")[1][..22];
}
