using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Features.OwnBoard;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.OwnBoard;

/// <summary>R13: the own board first. Nothing that only the board may know goes to a private address, the partner or a log unasked.</summary>
public sealed class SendToBoardTests
{
    private const string Canary = "Zaunkönig-0815-Nachtigall";
    private static readonly SendWish AsWord = new(WithBoardOnly: false, Confirmed: null, AsWord: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Office_addresses_get_everything_private_ones_no_confidential_point_and_nobody_sees_another()
    {
        await using var world = await OwnBoardWorld.StartAsync();
        var minutes = WithCanary();

        var sending = await world.SendAsync(minutes, AsWord);
        var again = await world.SendAsync(minutes, AsWord);

        Assert.Equal([BoardCopyScope.Whole, BoardCopyScope.WithoutBoardOnly], sending.Drafts.Select(draft => draft.Scope));
        Assert.Equal([0, 5], sending.Drafts.Select(draft => draft.PrivateAddresses));
        Assert.Equal(["Ingo Schablone"], sending.ByPost.Select(person => person.Name));
        Assert.All(sending.Drafts, draft => Assert.True(draft.IsNew));
        Assert.All(again.Drafts, draft => Assert.False(draft.IsNew));

        var mails = world.Mails();
        Assert.Equal(2, mails.Count);
        var (whole, without) = (mails.Single(mail => !IsPrivate(mail)), mails.Single(IsPrivate));
        Assert.All(mails, mail => Assert.DoesNotContain("\r\nTo: ", mail, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains("Liebe Genoss*innen", mail, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains("X-Unsent: 1", mail, StringComparison.Ordinal));
        Assert.NotEmpty(PackageText.Find(OwnBoardWorld.FileIn(whole), Canary));
        Assert.Empty(PackageText.Find(OwnBoardWorld.FileIn(without), Canary));
        Assert.Contains("Nicht enthalten: vertrauliche Punkte", without, StringComparison.Ordinal);
        Assert.All(mails, mail => Assert.DoesNotContain(Canary, mail, StringComparison.Ordinal));
        await NothingUnaskedAsync(world);
    }

    [Fact]
    public async Task Board_only_text_reaches_private_addresses_only_after_their_number_was_confirmed()
    {
        await using var world = await OwnBoardWorld.StartAsync();
        var minutes = WithCanary();

        var asked = await Assert.ThrowsAsync<OwnBoardException>(() => world.SendAsync(minutes, AsWord with { WithBoardOnly = true }));
        var wrong = await Assert.ThrowsAsync<OwnBoardException>(() => world.SendAsync(minutes, AsWord with { WithBoardOnly = true, Confirmed = 4 }));
        var before = world.Mails();
        var sending = await world.SendAsync(minutes, AsWord with { WithBoardOnly = true, Confirmed = 5 });

        Assert.Equal((5, 5), (asked.PrivateAddresses, wrong.PrivateAddresses));
        Assert.Empty(before);
        Assert.Equal((BoardCopyScope.Whole, 6, 5), (sending.Drafts.Single().Scope, sending.Drafts[0].People.Count, sending.Drafts[0].PrivateAddresses));
        Assert.NotEmpty(PackageText.Find(OwnBoardWorld.FileIn(Assert.Single(world.Mails())), Canary));
    }

    [Fact]
    public async Task Who_got_which_version_is_kept_by_id_and_a_correction_and_a_recall_reach_exactly_them()
    {
        await using var world = await OwnBoardWorld.StartAsync();
        var minutes = WithCanary();
        await world.SendAsync(minutes, AsWord);

        var corrected = await world.SendAsync(Support.Life.Corrected(minutes), AsWord);
        var own = world.Partnership.Districts[0];
        var ground = new RecallGround(
            new(DeliveryId.Of(world.Partnership.Id, minutes.Id, 1, own.Id, world.Partnership.Districts[1].Id, DeliveryKind.Edition, ""), minutes.Id, 1, DeliveryState.Delivered, [], ""),
            world.Partnership.Id, own.Id, world.Partnership.Districts[1].Id, null, null, [], []);
        var notes = await new HolderNotes(world.Office, world.Partnership).PrepareAsync(ground, HolderNotes.Withdrawn, "st-02", Token);
        await new HolderNotes(world.Office, world.Partnership).PrepareAsync(ground, HolderNotes.Withdrawn, "st-02", Token);
        var records = await world.Office.Ledger.BoardCopies.ListAsync(world.Partnership.Id, minutes.Id, Token);

        Assert.Equal(["st-01", "st-02", "st-03", "st-04", "st-05", "st-06"], corrected.HadEarlier.Select(person => person.Id.ToString()).Order());
        Assert.Equal([1, 1, 1, 2, 2], records.Select(record => record.Version).Order());
        Assert.Equal(6, Assert.Single(records, record => record.Scope == BoardCopyScope.Note).Persons.Count);
        var note = Assert.Single(notes);
        Assert.True(note.IsLaid);
        Assert.Equal(6, note.Holders.Count);
        var mail = Assert.Single(world.Mails(), one => Subject(one).StartsWith("Zur", StringComparison.Ordinal));
        Assert.All(own.People.Where(person => person.Addresses.Count > 0 && person.IsVotingOn(minutes.Date)), person => Assert.Contains(person.Addresses[0].Mail.ToString(), mail, StringComparison.Ordinal));
        Assert.Contains("Es ist Fassung 2", string.Concat(world.Mails()), StringComparison.Ordinal);
        await NothingUnaskedAsync(world);
    }

    [Fact]
    public async Task Where_no_pdf_can_be_made_it_says_so_lays_nothing_and_leaves_no_file_in_the_library()
    {
        await using var world = await OwnBoardWorld.StartAsync(convertsToPdf: false);

        var refused = await Assert.ThrowsAsync<OwnBoardException>(() => world.SendAsync(WithCanary(), AsWord with { AsWord = false }));

        Assert.Equal(("no-pdf", "--docx"), (refused.Code, refused.Command!.German));
        Assert.Empty(world.Mails());
        Assert.Equal(["Vorstandsregister.xlsx"], world.Library());
        Assert.Empty(await world.Office.Ledger.BoardCopies.LeftLyingAsync(TimeSpan.Zero, Token));
    }

    [Fact]
    public async Task A_file_that_lay_in_the_library_when_the_process_was_killed_is_gone_after_the_next_one_looked()
    {
        var crash = new CrashPoint { Kills = place => place == "Passing:lies" };
        await using var world = await OwnBoardWorld.StartAsync(convertsToPdf: true);
        await using (var dying = await world.OpenAsync(crash))
            await Assert.ThrowsAsync<AbandonedException>(() => world.SendAsync(WithCanary(), AsWord with { AsWord = false }, dying));
        Assert.Equal(2, world.Library().Count);

        world.Clock.Advance(TimeSpan.FromMinutes(6));
        using var desk = world.Office.OpenBoardPost();
        var removed = await desk.TidyAsync(Token);

        Assert.Equal(1, removed);
        Assert.Equal(["Vorstandsregister.xlsx"], world.Library());
        Assert.Equal(0, await desk.TidyAsync(Token));
    }

    [Fact]
    public async Task The_pdf_is_made_in_the_own_library_goes_along_and_nothing_of_it_stays_there()
    {
        LibreOffice.SkipWithout("libreoffice-writer-nogui");
        await using var world = await OwnBoardWorld.StartAsync(convertsToPdf: true);

        var sending = await world.SendAsync(WithCanary() with { Items = [.. Samples.Minutes.Items.Where(item => item.Number is "1" or "5")], Attachments = [] }, AsWord with { AsWord = false });

        var draft = Assert.Single(sending.Drafts);
        Assert.Equal("pdf", draft.File);
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString(OwnBoardWorld.FileIn(world.Mails()[0]), 0, 5), StringComparison.Ordinal);
        Assert.Equal(["Vorstandsregister.xlsx"], world.Library());
    }

    // Beside the board's own mailbox nothing holds a word of it: not the ledger, the log, the partner's tenant.
    private static async Task NothingUnaskedAsync(OwnBoardWorld world)
    {
        Assert.All(world.Log.Texts, text => Assert.DoesNotContain("example.org", text, StringComparison.Ordinal));
        Assert.DoesNotContain((await world.Office.Ledger.Office.AuditAsync(Token)).Entries, entry => entry.Detail.Contains('@', StringComparison.Ordinal) || entry.Subject.Contains('@', StringComparison.Ordinal));
        Assert.Empty(world.Mails("Seenplatte"));
        foreach (var file in Directory.EnumerateFiles(world.Folder, "*", SearchOption.AllDirectories))
        {
            // Its own tenant holds what was sent; a lock holds nothing.
            if (file.Contains($"{Path.DirectorySeparatorChar}sandbox{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || file.EndsWith(".lock", StringComparison.Ordinal))
                continue;

            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            var text = await reader.ReadToEndAsync(Token);
            Assert.False(text.Contains(Canary, StringComparison.Ordinal), file);
            if (file.Contains("ledger", StringComparison.Ordinal))
                Assert.False(text.Contains("example.org", StringComparison.Ordinal), file);
        }
    }

    private static bool IsPrivate(string mail) => mail.Contains("bernd.muster@example.org", StringComparison.Ordinal);

    private static string Subject(string mail) => mail.Contains("Subject: =?utf-8?B?", StringComparison.Ordinal)
        ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(mail.Split("Subject: =?utf-8?B?")[1].Split("?=")[0]))
        : mail.Split("Subject: ")[1].Split('\r')[0];

    private static Minutes WithCanary() => Samples.Minutes with
    {
        Items =
        [
            .. Samples.Minutes.Items.Select(item => item.Audience == Audience.Partner
                ? item with { Text = [.. item.Text, new InternalPassage([new TextParagraph([new TextRun($"Vertraulich: {Canary}")])])] }
                : item with { Title = $"{item.Title} {Canary}" }),
        ],
    };
}
