using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Life;

/// <summary>The wrong passage is out: recalled by one person, and true about what remains (R16).</summary>
public sealed class RecallTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_goes_with_its_history_a_note_lies_in_its_place_the_tracker_is_cleared_and_everybody_who_was_told_hears_of_it()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);
        var (name, file) = Assert.Single(await life.LibraryAsync());
        var wordings = TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), TrackerTables.Resolutions).Select(row => row[TrackerTables.Wording]!.ToString()!).ToList();

        Assert.IsType<RecallOutcome.Accepted>(await life.RecallAsync(july));
        await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(1));

        var recall = await bench.Ledger.StatusAsync(life.RecallOf(july), Token);
        Assert.Equal((DeliveryState.Delivered, RemovalResult.ForGood), (recall.State, recall[DeliveryStep.Remove].Error));
        Assert.True(recall.IsSettled, string.Join(", ", recall.Steps));
        var (noteName, note) = Assert.Single(await life.LibraryAsync());
        Assert.Equal(Path.GetFileNameWithoutExtension(name) + " - zurueckgezogen.docx", noteName);
        Assert.NotEqual(file.Id, note.Id);
        Assert.DoesNotContain(Path.GetFileNameWithoutExtension(name) + ".docx", bench.Sandbox.Describe(), StringComparison.Ordinal);
        Assert.NotEmpty(wordings);
        var tracker = await bench.TrackerAsync(Token);
        Assert.All(TrackerWorkbook.ReadRows(tracker, TrackerTables.Resolutions), row => Assert.True(row[TrackerTables.Wording]!.ToString() == "zurückgezogen" && (!row.Cells.TryGetValue(TrackerTables.Yes, out var yes) || yes is null)));
        Assert.Equal("zurückgezogen", Assert.Single(TrackerWorkbook.ReadRows(tracker, TrackerTables.Deliveries))[TrackerTables.State]!.ToString());
        Assert.Contains("Die frühere Datei ist aus der Bibliothek entfernt, mit ihren Versionen.", life.Mails(), StringComparison.Ordinal);
        // Nothing of what was wrong is repeated, in the note, the tracker or the mail.
        Assert.All(wordings, wording => Assert.DoesNotContain(wording, life.Mails() + bench.Sandbox.Describe(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_tenant_refuses_it_lies_in_the_recycle_bin_and_everybody_is_told_until_when()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        bench.Sandbox.Settings.PermanentDeleteForSelected = false;
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);

        await life.RecallAsync(july, WithdrawalReason.PersonalData);
        var until = bench.Clock.GetUtcNow().AddDays(93).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(1));

        Assert.Equal($"{RemovalResult.RecycleBin} {until}", (await bench.Ledger.StatusAsync(life.RecallOf(july), Token))[DeliveryStep.Remove].Error);
        Assert.Contains($"liegt bis {until} im Papierkorb", life.Mails(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_answer_to_that_was_lost_nobody_is_told_that_it_is_gone_for_good()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        bench.Sandbox.Settings.PermanentDeleteForSelected = false;
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);
        using var lost = bench.Sandbox.Faults.Add(new FaultRule("DELETE /drives/{drive-id}/items/{driveItem-id}", FaultKind.Reset) { AfterCommit = true, Times = 1 });

        await life.RecallAsync(july, WithdrawalReason.PersonalData);
        var until = bench.Clock.GetUtcNow().AddDays(93).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(1));

        Assert.Equal($"{RemovalResult.RecycleBin} {until}", (await bench.Ledger.StatusAsync(life.RecallOf(july), Token))[DeliveryStep.Remove].Error);
    }

    [Fact]
    public async Task The_note_is_called_after_the_file_whatever_organ_met()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var conference = Support.Life.Minutes() with { Board = "Kreisparteitag" };
        await life.DeliverAsync(conference);
        var name = Assert.Single(await life.LibraryAsync()).Key;

        await life.RecallAsync(conference);
        await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(1));

        Assert.Contains("Kreisparteitag", name, StringComparison.Ordinal);
        Assert.Equal(EditionFile.NoteNameOf(name), Assert.Single(await life.LibraryAsync()).Key);
    }

    [Fact]
    public async Task The_approved_edition_that_waits_for_its_time_does_not_follow_a_provisional_one_that_was_taken_back()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var early = DeliveryWorld.Partnership with { Districts = [.. DeliveryWorld.Partnership.Districts.Select(district => district with { Share = ShareFrom.Released })] };
        var life = new Support.Life(bench, early);
        var july = Support.Life.Minutes();
        await life.ReleaseAsync(july);
        await bench.DriveAsync(Token);
        await life.ApproveAsync(july);

        await life.RecallAsync(july, topic: Consignment.Provisional);
        bench.Clock.Advance(TimeSpan.FromDays(4));
        await bench.DriveAsync(Token);

        Assert.Equal(DeliveryState.Stopped, (await bench.Ledger.StatusAsync(life.DeliveryOf(july), Token)).State);
        Assert.EndsWith(" - zurueckgezogen.docx", Assert.Single(await life.LibraryAsync()).Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_does_not_wait_for_a_library_that_is_away()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);
        using var away = bench.Sandbox.Faults.Add(new FaultRule("POST /drives/{drive-id}/items/{driveItem-id}/permanentDelete") { Status = 503 });

        await life.RecallAsync(july);
        await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(3));
        var waiting = await bench.Ledger.StatusAsync(life.RecallOf(july), Token);
        away.Dispose();
        await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(1));

        Assert.Equal(StepState.Done, waiting[DeliveryStep.Mail].State);
        Assert.Contains("konnte noch nicht entfernt werden", life.Mails(), StringComparison.Ordinal);
        Assert.Equal(RemovalResult.ForGood, (await bench.Ledger.StatusAsync(life.RecallOf(july), Token))[DeliveryStep.Remove].Error);
    }

    [Fact]
    public async Task What_has_not_begun_is_stopped_and_nobody_outside_hears_of_it()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.ReleaseAsync(july);
        await life.ApproveAsync(july);

        var outcome = await life.RecallAsync(july);
        bench.Clock.Advance(TimeSpan.FromDays(4));
        await bench.DriveAsync(Token);

        Assert.Equal(DeliveryState.Stopped, Assert.IsType<RecallOutcome.NeverLeft>(outcome).Stopped.State);
        Assert.Empty(await life.LibraryAsync());
        Assert.DoesNotContain("Zurückgezogen", life.Mails(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_back_while_it_is_on_its_way_nothing_more_of_it_goes_out()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.ReleaseAsync(july);
        await life.ApproveAsync(july);
        using (bench.Sandbox.Faults.Add(new FaultRule("POST /users/{user-id}/messages") { Status = 503 }))
        {
            await bench.Ledger.RetryAsync(life.DeliveryOf(july), Token);
            await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(2));
        }

        await life.RecallAsync(july);
        await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(2));

        Assert.Equal(DeliveryState.Withdrawn, (await bench.Ledger.StatusAsync(life.DeliveryOf(july), Token)).State);
        Assert.EndsWith(" - zurueckgezogen.docx", Assert.Single(await life.LibraryAsync()).Key, StringComparison.Ordinal);
        Assert.DoesNotContain("ist da", life.Mails(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_minutes_never_go_out_again_under_their_version_but_the_next_version_may()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);
        await life.RecallAsync(july);
        await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(1));

        var again = await life.ReleaseAsync(july);
        var status = await life.DeliverAsync(Support.Life.Corrected(july));

        Assert.IsType<ReleaseOutcome.Withdrawn>(again);
        Assert.Equal(DeliveryState.Delivered, status.State);
        Assert.Equal(2, (await life.LibraryAsync()).Count);
    }

    [Fact]
    public async Task The_partner_is_reminded_a_day_later_and_not_when_the_confirmation_came()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var (july, august) = (Support.Life.Minutes(), Support.Life.Minutes("06", 9));
        await life.DeliverAsync(july);
        await life.DeliverAsync(august);
        await life.RecallAsync(july);
        await life.RecallAsync(august);
        await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(2));
        await bench.Ledger.Recalls.ConfirmAsync(life.RecallOf(august), "mse-05", Token);

        await bench.DriveAsync(Token);

        Assert.Contains("Erinnerung: Protokoll KV-ST 2026/07", bench.Sandbox.Describe(), StringComparison.Ordinal);
        Assert.DoesNotContain("Erinnerung: Protokoll KV-ST 2026/06", bench.Sandbox.Describe(), StringComparison.Ordinal);
        Assert.NotNull((await bench.Ledger.StatusAsync(life.RecallOf(august), Token)).ConfirmedAt);
    }

    [Fact]
    public async Task A_cell_that_people_changed_is_cleared_too_and_a_row_that_they_deleted_stays_deleted()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);
        var rows = TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), TrackerTables.Resolutions);
        await bench.SaveTrackerAsync(PartnerOffice.Tests.Documents.Tracker.People.Type(await bench.TrackerAsync(Token), TrackerTables.Resolutions, "F2", "Fast derselbe Wortlaut"), Token);

        await life.RecallAsync(july);
        await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(1));

        var after = TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), TrackerTables.Resolutions);
        Assert.Equal(rows.Count, after.Count);
        Assert.All(after, row => Assert.Equal("zurückgezogen", row[TrackerTables.Wording]!.ToString()));
    }

    [Theory]
    [InlineData("answered")]
    [InlineData("broken-after")]
    [InlineData("504-after")]
    public async Task Killed_at_any_commit_of_the_recall_the_file_is_gone_one_note_is_there_and_one_message_went(string outcome)
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var wrong = new List<string>();
        var points = 1;
        // The first round is not killed: it counts the places.
        for (var point = -1; point < points; point++)
        {
            var minutes = Support.Life.Minutes(FormattableString.Invariant($"{1 + ((point + 1) % 6):00}"), 1 + ((point + 1) / 6)) with { Id = MinutesId.Parse($"steinfurt-p{point + 100}", null), Number = $"KV-ST P{point + 100}" };
            bench.Restart(new());
            await life.DeliverAsync(minutes);
            using var faults = Failing(bench.Sandbox, outcome);
            var seen = 0;
            bench.Restart(new()
            {
                Kills = _ =>
                {
                    points = Math.Max(points, seen + 1);
                    return seen++ == point;
                },
            });
            try
            {
                await life.RecallAsync(minutes);
                await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(2));
            }
            catch (AbandonedException)
            {
            }

            bench.Restart(new());
            await life.RecallAsync(minutes);
            await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(20));
            var status = await bench.Ledger.StatusAsync(life.RecallOf(minutes), Token);
            var files = (await life.LibraryAsync()).Keys.Count(name => name.Contains(minutes.Number, StringComparison.Ordinal));
            var mails = System.Text.RegularExpressions.Regex.Count(bench.Sandbox.Describe(), $"SentItems: \"Zurückgezogen: Protokoll {minutes.Number} ");
            if (status.State != DeliveryState.Delivered || !status.IsSettled || files != 1 || mails != 1) wrong.Add($"{point}: {status.State}, {files} files, {mails} mails, {string.Join(", ", status.Steps.Select(step => $"{step.Step} {step.State} {step.Error}"))}");
        }

        Assert.True(points >= 14, $"Only {points} points were found.");
        Assert.Empty(wrong);
    }

    private static Rules Failing(SandboxServer sandbox, string outcome) => new(outcome == "answered" ? [] : [.. ((string[])
    [
        "POST /drives/{drive-id}/items/{driveItem-id}/permanentDelete", "PUT /drives/**", "PATCH /sites/**", "POST /users/{user-id}/messages", "POST /users/{user-id}/messages/{message-id}/send",
    ]).Select(match => sandbox.Faults.Add(outcome == "504-after"
        ? new FaultRule(match) { Status = 504, AfterCommit = true, Times = 1 }
        : new FaultRule(match, FaultKind.Reset) { AfterCommit = true, Times = 1 }))]);

    private sealed class Rules(IReadOnlyList<IDisposable> rules) : IDisposable
    {
        public void Dispose()
        {
            foreach (var rule in rules) rule.Dispose();
        }
    }
}
