using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Sharing;
using PartnerOffice.PersonalLinks;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Life;

/// <summary>The chairs of two boards look at their joint minutes by links of their own, each at the own view, and release each for the own board (R14, R22).</summary>
public sealed class JointReviewTests
{
    private const string HostChair = "anna.beispiel@example.org";
    private const string GuestChair = "jana.kopie@example.org";

    private static readonly Partnership Partnership = DeliveryWorld.Partnership;

    private static readonly Minutes Joint = JointSample.Minutes;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_chair_sees_the_own_view_alone_and_the_second_release_counts_for_both()
    {
        await using var door = await DoorBench.StartAsync();
        Assert.True((await ReviewAsync(door)).IsNew);
        var (host, guest) = (await PurposeAsync(door, HostChair), await PurposeAsync(door, GuestChair));
        await AssertOwnViewAsync(door, host, JointSample.Host, JointSample.Guest);
        await AssertOwnViewAsync(door, guest, JointSample.Guest, JointSample.Host);

        // The guest first: nothing is released, nothing leaves, and only that board's links are done with.
        var first = await ActAsync(door, guest, "release");
        await door.MailAsync();
        Assert.Equal("Protokoll Klausur 2026 ist für den Kreisvorstand Mecklenburgische Seenplatte freigegeben.", first.Message.German);
        Assert.Contains("Es fehlt noch die Freigabe durch den Kreisvorstand Steinfurt.", first.Next!.German, StringComparison.Ordinal);
        Assert.Null(await door.Ledger.Releases.LastAsync(Partnership.Id, Joint.Id, Token));
        Assert.DoesNotContain(await door.Ledger.ListAsync(Token), delivery => delivery.Kind == DeliveryKind.Edition);
        Assert.Empty(await ValidAsync(door, GuestChair));
        Assert.Equal("already-decided", await RefusedAsync(door, guest, "release"));

        var second = await ActAsync(door, host, "release");
        Assert.Equal("Protokoll Klausur 2026 ist freigegeben.", second.Message.German);
        var release = (await door.Ledger.Releases.LastAsync(Partnership.Id, Joint.Id, Token))!;
        Assert.Equal((ReleaseState.Released, "st-01 mse-01"), (release.State, release.ReleasedBy));
        Assert.True(await door.Ledger.Releases.SaysAsync(release, Joint, Token));
        Assert.Empty(await ValidAsync(door, HostChair));
        await AssertFrozenAsync(door, release);
    }

    [Fact]
    public async Task What_one_board_released_another_way_is_asked_of_the_other_alone_and_named_with_it()
    {
        await using var door = await DoorBench.StartAsync();
        await ReviewAsync(door);
        var guest = await PurposeAsync(door, GuestChair);
        // The host's deputy coordinator or chair at the desk, not by link.
        Assert.IsType<ReleaseOutcome.AwaitsOther>(await ReleaseAsync(door, JointSample.Host, "Elif Entwurf"));

        Assert.Empty(await ValidAsync(door, HostChair));
        var again = await ReviewAsync(door);
        Assert.False(again.IsNew);
        Assert.All(again.Readers, reader => Assert.NotNull(Partnership.Find(JointSample.Guest)!.Find(reader.Id)));
        await ActAsync(door, guest, "release");

        var release = (await door.Ledger.Releases.LastAsync(Partnership.Id, Joint.Id, Token))!;
        Assert.Equal("st-05 mse-01", release.ReleasedBy);
        var frozen = (await door.Ledger.Releases.OpenFrozenAsync(release, Token))!;
        Assert.Equal("Elif Entwurf und Jana Kopie", FrozenEdition.Thaw(frozen.Edition, null).Content.Approval.ReleasedBy);
    }

    [Fact]
    public async Task Sent_back_by_one_board_it_goes_to_the_writer_and_no_link_is_valid_any_more()
    {
        await using var door = await DoorBench.StartAsync();
        await ReviewAsync(door);
        var (host, guest) = (await PurposeAsync(door, HostChair), await PurposeAsync(door, GuestChair));

        await door.Phone.ActAsync(guest, "return", new Dictionary<string, string> { ["remark"] = "Bei TOP 2 fehlt die Uhrzeit." }, Token);
        await door.MailAsync();

        Assert.Equal(1, door.Mails("Zurück: Protokoll Klausur 2026"));
        var told = Assert.Single(await door.Ledger.ListAsync(Token), delivery => delivery.Kind == DeliveryKind.Letter && delivery.Topic == "returned-2");
        Assert.Equal((JointSample.Host, JointSample.Host), (told.From.ToString(), told.To.ToString()));
        Assert.Empty((await ValidAsync(door, HostChair)).Concat(await ValidAsync(door, GuestChair)));
        Assert.Equal("already-decided", await RefusedAsync(door, host, "release"));
        Assert.Null(await door.Ledger.Releases.LastAsync(Partnership.Id, Joint.Id, Token));
    }

    [Fact]
    public async Task A_link_of_one_board_opens_nothing_of_the_other_and_nobody_else_may()
    {
        await using var door = await DoorBench.StartAsync();
        await ReviewAsync(door);
        var (host, guest) = (await PurposeAsync(door, HostChair), await PurposeAsync(door, GuestChair));

        // The same person with the other's subject or district, and somebody without the office.
        foreach (var wrong in (LinkPurpose[])[host with { Subject = guest.Subject }, guest with { Subject = host.Subject }, host with { District = guest.District }, guest with { Person = "mse-02" }])
        {
            Assert.Null(await door.Phone.HeadAsync(wrong, Token));
            Assert.Null(await door.Phone.ContentAsync(wrong, Token));
            Assert.Equal("already-decided", await RefusedAsync(door, wrong, "release"));
        }
    }

