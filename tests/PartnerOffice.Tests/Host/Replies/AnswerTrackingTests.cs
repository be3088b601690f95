using System.IO.Compression;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Tests.Host.Meetings;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Replies;

/// <summary>The tracker hears numbers, seldom, and goes on without them where it has no column for them.</summary>
public sealed class AnswerTrackingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tracker_hears_numbers_at_most_once_in_an_hour_and_once_after_the_last_change()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.AcceptAsync("st-01");
        await replies.LookAsync();
        await replies.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("1 zu, 0 ab, 6 offen", await replies.TrackerSaysAsync());

        await replies.DeclineAsync("st-01");
        await replies.LookAsync();
        await replies.TakeAsync("st-03", InvitationAnswer.Accepted);
        await replies.PassAsync(TimeSpan.FromMinutes(50));
        Assert.Equal("1 zu, 0 ab, 6 offen", await replies.TrackerSaysAsync());
        await replies.EnterAsync("st-07", InvitationAnswer.Tentative);
        await replies.PassAsync(TimeSpan.FromMinutes(15));

        Assert.Equal("1 zu, 1 ab, 1 vielleicht, 4 offen", await replies.TrackerSaysAsync());
        Assert.Empty(await replies.Ledger.Answers.UntrackedAsync(replies.Board.Partnership.Id, Token));
        var all = System.Text.Encoding.UTF8.GetString(Unpacked(await replies.Bench.TrackerAsync(Token)));
        Assert.All(replies.Board.Own.People, person => Assert.DoesNotContain(person.Name, all, StringComparison.Ordinal));
        Assert.All(MeetingBench.PrivateAddresses, address => Assert.DoesNotContain(address, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_older_tracker_without_the_column_goes_on_working()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.Bench.SaveTrackerAsync(Renamed(await replies.Bench.TrackerAsync(Token)), Token);
        await replies.AcceptAsync("st-01");
        await replies.LookAsync();
        await replies.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(await replies.Ledger.Answers.UntrackedAsync(replies.Board.Partnership.Id, Token));

        await replies.Board.MoveAsync(new(2026, 9, 15));
        await replies.Board.DriveAsync();

        var row = (await replies.Board.RowAsync())!;
        Assert.Equal(new TrackerValue.Day(new(2026, 9, 15)), row[TrackerTables.Date]);
        Assert.False(row.ContainsKey(TrackerTables.Answers));
    }

    private static byte[] Renamed(ReadOnlyMemory<byte> workbook)
    {
        using var package = new MemoryStream();
        package.Write(workbook.Span);
        using (var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToList())
            {
                string text;
                using (var reader = new StreamReader(entry.Open()))
                    text = reader.ReadToEnd();
                if (!text.Contains(TrackerTables.Answers, StringComparison.Ordinal))
                    continue;

                using var open = entry.Open();
                open.SetLength(0);
                open.Write(System.Text.Encoding.UTF8.GetBytes(text.Replace(TrackerTables.Answers, "Notizen", StringComparison.Ordinal)));
            }
        }

        return package.ToArray();
    }

    private static byte[] Unpacked(ReadOnlyMemory<byte> workbook)
    {
        using var all = new MemoryStream();
        using var zip = new ZipArchive(new MemoryStream(workbook.ToArray()));
        foreach (var entry in zip.Entries)
        {
            using var open = entry.Open();
            open.CopyTo(all);
        }

        return all.ToArray();
    }
}
