using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Browser;

/// <summary>WCAG 2.2 A and AA in every view, at the widths and in the colours that people have; and by keyboard alone.</summary>
public sealed class PaneAccessibilityTests(PaneBrowser browser)
{
    private static readonly string[] Tabs = ["Anwesenheit", "Tagesordnung", "Beschlüsse", "Aufgaben", "Prüfen & Freigeben", "Verlauf"];

    // The preview is a frame without scripts, where axe cannot run; what it shows is looked at by itself.
    private const string Look = """
        async () => {
            const found = await axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
            return found.violations.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' | ')}`);
        }
        """;

    [Theory(Timeout = 180_000)]
    [InlineData(300, ColorScheme.Light, ForcedColors.None)]
    [InlineData(350, ColorScheme.Light, ForcedColors.None)]
    [InlineData(350, ColorScheme.Dark, ForcedColors.None)]
    [InlineData(350, ColorScheme.Light, ForcedColors.Active)]
    [InlineData(500, ColorScheme.Light, ForcedColors.None)]
    public async Task No_view_stands_in_anybody_s_way(int width, ColorScheme scheme, ForcedColors forced)
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host, $"width={width}&document=/sandbox/document?finished=true", options: new() { ColorScheme = scheme, ForcedColors = forced });

        Assert.Equal(width, await word.Pane.EvaluateAsync<int>("() => innerWidth"));
        foreach (var tab in Tabs)
        {
            await word.TabAsync(tab);
            if (tab == "Prüfen & Freigeben")
                await word.PressAsync("Prüfen");
            // Everything that can be opened is open.
            await word.Pane.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
            await word.ScreenshotAsync($"{tab.Split(' ')[0]}-{width}-{scheme}-{forced}");
            await AssertNothingAsync(word, $"{tab}, {width} px, {scheme}, {forced}");
            Assert.True(await word.Pane.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{tab} is wider than the pane at {width} px.");
        }

        await word.TabAsync("Tagesordnung");
        await word.PressAsync("Beamer-Ansicht");
        await AssertNothingAsync(word, "projector");
    }

    [Fact(Timeout = 120_000)]
    public async Task The_story_goes_by_keyboard_alone()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host, person: "steinfurt/st-01");
        var keys = word.Page.Keyboard;

        // Into the pane, and everybody is there.
        await word.Pane.Locator("#tab-attendance").FocusAsync();
        // In the evening the sample's meeting has begun already, and the pane proposes "now".
        await TabToAsync(word, "Zeitpunkt");
        await keys.PressAsync("Home");
        foreach (var name in (string[])["Anna Beispiel", "Bernd Muster", "Clara Probe", "Dirk Vorlage"])
        {
            await TabToAsync(word, $"ist da {name}");
            await keys.PressAsync("Enter");
            await word.ExpectStatusAsync($"{name} ist da");
        }

        // The rest is excused: chosen by the first letter.
        foreach (var name in (string[])["Elif Entwurf", "Frank Formular", "Ingo Schablone"])
        {
            await TabToAsync(word, $"Teilnahme von {name}");
            await keys.TypeAsync("ents");
            await keys.PressAsync("Tab");
            await word.ExpectStatusAsync($"{name}: entschuldigt.");
        }

        // By the arrows to the resolutions.
        await BackToTabsAsync(word);
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("ArrowRight");
        await TabToAsync(word, "Beschluss eintragen");
        await keys.PressAsync("Enter");
        await TabToAsync(word, "Wortlaut");
        await keys.TypeAsync("Der Vorstand druckt tausend Plakate.");
        await TabToAsync(word, "Ja");
        await keys.TypeAsync("4");
        await TabToAsync(word, "Nein");
        await keys.TypeAsync("0");
        await keys.PressAsync("Enter");
        await word.ExpectStatusAsync("ist eingetragen");

        // Check, reasons, release.
        await BackToTabsAsync(word);
        await keys.PressAsync("End");
        await keys.PressAsync("ArrowLeft");
        await word.Pane.Locator("#check").WaitForAsync();
        await keys.PressAsync("Tab");
        await TabToAsync(word, "Prüfen");
        await keys.PressAsync("Enter");
        await word.SettledAsync();
        while (await word.Pane.GetByRole(AriaRole.Button, new() { Name = "Stimmt so, Grund angeben" }).CountAsync() > 0)
        {
            await TabToAsync(word, "Stimmt so, Grund angeben");
            await keys.PressAsync("Enter");
            await keys.TypeAsync("wird nachgetragen");
            await keys.PressAsync("Enter");
            await word.SettledAsync();
        }

        await TabToAsync(word, "Vorschau angesehen");
        await keys.PressAsync("Space");
        await TabToAsync(word, "Freigeben");
        await keys.PressAsync("Enter");
        await word.ExpectStatusAsync("freigegeben – von der Sitzungsleitung geprüft");

        // The history, and a dialog that gives the focus back.
        await BackToTabsAsync(word);
        await keys.PressAsync("End");
        await TabToAsync(word, "Genehmigung eintragen");
        await keys.PressAsync("Enter");
        await word.Pane.GetByRole(AriaRole.Dialog).WaitForAsync();
        await AssertNothingAsync(word, "dialog");
        await keys.PressAsync("Escape");
        await word.Pane.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal("Genehmigung eintragen", await FocusedAsync(word));
    }

    private static async Task AssertNothingAsync(SimulatedWord word, string where)
    {
        if (!await word.Pane.EvaluateAsync<bool>("() => 'axe' in window"))
            await word.Pane.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var found = await word.Pane.EvaluateAsync<string[]>(Look);
        Assert.True(found.Length == 0, $"{where}: {string.Join("; ", found)}");
    }

    // Forward, as a person presses Tab, until the thing of this name has the focus.
    private static async Task TabToAsync(SimulatedWord word, string name)
    {
        for (var presses = 0; presses < 150; presses++)
        {
            if ((await FocusedAsync(word)).StartsWith(name, StringComparison.Ordinal))
                return;
            await word.Page.Keyboard.PressAsync("Tab");
        }

        await word.ScreenshotAsync("keyboard");
        Assert.Fail($"\"{name}\" is not reached by the Tab key; the focus is on \"{await FocusedAsync(word)}\".");
    }

    private static async Task BackToTabsAsync(SimulatedWord word)
    {
        for (var presses = 0; presses < 200; presses++)
        {
            if (await word.Pane.EvaluateAsync<bool>("() => document.activeElement?.getAttribute('role') === 'tab'"))
                return;
            await word.Page.Keyboard.PressAsync("Shift+Tab");
        }

        Assert.Fail("The tabs are not reached backwards.");
    }

    private static Task<string> FocusedAsync(SimulatedWord word) => word.Pane.EvaluateAsync<string>("""
        () => {
            const one = document.activeElement;
            if (!one || one === document.body) return '';
            return (one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? [...one.childNodes].map(part => part.textContent.trim()).join(' ')).trim();
        }
        """);
}
