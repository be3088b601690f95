using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartnerOffice.Core;
using PartnerOffice.Features.SettingUp;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Overview;

/// <summary>The parts of the overview page, as each of the two boards reads them.</summary>
public sealed class OverviewPartsTests(OverviewWorld world) : IClassFixture<OverviewWorld>
{
    private static readonly string[] Parts = ["uebersicht", "personen", "einrichtung", "wer-sieht-was"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_own_board_reads_what_is_to_be_done_shared_due_and_who_does_it()
    {
        var page = await world.PartAsync("st-02", "uebersicht");

        Assert.Contains("Wird morgen um 9:00 Uhr übermittelt.", page, StringComparison.Ordinal);
        Assert.Contains("Angehalten. Es geht nicht von selbst hinaus.", page, StringComparison.Ordinal);
        Assert.Contains("Die Übermittlung ist stehen geblieben.", page, StringComparison.Ordinal);
        Assert.Contains("Unklar, ob die Nachricht angekommen ist.", page, StringComparison.Ordinal);
        Assert.Contains("Es wartet auf die Genehmigung des Vorstands.", page, StringComparison.Ordinal);
        Assert.Contains("Der Kreisverband Mecklenburgische Seenplatte hat noch nicht bestätigt", page, StringComparison.Ordinal);
        Assert.Contains($"data-act=\"hold\" data-delivery=\"{world.DeliveryOf("KV-ST 2026/07")}\"", page, StringComparison.Ordinal);
        Assert.Contains($"data-act=\"confirmation\" data-delivery=\"{world.DeliveryOf("KV-ST 2026/05 recall")}\"", page, StringComparison.Ordinal);

        Assert.Contains("Dienstag, 11. August 2026, 19:00 Uhr", page, StringComparison.Ordinal);
        Assert.Contains("Dienstag, 18. August 2026, 18:30 Uhr", page, StringComparison.Ordinal);
        Assert.Contains("KV-ST 2026/06 vom 09.06.2026", page, StringComparison.Ordinal);
        Assert.Contains("KV-MSE 2026/06 vom 23.06.2026", page, StringComparison.Ordinal);
        Assert.Contains("Geteilt am 16.06.2026, vereinbart bis 30.06.2026.", page, StringComparison.Ordinal);
        Assert.Contains("Elif Entwurf", page, StringComparison.Ordinal);
        Assert.Contains("seit 09.12.2025", page, StringComparison.Ordinal);
        Assert.Contains("Nur für den Kreisvorstand Mecklenburgische Seenplatte", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_one_board_s_own_business_reaches_the_other()
    {
        foreach (var part in Parts)
        {
            var (steinfurt, mse) = (await world.PartAsync("st-02", part), await world.PartAsync("mse-02", part));
            Assert.All(OverviewWorld.OwnOfMse, canary => Assert.DoesNotContain(canary, steinfurt, StringComparison.Ordinal));
            Assert.All(OverviewWorld.OwnOfSteinfurt.Where(canary => part == "uebersicht" || canary.Any(char.IsDigit)), canary =>
                Assert.DoesNotContain(canary, mse.Replace("KV-ST 2026/05", "", StringComparison.Ordinal), StringComparison.Ordinal));
            // People of the other board: its coordinators alone.
            Assert.All(OwnNames(1), name => Assert.DoesNotContain(name, steinfurt, StringComparison.Ordinal));
            Assert.All(OwnNames(0), name => Assert.DoesNotContain(name, mse, StringComparison.Ordinal));
        }

        // And each of them does stand with its own board.
        var (own, other) = (await world.PartAsync("st-02", "uebersicht"), await world.PartAsync("mse-02", "uebersicht"));
        Assert.All(OverviewWorld.OwnOfSteinfurt.Where(canary => canary != "21.10.2026"), canary => Assert.Contains(canary, own, StringComparison.Ordinal));
        Assert.Contains("21. Oktober 2026", own, StringComparison.Ordinal);
        Assert.DoesNotContain("21. Oktober 2026", other, StringComparison.Ordinal);
        Assert.DoesNotContain("22. Oktober 2026", own, StringComparison.Ordinal);
        Assert.All(OverviewWorld.OwnOfMse.Where(canary => canary != "22.10.2026"), canary => Assert.Contains(canary, other, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_list_is_one_query_however_much_is_in_it()
    {
        using var asked = new AskedQueries();

        var picture = await world.Ledger.Overview.ReadAsync(OverviewWorld.Partnership.Id, Token);

        Assert.True(picture.Releases.Count > 10 && picture.Deliveries.Count > 8, $"{picture.Releases.Count} releases, {picture.Deliveries.Count} deliveries");
        Assert.Equal(3, asked.All.Count(command => command.Contains("SELECT", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_duty_shows_to_its_own_side_before_the_partner_sees_it_open()
    {
        var (own, partner) = (await world.PartAsync("mse-02", "uebersicht"), await world.PartAsync("st-02", "uebersicht"));

        // Approved on 30 June, fourteen days: 14 July has passed. The partner is told that, and not of which meeting.
        Assert.Contains("Protokoll KV-MSE 2026/07 vom 02.06.2026", own, StringComparison.Ordinal);
        Assert.Contains("Vereinbart bis 14.07.2026, offen seit 15.07.2026.", own, StringComparison.Ordinal);
        Assert.Contains("Ein genehmigtes Protokoll", partner, StringComparison.Ordinal);
        Assert.Contains("Vereinbart bis 14.07.2026, offen seit 15.07.2026.", partner, StringComparison.Ordinal);
        Assert.DoesNotContain("02.06.2026", partner, StringComparison.Ordinal);
        // Approved on 14 July; the break of two weeks does not count.
        Assert.Contains("Vereinbart bis 11.08.2026.", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Vereinbart bis 11.08.2026.", partner, StringComparison.Ordinal);
        Assert.DoesNotContain("07.07.2026", partner, StringComparison.Ordinal);
        Assert.Contains("Beim Kreisverband Mecklenburgische Seenplatte ist noch etwas offen.", partner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_set_up_is_checked_beside_everything_else_and_the_partner_sees_the_ticks_alone()
    {
        using var administrator = await world.AsAsync("st-02");
        var before = await world.PartAsync("mse-04", "einrichtung");
        var started = await administrator.PostAsync("/api/checkup");
        await world.Services.GetRequiredService<CheckupRuns>().WhenEndedAsync(OverviewWorld.Partnership.Districts[0].Id);
        var (own, partner) = (await world.PartAsync("st-02", "einrichtung"), await world.PartAsync("mse-04", "einrichtung"));

        Assert.Equal((int)HttpStatusCode.Accepted, started.Status);
        Assert.Contains("Von dieser Seite gibt es hier noch keine Prüfung.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("data-poll", own, StringComparison.Ordinal);
        Assert.All((string[])["Anmeldung und Rechte", "Bibliothek für die Protokolle", "Gemeinsames Postfach"], area =>
        {
            Assert.Contains(area, own, StringComparison.Ordinal);
            Assert.Contains(area, partner, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("<pre", partner, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"found\"", partner, StringComparison.Ordinal);
        // What is said of the machine is for those who run it.
        Assert.DoesNotContain(Path.GetTempPath(), partner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_itself_is_open_and_says_nothing_of_anybody()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "app", "overview", "index.html")), "The panes were not built: install Node.js 20.19 or newer and build again");
        using var anybody = await world.AsAsync(null);

        using var shell = await anybody.GetAsync(new Uri("/uebersicht", UriKind.Relative), Token);
        var html = await shell.Content.ReadAsStringAsync(Token);
        var policy = Assert.Single(shell.Headers.GetValues("Content-Security-Policy"));

        Assert.Equal(HttpStatusCode.OK, shell.StatusCode);
        Assert.DoesNotContain("Steinfurt", html, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (var part in Parts)
        {
            using var refused = await anybody.GetAsync(new Uri($"/uebersicht/teile/{part}", UriKind.Relative), Token);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }
    }

    [Fact]
    public async Task A_part_is_kept_nowhere_and_carries_no_script_and_no_style_of_its_own()
    {
        using var secretary = await world.AsAsync("st-02");
        foreach (var part in Parts)
        {
            using var answer = await secretary.GetAsync(new Uri($"/uebersicht/teile/{part}", UriKind.Relative), Token);
            var html = await answer.Content.ReadAsStringAsync(Token);

            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(" on[a-z]+=", html);
        }
    }

    [Theory]
    [InlineData("uebersicht", "Needs a person")]
    [InlineData("personen", "may vote")]
    [InlineData("einrichtung", "Each side checks its own set-up.")]
    public async Task It_speaks_English_to_whoever_asks_for_it(string part, string words)
    {
        var page = await world.PartAsync("st-02", part, "en");

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Vereinbart bis", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_handbook_is_the_one_that_was_delivered()
    {
        var page = await world.PartAsync("st-02", "wer-sieht-was");

        Assert.Contains("Das ganze Protokoll bleibt im eigenen Microsoft 365", page, StringComparison.Ordinal);
        Assert.Contains("data-head=\"Postfächer\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("einrichtung.md", page, StringComparison.Ordinal);
    }

    // Names of those who neither coordinate nor stand in for it.
    private static IEnumerable<string> OwnNames(int district)
    {
        var one = OverviewWorld.Partnership.Districts[district];
        var known = one.HoldersOn(OfficeRole.Coordinator, new DateOnly(2026, 8, 5)).Select(person => person.Name).ToHashSet();
        return one.People.Select(person => person.Name).Where(name => !known.Contains(name));
    }
}
