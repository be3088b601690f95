using System.IO.Compression;
using System.Text;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Sharing;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Life;

/// <summary>The minutes of a joint meeting are released and approved by both boards, and delivered to both, each in its own view (R22).</summary>
public sealed class JointMinutesTests
{
    private static readonly Partnership Partnership = DeliveryWorld.Partnership;

    private static readonly Minutes Joint = JointSample.Minutes;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Released_or_approved_by_one_board_only_nothing_leaves()
    {
        await using var bench = await CourierBench.StartAsync(Token);

        var first = await ReleaseAsync(bench, Joint, JointSample.Host, "Anna Beispiel");
        var unknown = await bench.Ledger.Releases.LastAsync(Partnership.Id, Joint.Id, Token);
        var second = await ReleaseAsync(bench, Joint, JointSample.Guest, "Jana Kopie");
        var approved = await ApproveAsync(bench, JointSample.Host);
        await bench.DriveAsync(Token);

        Assert.Equal(JointSample.Guest, Assert.IsType<ReleaseOutcome.AwaitsOther>(first).Missing.ToString());
        Assert.Null(unknown);
        Assert.Equal(ReleaseState.Released, Assert.IsType<ReleaseOutcome.Recorded>(second).Release.State);
        Assert.Equal(JointSample.Guest, Assert.IsType<ReleaseOutcome.AwaitsOther>(approved).Missing.ToString());
        Assert.Empty(await bench.Ledger.ListAsync(Token));
    }

    [Fact]
    public async Task Approved_by_both_each_board_gets_its_own_view_and_no_word_of_the_other()
    {
        await using var bench = await CourierBench.StartAsync(Token);

        await DeliverAsync(bench);

        var editions = (await bench.Ledger.ListAsync(Token)).Where(delivery => delivery.Kind == DeliveryKind.Edition).ToList();
        Assert.Equal([DeliveryState.Delivered, DeliveryState.Delivered], editions.Select(edition => edition.State));
        foreach (var (own, other) in ((string, string)[])[(JointSample.Host, JointSample.Guest), (JointSample.Guest, JointSample.Host)])
        {
            var lies = Everything(bench, own);
            Assert.All(JointSample.SecretsOf(other), secret => Assert.DoesNotContain(secret, lies, StringComparison.OrdinalIgnoreCase));
            Assert.Contains(JointSample.Secret(own, "absatz"), lies, StringComparison.Ordinal);
            Assert.Contains("angenommen vom Kreisvorstand Steinfurt, abgelehnt vom Kreisvorstand Mecklenburgische Seenplatte", lies, StringComparison.Ordinal);
            Assert.Contains("Anna Beispiel und Jana Kopie", lies, StringComparison.Ordinal);
        }

        // What both see, and what the service keeps, says nothing of either.
        var common = Words(await bench.TrackerAsync(Token)) + new Support.Life(bench).Mails() + Kept(bench);
        Assert.All(JointSample.SecretsOf(JointSample.Host).Concat(JointSample.SecretsOf(JointSample.Guest)), secret => Assert.DoesNotContain(secret, common, StringComparison.OrdinalIgnoreCase));
        var tracker = Words(await bench.TrackerAsync(Token));
        Assert.Contains("MSE-B 2026-07-02", tracker, StringComparison.Ordinal);
        Assert.Contains("B 2026-07-02", tracker, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approved_with_changes_by_one_board_they_are_open_again_for_both()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        await ReleaseAsync(bench, Joint, JointSample.Host, "Anna Beispiel");
        await ReleaseAsync(bench, Joint, JointSample.Guest, "Jana Kopie");
        await ApproveAsync(bench, JointSample.Host);

        await ApproveAsync(bench, JointSample.Guest, withChanges: true);
        var again = await ReleaseAsync(bench, Joint, JointSample.Guest, "Jana Kopie");
        await bench.DriveAsync(Token);

        Assert.Equal(JointSample.Host, Assert.IsType<ReleaseOutcome.AwaitsOther>(again).Missing.ToString());
        Assert.Equal(ReleaseState.Reopened, (await bench.Ledger.Releases.LastAsync(Partnership.Id, Joint.Id, Token))!.State);
        Assert.Empty(await bench.Ledger.ListAsync(Token));
    }

    [Fact]
    public async Task What_one_board_releases_otherwise_is_released_by_neither()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        await ReleaseAsync(bench, Joint, JointSample.Host, "Anna Beispiel");
        await ReleaseAsync(bench, Joint, JointSample.Guest, "Jana Kopie");

        var other = await ReleaseAsync(bench, Joint with { Place = "Beispielhalle" }, JointSample.Guest, "Jana Kopie");

        Assert.True(Assert.IsType<ReleaseOutcome.AwaitsOther>(other).SaidOtherwise);
        Assert.Equal(ReleaseState.Reopened, (await bench.Ledger.Releases.LastAsync(Partnership.Id, Joint.Id, Token))!.State);
    }

    [Fact]
    public async Task A_release_prepared_before_the_other_board_agreed_is_looked_at_again_and_then_names_both()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var early = await PreparedAsync(bench, Joint, JointSample.Guest, "Jana Kopie");
        await ReleaseAsync(bench, Joint, JointSample.Host, "Anna Beispiel");

