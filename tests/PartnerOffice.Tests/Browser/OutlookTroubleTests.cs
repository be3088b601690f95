using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using PartnerOffice.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PartnerOffice.Tests.Browser;

/// <summary>Without the service, in an old Outlook, when Outlook loses things, by keyboard alone, and for every eye.</summary>
public sealed class OutlookTroubleTests(PaneBrowser browser)
{
    private static readonly string[] Tabs = ["Sitzung", "Eingeladene", "Prüfen", "Antworten"];

    private const string Look = """
        async () => {
            const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
            return found.violations.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' | ')}`);
        }
        """;

    [Fact(Timeout = 120_000)]
    public async Task Without_the_service_everything_but_the_service_works()
    {
        await using var host = await ServedHost.StartAsync();
        await using var outlook = await SimulatedOutlook.OpenAsync(browser, host, prepare: context => context.RouteAsync("**/sandbox/token/**", route => route.AbortAsync()));

        await Expect(outlook.Pane.GetByText("Keine Verbindung zum Dienst.").First).ToBeVisibleAsync();
        await outlook.FillAsync("Nummer", "KV-ST 2026/08");
        await outlook.FillAsync("Tagesordnung", "Eröffnung\nAnträge");
        await outlook.FillAsync("Nur für den Vorstand", "Personal");

        // What is typed survives a pane that is opened anew.
        await outlook.Page.EvaluateAsync("() => document.querySelector('#pane iframe').contentWindow.location.reload()");
        await Expect(outlook.Pane.Locator("#meeting-board")).ToHaveValueAsync("Personal");
        await Expect(outlook.Pane.GetByText("Keine Verbindung zum Dienst.").First).ToBeVisibleAsync();

        // In whose calendar it is the service would know: so it is asked.
        await outlook.PressAsync("Einladen wie vereinbart", settle: false);
        await outlook.Pane.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Ja, einladen" }).ClickAsync();
        await outlook.ExpectStatusAsync("Ohne Anmeldung fehlen die Mitglieder.");
        Assert.Equal("Vorstandssitzung KV-ST 2026/08", await outlook.EventAsync<string>("event.subject"));
        Assert.Contains("2. Anträge", await outlook.EventAsync<string>("event.html"), StringComparison.Ordinal);
        await outlook.TabAsync("Prüfen");
        await outlook.PressAsync("Prüfen");
        await Expect(outlook.Pane.GetByText("Ohne den Dienst geprüft")).ToBeVisibleAsync();
        await outlook.PressAsync("Rückgängig");
        Assert.Equal("", await outlook.EventAsync<string>("event.subject"));
        Assert.Empty(outlook.Errors);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_old_Outlook_and_one_that_loses_things_say_what_is_missing()
    {
        await using var host = await ServedHost.StartAsync();
        await using var outlook = await SimulatedOutlook.OpenAsync(browser, host, "profile=old");
        await outlook.ProposedAsync();
        await Expect(outlook.Pane.Locator(".where")).ToContainTextAsync("Kalender nicht erkennbar");
        await outlook.FillAsync("Nur für den Vorstand", "Personal");
        await outlook.PressAsync("Einladen wie vereinbart", settle: false);
        await outlook.Pane.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Ja, einladen" }).ClickAsync();
        await outlook.ExpectStatusAsync("Als privat kennzeichnen: von Hand, dieses Outlook bietet es nicht an.");
        Assert.Equal(3, await outlook.EventAsync<int>("event.required.length"));
        await Expect(outlook.Pane.Locator("#meeting-board")).ToHaveValueAsync("Personal");

        // Outlook says that it has added people, and has not; and the first saving of a fresh draft fails.
        await outlook.Page.Locator("#profile").SelectOptionAsync("web");
        await outlook.Page.Locator("#fresh").ClickAsync();
        await outlook.ProposedAsync();
        await outlook.Page.Locator("#fault").SelectOptionAsync("add");
        await outlook.PressAsync("Einladen wie vereinbart");
        await outlook.ExpectStatusAsync("Nicht angenommen hat Outlook: Anna Beispiel, Bernd Muster, Elif Entwurf.");
        await outlook.Page.Locator("#fault").SelectOptionAsync("save");
        await outlook.PressAsync("Einladen wie vereinbart");
        await outlook.ExpectStatusAsync("Die Einladung »");
        Assert.Equal((3, 1), (await outlook.EventAsync<int>("event.required.length"), await outlook.EventAsync<int>("Object.keys(event.stored).length")));

        // In the middle of it Outlook refuses: what was written can be taken back.
        await outlook.Page.Locator("#fresh").ClickAsync();
        await outlook.ProposedAsync();
        await outlook.Page.Locator("#fault").SelectOptionAsync("body");
        await outlook.PressAsync("Einladen wie vereinbart");
        await outlook.ExpectStatusAsync("Outlook hat die Änderung nicht angenommen.");
        Assert.Equal(0, await outlook.EventAsync<int>("event.required.length"));
        await outlook.Page.Locator("#profile").SelectOptionAsync("mac");
        await outlook.ProposedAsync();
        await Expect(outlook.Pane.Locator(".where")).ToContainTextAsync("Kalender nicht erkennbar");
        Assert.Empty(outlook.Errors);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(ColorScheme.Light, ForcedColors.None)]
    [InlineData(ColorScheme.Dark, ForcedColors.None)]
    [InlineData(ColorScheme.Light, ForcedColors.Active)]
    public async Task No_view_stands_in_anybody_s_way(ColorScheme scheme, ForcedColors forced)
    {
        await using var host = await ServedHost.StartAsync();
        await using var outlook = await SimulatedOutlook.OpenAsync(browser, host, "width=350", options: new() { ColorScheme = scheme, ForcedColors = forced });
        await outlook.ProposedAsync();
        await outlook.PressAsync("Einladen wie vereinbart");
        await outlook.ExpectStatusAsync("Die Einladung »");
        await outlook.Page.GetByRole(AriaRole.Button, new() { Name = "Elif Entwurf entfernen" }).ClickAsync();

        var frame = outlook.Page.Frames.Single(one => one.Url.Contains("outlook/taskpane", StringComparison.Ordinal));
        await frame.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        Assert.Equal(350, await frame.EvaluateAsync<int>("() => innerWidth"));
        foreach (var tab in Tabs)
        {
            await outlook.TabAsync(tab);
            if (tab == "Prüfen")
                await outlook.PressAsync("Prüfen");
            await outlook.ScreenshotAsync($"outlook-{tab}-{scheme}-{forced}");
            var found = await frame.EvaluateAsync<string[]>(Look);
            Assert.True(found.Length == 0, $"{tab}, {scheme}, {forced}: {string.Join("; ", found)}");
            Assert.True(await frame.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{tab} is wider than the pane.");
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task A_board_is_invited_by_keyboard_alone()
    {
        await using var host = await ServedHost.StartAsync();
        await using var outlook = await SimulatedOutlook.OpenAsync(browser, host, prepare: context => context.RouteAsync("**/api/meetings/plans", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = """{"preview":{"sha256":"ab12","board":{"subject":"Sitzung","body":"Tagesordnung"},"byHand":[],"findings":[]}}""",
        })));
        await outlook.ProposedAsync();
        var keys = outlook.Page.Keyboard;

        await outlook.Pane.Locator("#tab-meeting").FocusAsync();
        await TabToAsync(outlook, "meeting-number");
        await keys.PressAsync("End");
        await keys.TypeAsync(" a");
        await TabToAsync(outlook, "meeting-board");
        await keys.TypeAsync("Personal");
        await TabToAsync(outlook, "invite");
        await keys.PressAsync("Enter");
        await outlook.ExpectStatusAsync(" a« ist eingetragen.");
        await outlook.Pane.Locator("#tab-meeting").FocusAsync();
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("ArrowRight");
        Assert.Equal("tab-check", await FocusedAsync(outlook));
        await TabToAsync(outlook, "check");
        await keys.PressAsync("Enter");
        await Expect(outlook.Pane.GetByText("Alles da. Die Einladung kann gesendet werden.").First).ToBeVisibleAsync();
        Assert.Equal("check", await FocusedAsync(outlook));

        // Handing over shows first what leaves; with Escape nothing does, and the focus is where it was.
        await TabToAsync(outlook, "hand-over");
        await keys.PressAsync("Enter");
        await Expect(outlook.Pane.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(outlook.Pane.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal("hand-over", await FocusedAsync(outlook));
        Assert.Empty(outlook.Errors);
    }

    private static async Task TabToAsync(SimulatedOutlook outlook, string id)
    {
        for (var presses = 0; presses < 60 && await FocusedAsync(outlook) != id; presses++)
            await outlook.Page.Keyboard.PressAsync("Tab");
        Assert.Equal(id, await FocusedAsync(outlook));
    }

    private static Task<string> FocusedAsync(SimulatedOutlook outlook) => outlook.Pane.Locator("body").EvaluateAsync<string>("body => body.ownerDocument.activeElement?.id ?? ''");
}
