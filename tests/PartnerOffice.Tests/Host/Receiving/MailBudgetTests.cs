using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Receiving;

/// <summary>Nobody gets more than one reminder in a week and four automatic mails in a month (R24).</summary>
public sealed class MailBudgetTests
{
    private static readonly DateTimeOffset Start = new(2026, 8, 3, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_too_much_waits_for_its_time_and_what_cannot_wait_is_left_away()
    {
        await using var bench = await CourierBench.StartAsync(Token, Start);

        // One reminder a week, in the order of asking.
        Assert.Equal([0, 7, 14], [await AskAsync(bench, "a", isReminder: true), await AskAsync(bench, "b", isReminder: true), await AskAsync(bench, "c", isReminder: true)]);
        // The fourth mail of the month may go, the fifth waits until the first is a month old; the sixth for the second.
        Assert.Equal(0, await AskAsync(bench, "d"));
        Assert.Equal([30, 30], [await AskAsync(bench, "e"), await AskAsync(bench, "f")]);
        // Somebody else has had nothing yet; a mail to both waits for the one who has.
        Assert.Equal(0, await AskAsync(bench, "g", to: "andere@example.org"));
        Assert.True(await AskAsync(bench, "h", to: "wer@example.org,andere@example.org") >= 30);
        Assert.Null(await AskAsync(bench, "i", pace: MailPace.OrNotAtAll));
        // Minutes and recalls go out whatever was sent before.
        Assert.Equal(0, await AskAsync(bench, "j", pace: MailPace.AtOnce));
    }

    [Fact]
    public async Task A_mail_that_was_stopped_does_not_count_and_no_address_is_kept()
    {
        await using var bench = await CourierBench.StartAsync(Token, Start);
        var letter = Letter(bench, "a", "wer@example.org", isReminder: true, MailPace.WhenFree);
        await bench.Ledger.EnqueueAsync(letter, Token);
        await bench.Ledger.Office.CancelAsync(letter.Consignment.Delivery, "st-02", Token);

        Assert.Equal(0, await AskAsync(bench, "b", isReminder: true));

        foreach (var path in Directory.EnumerateFiles(bench.World.Folder, "ledger.db*"))
        {
            using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), System.Text.Encoding.Latin1);
            Assert.DoesNotContain("wer@example.org", await file.ReadToEndAsync(Token), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("2026-08-04", 14, "2026-08-18")]
    // The summer pause from 20 July to 2 August stops the clock for both sides.
    [InlineData("2026-07-14", 14, "2026-08-11")]
    // Falls on a Saturday: the Monday after it.
    [InlineData("2026-09-05", 14, "2026-09-21")]
    // Falls on 3 October, a holiday and a Saturday.
    [InlineData("2026-09-19", 14, "2026-10-05")]
    // Falls on Corpus Christi, a holiday in the district's own state alone.
    [InlineData("2026-05-21", 14, "2026-06-05")]
    // Ends the day before the pause; the day of falling due must not lie in it.
    [InlineData("2026-07-05", 14, "2026-08-03")]
    public void Days_are_counted_without_pauses_and_end_on_a_working_day(string start, int days, string due) =>
        Assert.Equal(DateOnly.Parse(due, null), WorkingDays.Of(DeliveryWorld.Partnership.Districts[0], DeliveryWorld.Partnership.Obligations.Pauses).DueAfter(DateOnly.Parse(start, null), days));

    /// <returns>After how many days it goes out; null where it is left away.</returns>
    private static async Task<double?> AskAsync(CourierBench bench, string topic, bool isReminder = false, string to = "wer@example.org", MailPace pace = MailPace.WhenFree)
    {
        var outcome = await bench.Ledger.EnqueueAsync(Letter(bench, topic, to, isReminder, pace), Token);
        return outcome is EnqueueOutcome.Accepted accepted ? (accepted.Delivery.StartsAt!.Value - Start).TotalDays : null;
    }

    private static ClearedConsignment Letter(CourierBench bench, string topic, string to, bool isReminder, MailPace pace) => ClearedConsignment.OfFixedWords(new()
    {
        Kind = DeliveryKind.Letter,
        Topic = topic,
        Partnership = DeliveryWorld.Partnership.Id,
        Minutes = MinutesId.Parse("kv-st-0001", null),
        Version = 1,
        From = bench.World.From,
        To = bench.World.From,
        Meeting = new(2026, 7, 14),
        ContentDigest = "",
        Edition = EditionFile.None,
        Tracker = [],
        Mail = new(to.Split(','), "Betreff", "Text"),
        Pace = pace,
        IsReminder = isReminder,
    });
}