        var late = await new ReleaseMinutes(bench.Ledger, Partnership, bench.Clock).RunAsync(early, Token);
        var again = await ReleaseAsync(bench, Joint, JointSample.Guest, "Jana Kopie");

        Assert.IsType<ReleaseOutcome.ChangedMeanwhile>(late);
        Assert.Equal("st-01 mse-01", Assert.IsType<ReleaseOutcome.Recorded>(again).Release.ReleasedBy);
    }

    [Fact]
    public async Task Whoever_took_the_minutes_or_has_no_office_releases_for_neither_board()
    {
        await using var bench = await CourierBench.StartAsync(Token);

        await Assert.ThrowsAsync<ShareException>(() => ReleaseAsync(bench, Joint, JointSample.Host, "Bernd Muster"));
        await Assert.ThrowsAsync<ShareException>(() => ReleaseAsync(bench, Joint, JointSample.Guest, "Otto Umschlag"));
    }

    [Fact]
    public async Task Taken_back_it_is_gone_from_both_libraries()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        await DeliverAsync(bench);
        var life = new Support.Life(bench);

        await life.RecallAsync(Joint);
        await bench.DriveAsync(Token);

        foreach (var own in (string[])[JointSample.Host, JointSample.Guest])
        {
            var lies = Everything(bench, own);
            Assert.DoesNotContain(JointSample.Secret(own, "absatz"), lies, StringComparison.Ordinal);
            Assert.Contains("Protokoll zurückgezogen", lies, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Die Vorstände fassen den Beschluss", Words(await bench.TrackerAsync(Token)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_register_of_a_board_holds_its_own_part_alone()
    {
        foreach (var (own, other) in ((string, string)[])[(JointSample.Host, JointSample.Guest), (JointSample.Guest, JointSample.Host)])
        {
            var rows = string.Join('\n', RegisterRows.Of(Joint, Partnership.Find(own)!).SelectMany(change => change.Rows).SelectMany(row => row.Cells.Values).Select(cell => cell?.ToString()));
            Assert.Contains(JointSample.Secret(own, "beschluss"), rows, StringComparison.Ordinal);
            Assert.All(JointSample.SecretsOf(other), secret => Assert.DoesNotContain(secret, rows, StringComparison.Ordinal));
        }
    }

    private static async Task DeliverAsync(CourierBench bench)
    {
        await ReleaseAsync(bench, Joint, JointSample.Host, "Anna Beispiel");
        await ReleaseAsync(bench, Joint, JointSample.Guest, "Jana Kopie");
        // The one board in its next meeting, the other by its chair.
        await new Support.Life(bench).ReleaseAsync(Support.Life.Minutes("08", 11, Joint.Id));
        Assert.IsType<ReleaseOutcome.Recorded>(await ApproveAsync(bench, JointSample.Guest));
        await bench.DriveAsync(Token);
    }

    private static async Task<ReleaseOutcome> ReleaseAsync(CourierBench bench, Minutes minutes, string board, string by) =>
        await new ReleaseMinutes(bench.Ledger, Partnership, bench.Clock).RunAsync(await PreparedAsync(bench, minutes, board, by), Token);

    private static async Task<ReleaseProposal> PreparedAsync(CourierBench bench, Minutes minutes, string board, string by)
    {
        var release = new ReleaseMinutes(bench.Ledger, Partnership, bench.Clock);
        var (own, person) = (Partnership.Find(board)!, Partnership.Find(board)!.People.Single(one => one.Name == by));
        var (released, with) = await release.ReleasedAsync(minutes, [.. Partnership.Districts], own, person, Token);
        var shared = release.Prepare(released, new MinutesReading(released, [], [], []), []);
        return new(minutes, released, Partnership.Districts[0], person, shared, shared.Document.Sha256, []) { Board = own, With = with };
    }

    private static async Task<ReleaseOutcome> ApproveAsync(CourierBench bench, string board, bool withChanges = false)
    {
        var release = await bench.Ledger.Releases.LastAsync(Partnership.Id, Joint.Id, Token);
        var (own, today) = (Partnership.Find(board)!, DateOnly.FromDateTime(bench.Clock.GetUtcNow().DateTime));
        return await new ReleaseMinutes(bench.Ledger, Partnership, bench.Clock).ApproveAsync(
            release!, own.HoldersOn(OfficeRole.Chair, today)[0], own.Id, withChanges ? null : new ApprovalNote(today, null, null), Token);
    }

    // Every file of a district's own tenant, unpacked where it is a package.
    private static string Everything(CourierBench bench, string district)
    {
        var name = Partnership.Find(district)!.ShortName;
        var folder = Directory.EnumerateDirectories(Path.Combine(bench.World.Folder, "sandbox")).Single(path => Path.GetFileName(path).Contains(name, StringComparison.Ordinal));
        return string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => $"{path}\n{Words(File.ReadAllBytes(path))}"));
    }

    private static string Words(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith("PK"u8))
            return Encoding.UTF8.GetString(bytes.Span);

        using var zip = new ZipArchive(new MemoryStream(bytes.ToArray()));
        return string.Join('\n', zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    private static string Kept(CourierBench bench) => string.Join('\n', Directory.EnumerateFiles(bench.World.Folder, "ledger.db*").Select(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }));
}
