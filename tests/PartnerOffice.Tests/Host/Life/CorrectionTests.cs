using System.IO.Compression;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Sharing;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Life;

/// <summary>A correction becomes the new content of the same file, wherever people moved it, and never writes over what they wrote (D7).</summary>
public sealed class CorrectionTests
{
    private const string Words = "Die Zahl der Gäste ist berichtigt.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_correction_replaces_the_same_file_though_the_partner_renamed_and_moved_it()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);
        var first = Assert.Single(await life.LibraryAsync()).Value;
        await life.MoveAsPartnerAsync(first, "Ablage", "Juli vom Partner.docx");

        var status = await life.DeliverAsync(Support.Life.Corrected(july));

        var last = Assert.Single(await life.LibraryAsync());
        Assert.Equal((DeliveryState.Delivered, first.Id, "Juli vom Partner.docx"), (status.State, last.Value.Id, last.Key));
        Assert.Contains(Words, MinutesJson.Write(await life.ReadAsync(last.Value)), StringComparison.Ordinal);
        Assert.Contains("Es ist Fassung 2 und ersetzt die bisherige.", life.Mails(), StringComparison.Ordinal);
        var found = await bench.Partner.Drives.FindAsync(bench.Library.Drive, last.Value.Id, Token);
        var fields = await bench.Partner.Lists.FieldsAsync(bench.Library.Site, bench.Library.List, found!.ListItemId!, Token);
        Assert.Equal("2", Convert.ToString(fields!.Fields["POVersion"], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_somebody_at_the_partners_wrote_into_it_is_not_written_over_before_a_person_says_so()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);
        var theirs = await EditAsync(bench, life);

        var stopped = await life.DeliverAsync(Support.Life.Corrected(july));
        var kept = await life.ReadAsync(Assert.Single(await life.LibraryAsync()).Value);
        await bench.Ledger.RetryAsync(stopped.Delivery, Token);
        await bench.DriveAsync(Token);
        var replaced = await life.ReadAsync(Assert.Single(await life.LibraryAsync()).Value);

        Assert.Equal((DeliveryState.Failed, StepError.EditedByPartner), (stopped.State, stopped[DeliveryStep.Upload].Error));
        Assert.Equal(theirs, kept.Items[0].Title);
        Assert.Contains(Words, MinutesJson.Write(replaced), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_the_partner_deleted_is_not_laid_there_again_by_itself()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);
        await bench.Partner.Drives.DeleteAsync(bench.Library.Drive, Assert.Single(await life.LibraryAsync()).Value.Id, null, Token);

        var status = await life.DeliverAsync(Support.Life.Corrected(july));

        Assert.Equal((DeliveryState.Failed, StepError.RemovedByPartner), (status.State, status[DeliveryStep.Upload].Error));
        Assert.Empty(await life.LibraryAsync());
    }