    [Fact]
    public async Task The_column_of_a_library_speaks_for_one_board_and_refuses_the_minutes_of_two()
    {
        await using var door = await DoorBench.StartAsync();
        var reading = new MinutesReading(Joint, [], [], []);
        var acts = new DoorActs(door.Ledger, Partnership, Partnership.Districts[0], DoorBench.Service, door.Bench.Clock);
        var coordinator = new DoorHistory(BoardColumns.Released, new(null, null, DoorBench.Coordinator), IsOurs: false, null, WasWrittenAfter: false);

        foreach (var stand in (string[])[BoardColumns.Review, BoardColumns.Released])
        {
            var (answer, _) = await acts.RunAsync("1", stand, coordinator, reading, null, Token);
            Assert.Contains("geben beide Vorstände frei", answer.Hint!.German, StringComparison.Ordinal);
        }

        Assert.Null(await door.Ledger.Reviews.OpenAsync(Partnership.Id, Joint.Id, Token));
        Assert.Null(await door.Ledger.Releases.LastAsync(Partnership.Id, Joint.Id, Token));
    }

    private static async Task AssertOwnViewAsync(DoorBench door, LinkPurpose purpose, string own, string other)
    {
        Assert.Equal(own, purpose.District.ToString());
        var head = (await door.Phone.HeadAsync(purpose, Token))!;
        Assert.True(head is { OpensContent: true, Lines.Count: 0, Document: null });
        var page = (await door.Phone.ContentAsync(purpose, Token))!;
        var text = page.Document + string.Join('\n', page.Lines.Concat(page.Fields.Select(field => field.Label)).SelectMany(line => (string[])[line.German, line.English]));
        Assert.Contains(JointSample.Secret(own, "absatz"), text, StringComparison.Ordinal);
        Assert.All(JointSample.SecretsOf(other), secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        // It says what the other board does not read of it.
        Assert.Contains(own == JointSample.Host ? "TOP N 1" : "TOP N 2", page.Lines[^1].German, StringComparison.Ordinal);
        Assert.Contains("Kreisverband Steinfurt", page.Fields[0].Label.German, StringComparison.Ordinal);
    }

    private static async Task AssertFrozenAsync(DoorBench door, Release release)
    {
        var frozen = (await door.Ledger.Releases.OpenFrozenAsync(release, Token))!;
        foreach (var (bytes, own, others) in ((byte[], string?, string[])[])[
            (frozen.Edition, JointSample.Guest, [JointSample.Host]), (frozen.Joint!.Back, JointSample.Host, [JointSample.Guest]), (frozen.Joint.Both, null, [JointSample.Host, JointSample.Guest])])
        {
            var edition = FrozenEdition.Thaw(bytes, null);
            var text = MinutesJson.Write(edition.Content) + string.Join('\n', edition.Withheld.Select(one => one.Place + one.Reason.German));
            Assert.Equal("Anna Beispiel und Jana Kopie", edition.Content.Approval.ReleasedBy);
            Assert.All(others.SelectMany(JointSample.SecretsOf), secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
            Assert.True(own is null || text.Contains(JointSample.Secret(own, "absatz"), StringComparison.Ordinal));
        }
    }

    private static async Task<ReviewOutcome.Waits> ReviewAsync(DoorBench door)
    {
        var reading = new MinutesReading(Joint, [], [], []);
        var given = await GivenAsync(door, reading);
        var secretary = Partnership.Find(JointSample.Host)!.Find("st-02")!;
        return Assert.IsType<ReviewOutcome.Waits>(await new ReviewMinutes(door.Ledger, Partnership, DoorBench.Service, door.Bench.Clock).RunAsync(reading, given, secretary, [], null, Token));
    }

    private static async Task<ReleaseOutcome> ReleaseAsync(DoorBench door, string board, string by)
    {
        var reading = new MinutesReading(Joint, [], [], []);
        var own = Partnership.Find(board)!;
        var (proposal, open) = await ReleasePreparation.RunAsync(
            door.Ledger, Partnership, reading, await GivenAsync(door, reading), _ => (own.People.Single(one => one.Name == by), own), door.Bench.Clock, Token);
        Assert.Empty(open);
        return await new ReleaseMinutes(door.Ledger, Partnership, door.Bench.Clock).RunAsync(proposal!, Token);
    }

    // What is to be looked at in this sample was looked at.
    private static async Task<IReadOnlyList<GivenReason>> GivenAsync(DoorBench door, MinutesReading reading) =>
        [.. (await ReleasePreparation.JudgeAsync(door.Ledger, Partnership, reading, [], door.Bench.Clock, Token)).Where(judged => judged.IsOpen).Select(judged => new GivenReason(judged.Finding.Rule, judged.Finding.Places, "besprochen"))];

    private static async Task<LinkPurpose> PurposeAsync(DoorBench door, string address) => Assert.Single(await ValidAsync(door, address));

    private static async Task<IReadOnlyList<LinkPurpose>> ValidAsync(DoorBench door, string address)
    {
        var valid = new List<LinkPurpose>();
        foreach (var token in await door.LinksToAsync(address))
        {
            if (await door.PurposeAsync(token) is { } purpose)
                valid.Add(purpose);
        }

        return valid;
    }

    private static Task<LinkDone> ActAsync(DoorBench door, LinkPurpose purpose, string choice) => door.Phone.ActAsync(purpose, choice, new Dictionary<string, string>(), Token);

    private static async Task<string> RefusedAsync(DoorBench door, LinkPurpose purpose, string choice) => (await Assert.ThrowsAnyAsync<RefusalException>(() => ActAsync(door, purpose, choice))).Code;
}
