using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PartnerOffice.Tests.Host.Overview;
using Xunit;

namespace PartnerOffice.Tests.Browser;

/// <summary>The overview page: for everybody, on a phone and on a large screen, by keyboard and on paper.</summary>
public sealed partial class OverviewPageTests(PaneBrowser browser, OverviewWorld world) : IClassFixture<OverviewWorld>
{
    private static readonly string[] Parts = ["Personen", "Einrichtung", "Wer sieht was", "Übersicht"];

    [Theory(Timeout = 120_000)]
    [InlineData(360, ColorScheme.Light, ForcedColors.None)]
    [InlineData(360, ColorScheme.Dark, ForcedColors.None)]
    [InlineData(1280, ColorScheme.Light, ForcedColors.None)]
    [InlineData(1280, ColorScheme.Dark, ForcedColors.Active)]
    public async Task No_part_stands_in_anybody_s_way(int width, ColorScheme scheme, ForcedColors forced)
    {
        await using var page = await OverviewBrowser.OpenAsync(browser, world, width: width, options: new() { ColorScheme = scheme, ForcedColors = forced });

        foreach (var part in Parts)
        {
            await page.OpenPartAsync(part);
            await page.ScreenshotAsync($"uebersicht-{part.Split(' ')[0]}-{width}-{scheme}-{forced}");
            await page.ScreenshotAsync($"fenster-{part.Split(' ')[0]}-{width}-{scheme}-{forced}", isWhole: false);
            await page.AssertAccessibleAsync($"{part}, {width} px, {scheme}, {forced}");
            Assert.Equal($"{part} – PartnerOffice", await page.Page.TitleAsync());
        }

        Assert.Empty(page.Errors);
    }

    [Fact(Timeout = 60_000)]
    public async Task It_goes_by_keyboard_alone()
    {
        await using var page = await OverviewBrowser.OpenAsync(browser, world);
        var keys = page.Page.Keyboard;

        // Past the head, at once.
        await keys.PressAsync("Tab");
        Assert.Equal("Zum Inhalt", await page.FocusedAsync());
        await keys.PressAsync("Enter");
        await page.TabToAsync("Erneut versuchen");

        // A question is asked before something is put on record; without an answer nothing happens, and the focus comes back.
        await page.TabToAsync("Bestätigen: Rücknahme");
        await keys.PressAsync("Enter");
        await page.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await page.AssertAccessibleAsync("dialog");
        await keys.PressAsync("Escape");
        await page.Page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.StartsWith("Bestätigen", await page.FocusedAsync(), StringComparison.Ordinal);

        // Another part, and its heading is where one goes on.
        await keys.PressAsync("Shift+Tab");
        await page.Page.Locator("nav a").First.FocusAsync();
        await page.TabToAsync("Personen");
        await keys.PressAsync("Enter");
        await page.Page.GetByText("Kreissprecherin", new() { Exact = true }).WaitForAsync();
        Assert.Equal("Personen", await page.FocusedAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_pressed_is_done_and_said()
    {
        await using var page = await OverviewBrowser.OpenAsync(browser, world, person: "mse/mse-02");
        var held = page.Page.GetByText("Angehalten. Es geht nicht von selbst hinaus.");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Anhalten" }).ClickAsync();

        await Assertions.Expect(held).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator("footer [role=status]")).ToHaveTextAsync("angehalten – geht nicht von selbst hinaus");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Jetzt" }).ClickAsync();
        await Assertions.Expect(held).ToHaveCountAsync(0);
        Assert.Empty(page.Errors);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_set_up_is_checked_while_one_looks_on()
    {
        await using var page = await OverviewBrowser.OpenAsync(browser, world, width: 1280);
        await page.OpenPartAsync("Einrichtung");

        await page.Page.Locator("#checkup").ClickAsync();

        await Assertions.Expect(page.Page.Locator(".side.own .tick").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("footer [role=status]")).ToContainTextAsync("geprüft", new() { Timeout = 30_000 });
        await page.AssertAccessibleAsync("set-up");
        await page.ScreenshotAsync("uebersicht-einrichtung-geprueft");
        Assert.Empty(page.Errors);
    }

    [Fact(Timeout = 60_000)]
    public async Task Whoever_is_not_signed_in_sees_nothing_but_the_way_in_and_can_choose_the_language()
    {
        await using var page = await OverviewBrowser.OpenAsync(browser, world, person: "", width: 360);

        await page.AssertAccessibleAsync("welcome");
        await page.ScreenshotAsync("uebersicht-anmeldung-360");
        Assert.Equal(0, await page.Page.Locator(".part").CountAsync());
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await page.SettledAsync();
        await page.Page.GetByLabel("See it as").SelectOptionAsync("mse/mse-01");
        await page.SettledAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Needs a person" })).ToHaveCountAsync(1);
        Assert.Equal("en", await page.Page.GetAttributeAsync("html", "lang"));
    }

    [Fact(Timeout = 60_000)]
    public async Task On_paper_each_district_has_its_page()
    {
        await using var page = await OverviewBrowser.OpenAsync(browser, world, person: "mse/mse-02");

        var pdf = await page.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });

        if (Environment.GetEnvironmentVariable("PARTNEROFFICE_SCREENSHOTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, "uebersicht.pdf"), pdf, TestContext.Current.CancellationToken);
        Assert.Equal(2, PdfPage().Count(Encoding.Latin1.GetString(pdf)));
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PdfPage();
}
