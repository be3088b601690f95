using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Door;

/// <summary>What the second door does not do, and what it says instead.</summary>
public sealed class DoorRefusalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly MinutesId Id = DoorBench.Fit().Id;

    [Theory]
    [InlineData(BoardColumns.Released, DoorBench.Secretary, "hat das Protokoll geführt")]
    [InlineData(BoardColumns.Released, "stranger@somewhere.example", "steht nicht in der Partnerschaftsdatei")]
    [InlineData(BoardColumns.Review, "Power Automate", "steht nicht in der Partnerschaftsdatei")]
    [InlineData(BoardColumns.Withdrawn, "stranger@somewhere.example", "steht nicht in der Partnerschaftsdatei")]
    [InlineData(BoardColumns.Withdrawn, DoorBench.Chair, "nichts freigegeben oder unterwegs")]
    public async Task Who_may_not_is_told_so_and_the_column_says_how_it_really_is(string stand, string by, string sentence)
    {
        await using var door = await DoorBench.StartAsync();
        // Somebody else wrote last, so that it is the role alone that refuses.
        door.Save(DoorBench.Fit(), DoorBench.Coordinator);

        door.Set(stand, by);
        await door.LookAsync();

        var (now, hint) = await door.ColumnsAsync();
        Assert.Equal(BoardColumns.Draft, now);
        Assert.Contains(sentence, hint, StringComparison.Ordinal);
        Assert.EndsWith("?web=1", hint, StringComparison.Ordinal);
        await AssertNothingHappenedAsync(door);
    }

    [Fact]
    public async Task The_last_writer_releases_nothing_whoever_it_is_and_is_asked_for_nothing()
    {
        await using var door = await DoorBench.StartAsync();
        door.Save(DoorBench.Fit());
        door.Save(DoorBench.Fit("Der Vorstand dankt allen Helfenden."), DoorBench.Chair);

        door.Set(BoardColumns.Released, DoorBench.Chair);
        await door.LookAsync();
        Assert.Contains("hat zuletzt am Text geschrieben", (await door.ColumnsAsync()).Hint, StringComparison.Ordinal);
        await AssertNothingHappenedAsync(door);

        // The deputy is asked instead, and the chair is not.
        door.Set(BoardColumns.Review, DoorBench.Secretary);
        await door.LookAsync();
        Assert.Equal("Zur Freigabe bei: Dirk Vorlage. Der Link ist als Nachricht unterwegs.", (await door.ColumnsAsync()).Hint);
    }

    [Fact]
    public async Task What_was_written_after_the_column_was_set_is_released_by_nobody()
    {
        await using var door = await DoorBench.StartAsync();
        door.Save(DoorBench.Fit());

        door.Set(BoardColumns.Released, DoorBench.Chair);
        door.Save(DoorBench.Fit("Und noch ein Satz."));
        await door.LookAsync();

        Assert.Contains("wurde der Text noch geändert", (await door.ColumnsAsync()).Hint, StringComparison.Ordinal);
        await AssertNothingHappenedAsync(door);
    }

    [Fact]
    public async Task A_person_who_changes_it_back_before_the_service_acts_is_heard()
    {
        await using var door = await DoorBench.StartAsync();
        door.Save(DoorBench.Fit());

        door.Set(BoardColumns.Released, DoorBench.Chair);
        door.Set(BoardColumns.Draft, DoorBench.Secretary);
        await door.LookAsync();

        Assert.Equal((BoardColumns.Draft, ""), await door.ColumnsAsync());
        await AssertNothingHappenedAsync(door);
    }

    [Fact]
    public async Task Back_to_the_draft_ends_the_links()
    {
        await using var door = await DoorBench.StartAsync();
        door.Save(DoorBench.Fit());
        door.Set(BoardColumns.Review, DoorBench.Secretary);
        await door.LookAsync();
        var token = await door.LinkAsync();

        door.Set(BoardColumns.Draft, DoorBench.Secretary);
        await door.LookAsync();

        Assert.Null(await door.PurposeAsync(token));
        Assert.Equal((BoardColumns.Draft, "Wieder im Entwurf; die verschickten Links gelten nicht mehr."), await door.ColumnsAsync());
    }

    [Fact]
    public async Task Changed_since_the_review_the_phone_says_so_and_does_nothing_and_the_library_asks_for_it_anew()
    {
        await using var door = await DoorBench.StartAsync();
        door.Save(DoorBench.Fit());
        door.Set(BoardColumns.Review, DoorBench.Secretary);
        await door.LookAsync();
        var purpose = (await door.PurposeAsync(await door.LinkAsync()))!;

        door.Save(DoorBench.Fit("Und noch ein Satz."));
        Assert.Equal("changed-since-review", (await Assert.ThrowsAnyAsync<RefusalException>(() => door.Phone.ActAsync(purpose, "release", new Dictionary<string, string>(), Token))).Code);
        Assert.Null(await door.Phone.HeadAsync(purpose, Token));
        Assert.Null(await door.Ledger.Releases.LastAsync(DeliveryWorld.Partnership.Id, Id, Token));
    }

    [Fact]
    public async Task A_changed_text_takes_the_column_back_to_the_draft()
    {
        await using var door = await DoorBench.StartAsync();
        door.Save(DoorBench.Fit());
        door.Set(BoardColumns.Review, DoorBench.Secretary);
        await door.LookAsync();

        door.Save(DoorBench.Fit("Und noch ein Satz."));
        await door.LookAsync();

        var (stand, hint) = await door.ColumnsAsync();
        Assert.Equal((BoardColumns.Draft, true), (stand, hint.StartsWith("Seit »Zur Prüfung« geändert", StringComparison.Ordinal)));
        Assert.Null(await door.Ledger.Reviews.OpenAsync(DeliveryWorld.Partnership.Id, Id, Token));
    }

    [Fact]
    public async Task Released_meanwhile_another_way_every_link_is_settled()
    {
        await using var door = await DoorBench.StartAsync();
        var minutes = DoorBench.Fit();
        door.Save(minutes);
        door.Set(BoardColumns.Review, DoorBench.Secretary);
        await door.LookAsync();
        var token = await door.LinkAsync();
        var purpose = (await door.PurposeAsync(token))!;

        Assert.IsType<ReleaseOutcome.Recorded>(await new Support.Life(door.Bench).ReleaseAsync(minutes));

        Assert.Null(await door.PurposeAsync(token));
        Assert.Null(await door.Phone.HeadAsync(purpose, Token));
        Assert.Equal("already-decided", (await Assert.ThrowsAnyAsync<RefusalException>(() => door.Phone.ActAsync(purpose, "release", new Dictionary<string, string>(), Token))).Code);
        await door.LookAsync();
        Assert.Equal(BoardColumns.Released, (await door.ColumnsAsync()).Stand);
    }

    [Fact]
    public async Task A_link_is_for_a_person_who_may_decide_today()
    {
        await using var door = await DoorBench.StartAsync();
        door.Save(DoorBench.Fit());
        door.Set(BoardColumns.Review, DoorBench.Secretary);
        await door.LookAsync();
        var purpose = (await door.PurposeAsync(await door.LinkAsync()))!;

        // Forged in our own ledger, they would still open nothing.
        foreach (var person in (string[])["st-02", "st-03", "nobody"])
            Assert.Null(await door.Phone.HeadAsync(purpose with { Person = person }, Token));
        Assert.Null(await door.Phone.HeadAsync(purpose with { Subject = "steinfurt-2026-07/99" }, Token));
    }

    [Fact]
    public async Task What_is_open_is_named_in_one_sentence_and_nobody_is_asked()
    {
        await using var door = await DoorBench.StartAsync();
        var fit = DoorBench.Fit();
        door.Save(fit with { Chair = null, Boards = [.. fit.Boards.Select(board => board with { Chair = null })] });

        door.Set(BoardColumns.Review, DoorBench.Secretary);
        await door.LookAsync();

        var (stand, hint) = await door.ColumnsAsync();
        Assert.Equal((BoardColumns.Draft, true), (stand, hint.Contains("zu klären", StringComparison.Ordinal)));
        await AssertNothingHappenedAsync(door);
    }

    [Fact]
    public async Task A_file_that_is_no_minutes_and_a_file_elsewhere_are_left_in_peace()
    {
        await using var door = await DoorBench.StartAsync();
        door.Bench.Sandbox.Save(door.Route.Drive.Value, "Protokolle/Notiz.docx", DoorBench.Secretary, "no document"u8);
        door.Bench.Sandbox.Save(door.Route.Drive.Value, "Notiz.docx", DoorBench.Secretary, "no document"u8);

        door.Set(BoardColumns.Review, DoorBench.Secretary, "Protokolle/Notiz.docx");
        door.Set(BoardColumns.Review, DoorBench.Secretary, "Notiz.docx");
        await door.LookAsync();

        Assert.StartsWith("Diese Datei lässt sich nicht als Protokoll lesen", (await door.ColumnsAsync("Protokolle/Notiz.docx")).Hint, StringComparison.Ordinal);
        Assert.Equal((BoardColumns.Review, ""), await door.ColumnsAsync("Notiz.docx"));
    }

    [Fact]
    public async Task A_file_that_somebody_holds_open_is_answered_later_and_nothing_is_done_twice()
    {
        await using var door = await DoorBench.StartAsync();
        door.Save(DoorBench.Fit());
        door.Set(BoardColumns.Review, DoorBench.Secretary);

        using (door.Bench.Sandbox.Open(door.Route.Drive.Value, DoorBench.File))
            await door.LookAsync();
        Assert.Equal((BoardColumns.Review, ""), await door.ColumnsAsync());
        await door.LookAsync();
        await door.MailAsync();

        Assert.StartsWith("Zur Freigabe bei:", (await door.ColumnsAsync()).Hint, StringComparison.Ordinal);
        Assert.Equal(2, door.Mails("Zur Freigabe:"));
    }

    [Fact]
    public async Task A_mark_that_is_too_old_makes_the_service_look_at_everything_once()
    {
        await using var door = await DoorBench.StartAsync();
        door.Save(DoorBench.Fit());
        door.Set(BoardColumns.Review, DoorBench.Secretary);
        await door.LookAsync();
        await door.MailAsync();
        door.Bench.Sandbox.Settings.DeltaTokenLifetime = TimeSpan.FromHours(1);
        door.Bench.Clock.Advance(TimeSpan.FromHours(2));

        await door.LookAsync();
        await door.MailAsync();

        Assert.Contains(door.Bench.Sandbox.Requests.Entries, entry => entry.Status == 410);
        Assert.Equal(2, door.Mails("Zur Freigabe:"));
        Assert.Equal(BoardColumns.Review, (await door.ColumnsAsync()).Stand);
    }

    [Theory]
    [InlineData("Review:before", 2)]
    [InlineData("Review:after", 2)]
    [InlineData("DoorAnswered:before", 2)]
    [InlineData("DoorSeen:before", 2)]
    public async Task Killed_between_reading_the_column_and_its_answer_it_acts_once(string at, int mails)
    {
        await using var door = await DoorBench.StartAsync();
        door.Save(DoorBench.Fit());
        door.Set(BoardColumns.Review, DoorBench.Secretary);
        door.Bench.Restart(new() { Kills = place => place == at });
        await Assert.ThrowsAsync<AbandonedException>(() => door.LookAsync());

        door.Bench.Restart(new());
        await door.LookAsync();
        await door.LookAsync();
        await door.MailAsync();

        Assert.Equal(mails, door.Mails("Zur Freigabe:"));
        Assert.StartsWith("Zur Freigabe bei:", (await door.ColumnsAsync()).Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Release:before")]
    [InlineData("Release:after")]
    public async Task Killed_around_a_release_it_is_released_once(string at)
    {
        await using var door = await DoorBench.StartAsync();
        door.Save(DoorBench.Fit());
        door.Set(BoardColumns.Released, DoorBench.Chair);
        door.Bench.Restart(new() { Kills = place => place == at });
        await Assert.ThrowsAsync<AbandonedException>(() => door.LookAsync());

        door.Bench.Restart(new());
        await door.LookAsync();

        Assert.Equal(1, (await door.Ledger.Releases.LastAsync(DeliveryWorld.Partnership.Id, Id, Token))!.Revision);
        Assert.Equal(BoardColumns.Released, (await door.ColumnsAsync()).Stand);
    }

    [Fact]
    public async Task No_word_of_the_source_waits_in_the_service()
    {
        await using var door = await DoorBench.StartAsync();
        door.Save(DoorBench.Fit("Nur hier steht Quetschkommode."));
        door.Set(BoardColumns.Review, DoorBench.Secretary);
        await door.LookAsync();

        // Not even sealed: what waits is the partner model, and what the check says in its own words.
        var review = (await door.Ledger.Reviews.OpenAsync(DeliveryWorld.Partnership.Id, Id, Token))!;
        var content = (await door.Ledger.Reviews.ContentAsync(review, Token))!;
        var sealedText = System.Text.Encoding.UTF8.GetString(content.Shown) + string.Join(' ', content.Editions.Values.Select(System.Text.Encoding.UTF8.GetString)) + string.Join(' ', content.Report.Select(line => line.Place + line.German + line.English));
        foreach (var withheld in (string[])["Kündigung", "Personalangelegenheit Kim"])
            Assert.DoesNotContain(withheld, sealedText, StringComparison.OrdinalIgnoreCase);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(door.Bench.World.Folder))
            Assert.True((await File.ReadAllBytesAsync(file, Token)).AsSpan().IndexOf("Quetschkommode"u8) < 0, Path.GetFileName(file));
    }

    private static async Task AssertNothingHappenedAsync(DoorBench door)
    {
        await door.MailAsync();
        Assert.Null(await door.Ledger.Releases.LastAsync(DeliveryWorld.Partnership.Id, Id, Token));
        Assert.Null(await door.Ledger.Reviews.OpenAsync(DeliveryWorld.Partnership.Id, Id, Token));
        Assert.Equal(0, door.Mails(""));
    }
}
