using PartnerOffice.Api;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Features.Sharing;
using PartnerOffice.PersonalLinks;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Documents.Tracker;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Receiving;

/// <summary>Partners who answer, who do not, whose mailbox is full, who cannot open the file: each ends as R17 says, and counts once.</summary>
public sealed class ReceiptTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_partner_who_never_answers_is_reminded_once_and_then_it_says_not_confirmed()
    {
        await using var bench = await ReceivingBench.StartAsync();
        var sent = await bench.DeliverAsync();
        Assert.Equal("wartet auf Kenntnisnahme", Words(sent));

        // Delivered on Tuesday, 4 August; fourteen days later is a Tuesday too.
        await bench.PassAsync(13.9);
        Assert.Empty(bench.Mails("Inbox", bench.Board, "Erinnerung"));
        await bench.PassAsync(60);

        var reminder = Assert.Single(bench.Mails("Inbox", bench.Board, "Erinnerung"));
        Assert.Contains("Date: Tue, 18 Aug 2026 07:00", reminder, StringComparison.Ordinal);
        Assert.Contains("liegt seit dem 04.08.2026 bereit: https://", reminder, StringComparison.Ordinal);
        Assert.Contains("Zur Kenntnis nehmen: diese Nachricht mit »ok« beantworten, bestätigen unter https://partneroffice.example/l/", reminder, StringComparison.Ordinal);
        Assert.Equal("noch nicht bestätigt – einmal wurde erinnert", Words(await bench.StatusAsync(sent)));
        Assert.Null(await bench.TrackerSaysAsync(sent));
    }

    [Fact]
    public async Task Ok_danke_counts_stands_in_the_tracker_and_no_word_of_it_is_kept()
    {
        await using var bench = await ReceivingBench.StartAsync();
        var sent = await bench.DeliverAsync();
        bench.Answer(MailReaction.OutOfOffice($"{ReceivingBench.Canary}: ich bin nicht da. ok"));
        bench.Answer(MailReaction.Person($"Danke. Kann {ReceivingBench.Canary} die Anlage schicken?"));
        bench.Answer(MailReaction.Person("ok", from: "fremd@example.org"));
        await bench.PassAsync(0.5);
        Assert.Equal((null, ReceivingTrouble.Absent), ((await bench.StatusAsync(sent)).Receipt!.Way, (await bench.StatusAsync(sent)).Receipt!.Trouble));

        bench.Answer(MailReaction.Person($"ok danke\n\nViele Grüße\n{ReceivingBench.Canary}", from: "nadia.register@example.org"));
        await bench.PassAsync(30);

        Assert.Equal("zur Kenntnis genommen am 04.08.2026 durch Antwort", Words(await bench.StatusAsync(sent)));
        Assert.Equal("zur Kenntnis genommen am 04.08.2026", await bench.TrackerSaysAsync(sent));
        Assert.Empty(bench.Mails("Inbox", bench.Board, "Erinnerung"));
        bench.AssertNoAnswerIsKept();
    }

    [Fact]
    public async Task Whoever_answers_three_ways_is_counted_once_and_the_boards_own_minutes_count_most()
    {
        await using var bench = await ReceivingBench.StartAsync();
        var sent = await bench.DeliverAsync();
        var (page, link) = await bench.OpenPageAsync(sent);
        bench.Answer(MailReaction.Person("Zur Kenntnis genommen."));
        await bench.SetColumnAsync(sent);
        Assert.NotNull(await page.HeadAsync(link, Token));

        // The library is looked at first; whatever comes after it changes nothing.
        await bench.PassAsync(0.1);
        var first = (await bench.StatusAsync(sent)).Receipt!;
        Assert.Equal(NoticeWay.Library, first.Way);
        await bench.PassAsync(1);
        Assert.Null(await page.HeadAsync(link, Token));
        Assert.False(await bench.Bench.Ledger.Receipts.NoteAsync(sent.Delivery, NoticeWay.Page, null, Token));
        Assert.Equal(first, (await bench.StatusAsync(sent)).Receipt);

        // The partner's next minutes offer it still, arrive here and say it too.
        Assert.Equal([sent.Minutes], await bench.OfferedToPartnerAsync());
        await bench.ArriveAsync(sent.Minutes);
        Assert.Empty(await bench.OfferedToPartnerAsync());

        var last = (await bench.StatusAsync(sent)).Receipt!;
        Assert.Equal((NoticeWay.Minutes, true), (last.Way!.Value, last.At > first.At));
        var (entries, broken) = await bench.Bench.Ledger.Office.AuditAsync(Token);
        Assert.Null(broken);
        Assert.Equal(["Library", "Minutes"], entries.Where(entry => entry.What == "noted").Select(entry => entry.Detail));
        // Filled once, on the day it was first known.
        Assert.Equal("zur Kenntnis genommen am 04.08.2026", await bench.TrackerSaysAsync(sent));
    }

    [Fact]
    public async Task A_full_mailbox_is_seen_and_the_own_coordinator_is_told_once()
    {
        await using var bench = await ReceivingBench.StartAsync();
        var sent = await bench.DeliverAsync();
        bench.Answer(MailReaction.Bounce("5.2.2", "mailbox full"));
        bench.Answer(MailReaction.Bounce("5.2.2", "mailbox full"));
        await bench.PassAsync(40);

        Assert.Equal("noch nicht bestätigt – die Nachricht kam zurück, das Postfach ist voll", Words(await bench.StatusAsync(sent)));
        var letter = Assert.Single(bench.Mails("SentItems", bench.Sender, "Der Partner hat es noch nicht"));
        Assert.Contains("Das Postfach ist voll", letter, StringComparison.Ordinal);
        Assert.Single(bench.Mails("Inbox", bench.Board, "Erinnerung"));
    }

    [Fact]
    public async Task Who_cannot_open_the_file_presses_the_other_button_and_may_still_confirm_later()
    {
        await using var bench = await ReceivingBench.StartAsync();
        var sent = await bench.DeliverAsync();
        var (page, link) = await bench.OpenPageAsync(sent);

        var done = await page.ActAsync(link, TakeNoteLink.CannotOpen, new Dictionary<string, string>(), Token);
        await bench.PassAsync(0.1);

        Assert.False(done.UsesUp);
        Assert.Equal("noch nicht bestätigt – der Partner kann die Datei nicht öffnen", Words(await bench.StatusAsync(sent)));
        Assert.Contains("lässt sich die Datei nicht öffnen", Assert.Single(bench.Mails("SentItems", bench.Sender, "Der Partner hat es noch nicht")), StringComparison.Ordinal);

        await page.ActAsync(link, TakeNoteLink.Noted, new Dictionary<string, string>(), Token);

        Assert.Equal("zur Kenntnis genommen am 04.08.2026 auf der Seite", Words(await bench.StatusAsync(sent)));
        Assert.Null(await page.HeadAsync(link, Token));
        await Assert.ThrowsAsync<ShareException>(() => page.ActAsync(link, TakeNoteLink.Noted, new Dictionary<string, string>(), Token));
    }

    [Fact]
    public async Task Note_of_a_version_is_no_note_of_the_next()
    {
        await using var bench = await ReceivingBench.StartAsync();
        var july = Support.Life.Minutes();
        var first = await bench.DeliverAsync(july);
        await bench.SetColumnAsync(first);
        await bench.PassAsync(1);
        Assert.Equal(NoticeWay.Library, (await bench.StatusAsync(first)).Receipt!.Way);

        var second = await bench.DeliverAsync(Support.Life.Corrected(july));
        await bench.PassAsync(2);

        Assert.Null((await bench.StatusAsync(second)).Receipt!.Way);
        bench.Answer(MailReaction.Person("OK!"));
        await bench.PassAsync(1);
        Assert.Equal(NoticeWay.Answer, (await bench.StatusAsync(second)).Receipt!.Way);
    }

    [Fact]
    public async Task What_somebody_wrote_into_the_trackers_column_stays()
    {
        await using var bench = await ReceivingBench.StartAsync();
        var sent = await bench.DeliverAsync();
        var read = 1 + TrackerTables.Find(TrackerTables.Deliveries)!.Columns.ToList().IndexOf(TrackerTables.Read);
        await bench.Bench.SaveTrackerAsync(People.Type(await bench.Bench.TrackerAsync(Token), TrackerTables.Deliveries, $"{(char)('A' + read - 1)}2", "am Telefon bestätigt"), Token);

        bench.Answer(MailReaction.Person("ok"));
        await bench.PassAsync(1);

        Assert.Equal(NoticeWay.Answer, (await bench.StatusAsync(sent)).Receipt!.Way);
        Assert.Equal("am Telefon bestätigt", await bench.TrackerSaysAsync(sent));
    }

    [Fact]
    public async Task An_answer_goes_to_the_mailbox_and_the_message_names_nobodys_private_address()
    {
        await using var bench = await ReceivingBench.StartAsync();
        await bench.DeliverAsync();

        var mail = Assert.Single(bench.Mails("Inbox", bench.Board, "Protokoll KV-ST 2026"));

        Assert.DoesNotContain("@example.org", mail, StringComparison.Ordinal);
        Assert.Contains("oder in der Bibliothek die Spalte »Kenntnisnahme« setzen.", mail, StringComparison.Ordinal);
        Assert.Contains("Vertraulich. Nur für den Kreisvorstand Mecklenburgische Seenplatte", mail, StringComparison.Ordinal);
        var office = bench.Sender with { People = [.. bench.Sender.People.Select(person => person with { Addresses = [new(MailAddress.Parse("koordination@kv-steinfurt.example"), IsPrivate: false), .. person.Addresses] })] };
        Assert.Equal([bench.Sender.Mailbox!.Value.ToString(), "koordination@kv-steinfurt.example"], Receivers.Answered(office, new(2026, 8, 4)));
        Assert.Empty(Receivers.Answered(bench.Sender, new(2026, 8, 4)));
    }

    private static string? Words(DeliveryStatus status) => DeliveryWords.Receipt(status, DeliveryWorld.Partnership.Districts[0].TimeZone)?.German;
}
