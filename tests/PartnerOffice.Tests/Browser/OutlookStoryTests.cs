using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PartnerOffice.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PartnerOffice.Tests.Browser;

/// <summary>From an empty event to an invitation that is sent, in the Outlooks that people have (R10, R11, R12).</summary>
public sealed class OutlookStoryTests(PaneBrowser browser)
{
    private const string Secret = "Kündigung des Mietvertrags";

    private static readonly string Day = DateTime.Today.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory(Timeout = 120_000)]
    [InlineData("web")]
    [InlineData("classic")]
    public async Task A_board_is_invited_read_back_asked_about_and_sent(string profile)
    {
        await using var host = await ServedHost.StartAsync();
        await using var outlook = await SimulatedOutlook.OpenAsync(browser, host, $"profile={profile}");
        await outlook.ProposedAsync();
        await Expect(outlook.Pane.Locator(".where")).ToHaveTextAsync("Kalender des Kreisverbands · Bernd Muster");

        // Which meeting it is; a confidential title among the rest.
        await outlook.FillAsync("Tag", Day);
        await outlook.FillAsync("Beginn", "18:30");
        await outlook.FillAsync("Ende", "20:45");
        await outlook.FillAsync("Ort", "Geschäftsstelle, Beispielweg 1, 48565 Steinfurt");
        await outlook.FillAsync("Nur für den Vorstand", Secret);
        await Expect(outlook.Pane.GetByText("Frist: 7 volle Tage.")).ToBeVisibleAsync();
        await outlook.PressAsync("Einladen wie vereinbart");
        await outlook.ExpectStatusAsync("Die Einladung »Vorstandssitzung KV-ST");

        var number = await outlook.Pane.Locator("#meeting-number").InputValueAsync();
        Assert.Equal($"Vorstandssitzung {number}", await outlook.EventAsync<string>("event.subject"));
        Assert.Equal($"{Day}T18:30", await outlook.Page.Locator("#start").InputValueAsync());
        Assert.Equal($"{Day}T20:45", await outlook.Page.Locator("#end").InputValueAsync());
        Assert.Equal("private", await outlook.EventAsync<string>("event.sensitivity"));
        // Accounts only: whoever has a private address, or none, is on no list that others see.
        Assert.Equal("anna.beispiel,bernd.muster,elif.entwurf", await outlook.EventAsync<string>("event.required.map(one => one.emailAddress.split('@')[0]).sort().join()"));
        var text = await outlook.Page.EvaluateAsync<string>("() => window.simulatedOutlook.text()");
        Assert.Contains("Liebe Genoss*innen,", text, StringComparison.Ordinal);
        Assert.Contains("18:30 bis 20:45 Uhr", text, StringComparison.Ordinal);
        Assert.Contains("1. Eröffnung", text, StringComparison.Ordinal);
        Assert.Contains("N 1 – vertraulicher Punkt", text, StringComparison.Ordinal);
        await AssertNowhereAsync(outlook, Secret, "@example.org");

        // Read back: who is there, and who hears of it another way.
        await outlook.TabAsync("Eingeladene");
        await Expect(outlook.Pane.Locator(".figure")).ToContainTextAsync("3 von 3 im Kalender eingeladen");
        await Expect(outlook.Pane.Locator(".card", new() { HasText = "Bekommen eine eigene Nachricht" })).ToContainTextAsync("Clara Probe");
        await Expect(outlook.Pane.Locator(".card", new() { HasText = "Mit der Post oder am Telefon" })).ToContainTextAsync("Ingo Schablone");

        await outlook.ScreenshotAsync($"outlook-einladen-{profile}");

        // Somebody is taken out, a guest comes in: the question at sending names both, and leads to the check.
        await outlook.Page.GetByRole(AriaRole.Button, new() { Name = "Elif Entwurf entfernen" }).ClickAsync();
        await outlook.Page.Locator("#required").FillAsync("gerda.gast@example.net");
        await outlook.Page.Locator("#required").PressAsync("Enter");
        await outlook.Page.Locator("#send").ClickAsync();
        var prompt = outlook.Page.Locator("#prompt");
        await Expect(prompt).ToContainTextAsync("Außerhalb des Vorstands eingeladen: gerda.gast@example.net. Die Tagesordnung hat vertrauliche Punkte. Nicht eingeladen: Elif Entwurf.");
        await outlook.ScreenshotAsync($"outlook-fragen-{profile}");
        await prompt.GetByRole(AriaRole.Button, new() { Name = "Im Bereich ansehen" }).ClickAsync();
        await Expect(outlook.Pane.Locator("#tab-check")).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(outlook.Pane.Locator(".where")).ToContainTextAsync("Bernd Muster");
        await Expect(outlook.Pane.GetByText("Stimmberechtigt und nicht eingeladen: Elif Entwurf.")).ToBeVisibleAsync();
        await Expect(outlook.Pane.GetByText("(gerda.gast@example.net)")).ToBeVisibleAsync();
        await outlook.ScreenshotAsync($"outlook-pruefen-{profile}");
        await outlook.PressAsync("Fehlende ergänzen");
        await Expect(outlook.Pane.GetByText("Stimmberechtigt und nicht eingeladen")).ToHaveCountAsync(0);

        // Known and wanted: sent.
        await outlook.Page.Locator("#send").ClickAsync();
        await Expect(prompt).Not.ToContainTextAsync("Nicht eingeladen");
        await prompt.GetByRole(AriaRole.Button, new() { Name = "Trotzdem senden" }).ClickAsync();
        await Expect(outlook.Page.Locator("#state")).ToHaveTextAsync("Gesendet");
        await AssertNowhereAsync(outlook, Secret, "@example.org");
        Assert.Empty(outlook.Errors);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_was_entered_is_taken_back_and_what_people_wrote_stays()
    {
        await using var host = await ServedHost.StartAsync();
        await using var outlook = await SimulatedOutlook.OpenAsync(browser, host);
        await outlook.ProposedAsync();
        await outlook.Page.Locator("#subject").FillAsync("Vorstand");
        await outlook.Page.Locator("#body").FillAsync("Bringt Kuchen mit.");
        var start = await outlook.Page.Locator("#start").InputValueAsync();

        await outlook.FillAsync("Beginn", "17:00");
        await outlook.PressAsync("Einladen wie vereinbart");
        await outlook.ExpectStatusAsync("Die Einladung »");
        Assert.EndsWith("Bringt Kuchen mit.", (await outlook.Page.EvaluateAsync<string>("() => window.simulatedOutlook.text()")).Trim(), StringComparison.Ordinal);
        await outlook.PressAsync("Rückgängig");
        await outlook.ExpectStatusAsync("Zurückgenommen: Die Einladung »");

        Assert.Equal("Vorstand", await outlook.EventAsync<string>("event.subject"));
        Assert.Equal(start, await outlook.Page.Locator("#start").InputValueAsync());
        Assert.Equal("Bringt Kuchen mit.", await outlook.Page.EvaluateAsync<string>("() => window.simulatedOutlook.text().trim()"));
        Assert.Equal((0, "normal", 0), (await outlook.EventAsync<int>("event.required.length"), await outlook.EventAsync<string>("event.sensitivity"), await outlook.EventAsync<int>("Object.keys(event.stored).length")));

        // Again, and then somebody changes the text by hand: it stays, whether forwards or backwards.
        await outlook.PressAsync("Einladen wie vereinbart");
        await outlook.ExpectStatusAsync("Die Einladung »");
        await outlook.Page.EvaluateAsync("() => { window.simulatedOutlook.event.html += '<p>Parken im Hof.</p>'; window.simulatedOutlook.changed(); }");
        await outlook.PressAsync("Einladen wie vereinbart");
        await outlook.ExpectStatusAsync("Der Text im Termin wurde von Hand geändert und bleibt.");
        await outlook.PressAsync("Rückgängig");
        await outlook.PressAsync("Rückgängig");
        await outlook.ExpectStatusAsync("Was geändert war, blieb stehen.");
        Assert.Contains("Parken im Hof.", await outlook.EventAsync<string>("event.html"), StringComparison.Ordinal);
        Assert.Equal(0, await outlook.EventAsync<int>("event.required.length"));

        // A title in both lists would be read by everybody.
        await outlook.FillAsync("Nur für den Vorstand", "termine");
        await outlook.PressAsync("Einladen wie vereinbart");
        await outlook.ExpectStatusAsync("»termine« steht in beiden Listen.");
        Assert.Empty(outlook.Errors);
    }

    [Fact(Timeout = 120_000)]
    public async Task In_a_personal_calendar_the_form_goes_to_the_service_and_its_answers_come_back()
    {
        var plans = new List<(string Key, JsonNode Body)>();
        JsonNode? entered = null;
        await using var host = await ServedHost.StartAsync();
        await using var outlook = await SimulatedOutlook.OpenAsync(browser, host, "calendar=personal", prepare: async context =>
        {
            await context.RouteAsync("**/api/meetings/plans", async route =>
            {
                var body = JsonNode.Parse(route.Request.PostData!)!;
                if (body["consent"] is null)
                {
                    await route.FulfillAsync(new() { ContentType = "application/json", Body = """{"preview":{"sha256":"ab12","board":{"subject":"Sitzung KV-ST 2026/08","body":"Tagesordnung\n1. Eröffnung\n{{answer}}"},"byHand":["Ingo Schablone"],"findings":[]}}""" });
                    return;
                }

                plans.Add((route.Request.Headers["idempotency-key"], body));
                if (plans.Count == 1)
                    await route.AbortAsync();
                else
                    await route.FulfillAsync(new() { ContentType = "application/json", Body = """{"meeting":{"meeting":"steinfurt-2026-08","number":"KV-ST 2026/08"}}""" });
            });
            await context.RouteAsync("**/api/meetings/plans/steinfurt-2026-08", route => route.FulfillAsync(new()
            {
                ContentType = "application/json",
                Body = """{"meeting":"steinfurt-2026-08","number":"KV-ST 2026/08","byHand":["Ingo Schablone"],"answers":{"accepted":1,"declined":1,"open":5,"people":[{"person":"st-01","name":"Anna Beispiel","answer":"accepted"},{"person":"st-03","name":"Clara Probe","answer":"declined","way":"hand","since":"accepted","sinceWay":"link"}]}}""",
            }));
            await context.RouteAsync("**/api/meetings/plans/steinfurt-2026-08/answers", async route =>
            {
                entered = JsonNode.Parse(route.Request.PostData!);
                await route.FulfillAsync(new() { ContentType = "application/json", Body = """{"meeting":"steinfurt-2026-08","number":"KV-ST 2026/08","answers":{"accepted":2,"declined":0,"open":5,"people":[{"person":"st-03","name":"Clara Probe","answer":"accepted","way":"hand"}]}}""" });
            });
        });
        await outlook.ProposedAsync();

        await Expect(outlook.Pane.GetByText("Dieser Termin liegt in einem eigenen Kalender.")).ToBeVisibleAsync();
        await Expect(outlook.Pane.Locator(".where")).ToContainTextAsync("eigener Kalender");
        await Expect(outlook.Pane.GetByRole(AriaRole.Button, new() { Name = "Einladen wie vereinbart" })).ToHaveCountAsync(0);
        await outlook.FillAsync("Tag", Day);
        await outlook.FillAsync("Nur für den Vorstand", Secret);

        await HandOverAsync(outlook);
        await outlook.ExpectStatusAsync("Keine Verbindung zum Dienst. Nichts ist verloren.");
        await HandOverAsync(outlook);
        await outlook.ExpectStatusAsync("ist übergeben. Diesen Entwurf jetzt ohne Senden schließen.");

        Assert.Equal(plans[0].Key, plans[1].Key);
        var plan = plans[1].Body;
        Assert.Equal("ab12", plan["consent"]!.GetValue<string>());
        Assert.Equal(("board-meeting", Day, "19:00:00"), (plan["kind"]!.GetValue<string>(), plan["date"]!.GetValue<string>(), plan["start"]!.GetValue<string>()));
        Assert.Equal([Secret], plan["agenda"]!.AsArray().Where(item => item!["audience"]!.GetValue<string>() == "board").Select(item => item!["title"]!.GetValue<string>()));
        Assert.Equal(0, await outlook.EventAsync<int>("event.required.length"));

        await outlook.TabAsync("Antworten");
        await Expect(outlook.Pane.GetByText("1 zu, 1 ab, 5 offen")).ToBeVisibleAsync();
        await Expect(outlook.Pane.Locator("li", new() { HasText = "Clara Probe" })).ToContainTextAsync("(von Hand eingetragen) (inzwischen über den Link: sagt zu)");
        await Expect(outlook.Pane.GetByLabel("Clara Probe")).ToHaveValueAsync("declined");
        await outlook.Pane.GetByLabel("Clara Probe").SelectOptionAsync("accepted");
        await Expect(outlook.Pane.GetByText("2 zu, 0 ab, 5 offen")).ToBeVisibleAsync();
        Assert.Equal(("st-03", "accepted"), (entered!["person"]!.GetValue<string>(), entered["answer"]!.GetValue<string>()));
        Assert.Empty(outlook.Errors);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_joint_meeting_invites_the_own_board_and_the_partners_coordinator()
    {
        await using var host = await ServedHost.StartAsync();
        await using var outlook = await SimulatedOutlook.OpenAsync(browser, host);
        await outlook.ProposedAsync();
        await outlook.Pane.GetByLabel("Art der Sitzung").SelectOptionAsync("joint-meeting");
        await Expect(outlook.Pane.Locator("#meeting-agenda")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Begrüßung"));
        await outlook.PressAsync("Einladen wie vereinbart");
        await outlook.ExpectStatusAsync("Die Einladung »Gemeinsame Sitzung");

        Assert.Equal(4, await outlook.EventAsync<int>("event.required.length"));
        await outlook.TabAsync("Eingeladene");
        await Expect(outlook.Pane.Locator(".card", new() { HasText = "Koordination Mecklenburgische Seenplatte" })).ToContainTextAsync("Nadia Register");
        await outlook.Page.GetByRole(AriaRole.Button, new() { Name = "Nadia Register entfernen" }).ClickAsync();
        await outlook.Page.Locator("#send").ClickAsync();
        await Expect(outlook.Page.Locator("#prompt")).ToContainTextAsync("Die Koordination des Partners fehlt: Nadia Register.");
        await outlook.Page.Locator("#prompt-look").ClickAsync();
        await Expect(outlook.Pane.GetByText("Die Koordination des Partners ist nicht eingeladen: Nadia Register.")).ToBeVisibleAsync();
        await Expect(outlook.Pane.GetByText("Beide Kreisverbände sind eingeladen.")).ToBeVisibleAsync();
        Assert.Empty(outlook.Errors);
    }

    private static async Task HandOverAsync(SimulatedOutlook outlook)
    {
        await outlook.Pane.Locator("#hand-over").ClickAsync();
        await Expect(outlook.Pane.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Von Hand einzuladen, mit der Post oder am Telefon: Ingo Schablone.");
        await Expect(outlook.Pane.Locator(".letter")).Not.ToContainTextAsync("{{");
        await outlook.Pane.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Übergeben" }).ClickAsync();
        await outlook.SettledAsync();
    }

    // Neither in the event nor in what was noted with it.
    private static async Task AssertNowhereAsync(SimulatedOutlook outlook, params string[] words)
    {
        var all = await outlook.EventAsync<string>("JSON.stringify([event.subject, event.location, event.html, event.required, event.optional, [...event.session], event.pending, event.stored])");
        foreach (var word in words)
            Assert.DoesNotContain(word, all, StringComparison.Ordinal);
    }
}