    [Fact]
    public async Task A_file_that_is_open_is_waited_for_and_the_own_coordinator_hears_of_it_after_four_hours()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);
        var name = Assert.Single(await life.LibraryAsync()).Key;
        var corrected = Support.Life.Corrected(july);
        using (bench.Sandbox.Open(bench.Library.Drive.Value, bench.Library.Folder.Append(name).Value, "Word"))
        {
            await life.ReleaseAsync(corrected);
            await life.ApproveAsync(corrected);
            await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(32));
        }

        var waiting = await bench.Ledger.StatusAsync(life.DeliveryOf(corrected), Token);
        await bench.DriveAsync(Token);

        Assert.Equal("locked", waiting[DeliveryStep.Upload].Error);
        Assert.Contains("Die neue Fassung in der Bibliothek des Partners", life.Mails(), StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Delivered, (await bench.Ledger.StatusAsync(life.DeliveryOf(corrected), Token)).State);
    }

    [Fact]
    public async Task A_service_that_lost_its_ledger_finds_the_file_of_the_earlier_version()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);
        var first = Assert.Single(await life.LibraryAsync()).Value;
        await bench.LoseLedgerAsync(Token);

        var status = await life.DeliverAsync(Support.Life.Corrected(july));

        Assert.Equal((DeliveryState.Delivered, first.Id), (status.State, Assert.Single(await life.LibraryAsync()).Value.Id));
    }

    [Fact]
    public async Task Corrected_before_anything_left_only_the_corrected_version_leaves()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.ReleaseAsync(july);
        await life.ApproveAsync(july);

        var status = await life.DeliverAsync(Support.Life.Corrected(july));

        Assert.Equal(DeliveryState.Delivered, status.State);
        Assert.Equal(DeliveryState.Stopped, (await bench.Ledger.StatusAsync(life.DeliveryOf(july), Token)).State);
        Assert.Equal(2, (await life.ReadAsync(Assert.Single(await life.LibraryAsync()).Value)).Version.Number);
    }

    [Fact]
    public async Task A_correction_because_of_a_leak_removes_the_old_file_with_its_history_first()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);
        var first = Assert.Single(await life.LibraryAsync()).Value;
        var corrected = Support.Life.Corrected(july);
        await life.ReleaseAsync(corrected);
        var released = corrected with { Approval = (await ReleasedAsync(bench, life, corrected)).Approval };
        var edition = Redactor.Redact(released, life.Partnership);
        var shared = SharedMinutes.Prepare(
            released, new MinutesReading(released, [], [], []), life.Partnership, new(2026, 8, 3),
            [.. LeakSearch.For(edition).Coincidences.Select(coincidence => new AcceptedCoincidence(coincidence.Place, coincidence.AlsoAt))]);
        var ground = await bench.Ledger.Recalls.FindAsync(life.DeliveryOf(july), Token);

        var outcome = await life.Recalling.ReplaceAsync(ground!, shared, life.Partnership.Districts[0].People[0], Token);
        await bench.DriveAsync(Token);

        var status = await bench.Ledger.StatusAsync(Assert.IsType<EnqueueOutcome.Accepted>(outcome).Delivery.Delivery, Token);
        var last = Assert.Single(await life.LibraryAsync()).Value;
        Assert.Equal((DeliveryState.Delivered, RemovalResult.ForGood), (status.State, status[DeliveryStep.Remove].Error));
        Assert.NotEqual(first.Id, last.Id);
        Assert.Equal(2, (await life.ReadAsync(last)).Version.Number);
        Assert.Equal(DeliveryState.Withdrawn, (await bench.Ledger.StatusAsync(life.DeliveryOf(july), Token)).State);
        Assert.Contains("Die frühere Datei ist aus der Bibliothek entfernt", life.Mails(), StringComparison.Ordinal);
    }

    private static async Task<Minutes> ReleasedAsync(CourierBench bench, Support.Life life, Minutes minutes)
    {
        await life.ApproveAsync(minutes);
        await bench.Ledger.Office.CancelAsync(life.DeliveryOf(minutes), "st-02", Token);
        var release = await bench.Ledger.Releases.LastAsync(life.Partnership.Id, minutes.Id, Token);
        return OfficialMinutes.Of(minutes, release!, life.Partnership.Districts[0]);
    }

    // Somebody at the partner's opens the file in Word and changes a title.
    private static async Task<string> EditAsync(CourierBench bench, Support.Life life)
    {
        const string Theirs = "Unsere Anmerkung zur Begrüßung";
        var item = Assert.Single(await life.LibraryAsync()).Value;
        var said = await life.ReadAsync(item);
        var content = await bench.Partner.Drives.DownloadAsync(bench.Library.Drive, item.Id, Token);
        using var package = new MemoryStream();
        package.Write(content.Bytes.Span);
        using (var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.GetEntry("word/document.xml")!.Open();
            var xml = new StreamReader(part).ReadToEnd();
            Assert.Contains(said.Items[0].Title, xml, StringComparison.Ordinal);
            part.SetLength(0);
            using var writer = new StreamWriter(part);
            writer.Write(xml.Replace(said.Items[0].Title, Theirs, StringComparison.Ordinal));
        }

        var changed = package.ToArray();
        await bench.Partner.Drives.ReplaceAsync(bench.Library.Drive, item.Id, changed, content.Item.CTag, Token);
        return Theirs;
    }
}
