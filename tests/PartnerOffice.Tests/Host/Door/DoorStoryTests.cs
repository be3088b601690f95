using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Door;

/// <summary>A board without any pane, from the draft to the recall: by the library's column and by the phone alone (R14).</summary>
public sealed class DoorStoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Minutes_are_checked_released_on_the_phone_approved_delivered_and_taken_back_by_the_column()
    {
        await using var door = await DoorBench.StartAsync();
        var minutes = DoorBench.Fit();

        // The secretary writes, saves, and says nothing: nobody is asked.
        door.Save(minutes);
        await door.LookAsync();
        Assert.Equal((BoardColumns.Draft, ""), await door.ColumnsAsync());

        // Done: the chair and the deputy get a mail each.
        door.Set(BoardColumns.Review, DoorBench.Secretary);
        await door.LookAsync();
        var (stand, hint) = await door.ColumnsAsync();
        Assert.Equal((BoardColumns.Review, true), (stand, hint.StartsWith("Zur Freigabe bei: Anna Beispiel, Dirk Vorlage", StringComparison.Ordinal)));
        var token = await door.LinkAsync();
        Assert.Equal(2, door.Mails("Zur Freigabe: Protokoll KV-ST 2026/07"));

        // On the phone: the head says no word of the minutes; the page shows what the partner would read.
        var purpose = (await door.PurposeAsync(token))!;
        var head = (await door.Phone.HeadAsync(purpose, Token))!;
        Assert.True(head is { OpensContent: true, Lines.Count: 0, Document: null });
        var page = (await door.Phone.ContentAsync(purpose, Token))!;
        Assert.Contains("– vertraulich, nicht in der Partnerfassung –", page.Document, StringComparison.Ordinal);
        Assert.DoesNotContain("Kündigung", page.Document + string.Join(' ', page.Lines), StringComparison.Ordinal);
        var done = await door.Phone.ActAsync(purpose, "release", new Dictionary<string, string>(), Token);
        Assert.Equal("Protokoll KV-ST 2026/07 ist freigegeben.", done.Message.German);
        var release = (await door.Ledger.Releases.LastAsync(DeliveryWorld.Partnership.Id, minutes.Id, Token))!;
        Assert.Equal((ReleaseState.Released, purpose.Person), (release.State, release.ReleasedBy));
        Assert.True(await door.Ledger.Releases.SaysAsync(release, minutes, Token));

        // The library says so too, and nobody's link is valid any more.
        await door.LookAsync();
        (stand, hint) = await door.ColumnsAsync();
        Assert.Equal((BoardColumns.Released, true), (stand, hint.StartsWith("Freigegeben am 03.08.2026 von ", StringComparison.Ordinal)));
        Assert.Null(await door.PurposeAsync(token));

        // The board approves; the edition leaves by itself and is what was frozen.
        var life = new Support.Life(door.Bench);
        Assert.IsType<ReleaseOutcome.Recorded>(await life.ApproveAsync(minutes));
        await door.Bench.DriveAsync(Token);
        Assert.Equal(DeliveryState.Delivered, (await door.Ledger.StatusAsync(life.DeliveryOf(minutes), Token)).State);
        var (_, file) = Assert.Single(await life.LibraryAsync());
        Assert.Equal(ApprovalState.Approved, (await life.ReadAsync(file)).Approval.State);

        // Something was wrong: whoever sees it first sets the column.
        door.Set(BoardColumns.Withdrawn, DoorBench.Coordinator);
        await door.LookAsync();
        Assert.Equal(BoardColumns.Withdrawn, (await door.ColumnsAsync()).Stand);
        await door.Bench.DriveAsync(Token, until: door.Bench.Clock.GetUtcNow() + TimeSpan.FromHours(1));
        Assert.Equal(DeliveryState.Delivered, (await door.Ledger.StatusAsync(life.RecallOf(minutes), Token)).State);
        Assert.EndsWith(" - zurueckgezogen.docx", Assert.Single(await life.LibraryAsync()).Key, StringComparison.Ordinal);
        Assert.Equal("zurückgezogen", Assert.Single(TrackerWorkbook.ReadRows(await door.Bench.TrackerAsync(Token), TrackerTables.Deliveries))[TrackerTables.State]!.ToString());
        Assert.Contains("Vorfallnotiz KV-ST 2026-07.docx", door.Bench.Sandbox.Describe(), StringComparison.Ordinal);

        // Looking again, and again from the beginning, does nothing more.
        var before = door.Bench.Sandbox.Describe();
        await door.LookAsync();
        await door.LookAsync();
        Assert.Equal(before, door.Bench.Sandbox.Describe());
    }

    [Fact]
    public async Task The_chair_releases_by_the_column_what_somebody_else_wrote()
    {
        await using var door = await DoorBench.StartAsync();
        var minutes = DoorBench.Fit();
        door.Save(minutes);

        door.Set(BoardColumns.Released, DoorBench.Chair);
        await door.LookAsync();

        Assert.Equal(BoardColumns.Released, (await door.ColumnsAsync()).Stand);
        var release = (await door.Ledger.Releases.LastAsync(DeliveryWorld.Partnership.Id, minutes.Id, Token))!;
        Assert.Equal((ReleaseState.Released, "st-01"), (release.State, release.ReleasedBy));
        Assert.NotNull(await door.Ledger.Releases.OpenFrozenAsync(release, Token));

        // Our own writing is nobody's wish.
        await door.LookAsync();
        Assert.Equal(release.Revision, (await door.Ledger.Releases.LastAsync(DeliveryWorld.Partnership.Id, minutes.Id, Token))!.Revision);

        // Before anything left, taking it back opens it again: nothing goes out.
        door.Set(BoardColumns.Withdrawn, DoorBench.Secretary);
        await door.LookAsync();
        Assert.Equal((BoardColumns.Draft, "Angehalten; der Partner hat nichts davon bekommen."), await door.ColumnsAsync());
        Assert.Equal(ReleaseState.Reopened, (await door.Ledger.Releases.LastAsync(DeliveryWorld.Partnership.Id, minutes.Id, Token))!.State);
    }

    [Fact]
    public async Task Sent_back_with_a_remark_the_secretary_hears_of_it_by_mail_and_in_the_library_and_can_put_it_there_again()
    {
        await using var door = await DoorBench.StartAsync();
        door.Save(DoorBench.Fit());
        door.Set(BoardColumns.Review, DoorBench.Secretary);
        await door.LookAsync();
        var purpose = (await door.PurposeAsync(await door.LinkAsync()))!;

        Assert.Equal("no-remark", (await Assert.ThrowsAnyAsync<RefusalException>(() => door.Phone.ActAsync(purpose, "return", new Dictionary<string, string> { ["remark"] = " " }, Token))).Code);
        await door.Phone.ActAsync(purpose, "return", new Dictionary<string, string> { ["remark"] = "Bei TOP 2 fehlt die Uhrzeit." }, Token);
        await door.LookAsync();
        await door.MailAsync();

        var (stand, hint) = await door.ColumnsAsync();
        Assert.Equal((BoardColumns.Draft, true), (stand, hint.Contains("Bei TOP 2 fehlt die Uhrzeit.", StringComparison.Ordinal)));
        Assert.Equal(1, door.Mails("Zurück: Protokoll KV-ST 2026/07"));
        Assert.Null(await door.Phone.HeadAsync(purpose, Token));

        // The same words again are looked at anew, with new links.
        door.Set(BoardColumns.Review, DoorBench.Secretary);
        await door.LookAsync();
        await door.MailAsync();
        Assert.Equal(4, door.Mails("Zur Freigabe: Protokoll KV-ST 2026/07"));
    }

    [Fact]
    public async Task What_nobody_decides_in_thirty_days_is_gone()
    {
        await using var door = await DoorBench.StartAsync();
        var minutes = DoorBench.Fit();
        door.Save(minutes);
        door.Set(BoardColumns.Review, DoorBench.Secretary);
        await door.LookAsync();
        var purpose = (await door.PurposeAsync(await door.LinkAsync()))!;
        var review = (await door.Ledger.Reviews.OpenAsync(DeliveryWorld.Partnership.Id, minutes.Id, Token))!;
        Assert.NotNull(await door.Ledger.Reviews.ContentAsync(review, Token));

        door.Bench.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Null(await door.Phone.HeadAsync(purpose, Token));
        await door.LookAsync();

        Assert.Null(await door.Ledger.Reviews.ContentAsync(review, Token));
        Assert.Equal(BoardColumns.Draft, (await door.ColumnsAsync()).Stand);
    }
}
