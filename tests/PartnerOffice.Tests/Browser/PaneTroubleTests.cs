using Microsoft.Playwright;
using PartnerOffice.Core;
using PartnerOffice.Demo;
using PartnerOffice.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PartnerOffice.Tests.Browser;

/// <summary>What goes wrong in a cold back room: no network, somebody else in the document, Word that refuses, a sign-in that fails.</summary>
public sealed class PaneTroubleTests(PaneBrowser browser)
{
    [Fact(Timeout = 120_000)]
    public async Task Without_a_network_the_minutes_go_on_and_the_check_is_pressed_again_later()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host);

        // What comes right after the first look is there.
        await word.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await word.Page.Context.SetOfflineAsync(true);
        await word.PressAsync("ist da Anna Beispiel");
        await word.ExpectStatusAsync("Anna Beispiel ist da");
        await word.TabAsync("Prüfen & Freigeben");
        await word.PressAsync("Prüfen");
        await word.ExpectStatusAsync("Keine Verbindung zum Dienst.");

        await word.Page.Context.SetOfflineAsync(false);
        await word.PressAsync("Noch einmal");
        await word.ExpectStatusAsync("Stelle");
        Assert.Equal(AttendanceStatus.Present, (await word.MinutesAsync()).Attendance.Single(one => one.Name == "Anna Beispiel").Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_lost_answer_to_the_release_is_asked_again_and_released_once()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await FinishedAsync(host);
        await SeenByTheChairAsync(word);

        // The request arrives, its answer does not.
        var lost = false;
        await word.Page.Context.RouteAsync("**/release", async route =>
        {
            if (lost)
            {
                await route.ContinueAsync();
                return;
            }

            lost = true;
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await word.Pane.Locator("#release").ClickAsync();
        await word.ExpectStatusAsync("Keine Verbindung zum Dienst.");
        await word.PressAsync("Noch einmal");

        await word.ExpectStatusAsync("freigegeben – von der Sitzungsleitung geprüft");
        var releases = (await host.Office.Brakes.AuditAsync(TestContext.Current.CancellationToken)).Entries.Where(entry => entry.What == "released");
        Assert.Single(releases);
    }

    [Fact(Timeout = 120_000)]
    public async Task Somebody_else_writing_at_the_same_place_is_never_overwritten()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host);
        await word.TabAsync("Tagesordnung");
        var first = (await word.MinutesAsync()).Items[0];
        await word.Page.EvaluateAsync("([before, after]) => window.simulatedWord.edit(document => document.replaceText(before, after))", new[] { first.Title, "Begrüßung durch Dirk" });

        // The pane still shows what it read before.
        var details = word.Pane.Locator("[id^=more-]").First;
        await details.Locator("summary").ClickAsync();
        await details.GetByLabel("Titel", new() { Exact = true }).FillAsync("Eröffnung");
        await details.GetByRole(AriaRole.Button, new() { Name = "Titel und Nummer ändern" }).ClickAsync();

        await word.ExpectStatusAsync("inzwischen im Dokument geändert");
        Assert.Equal("Begrüßung durch Dirk", (await word.MinutesAsync()).Items[0].Title);
    }

    [Fact(Timeout = 120_000)]
    public async Task Each_step_can_be_taken_back_unless_the_place_was_changed_meanwhile()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host);
        var before = await word.MinutesAsync();

        await word.PressAsync("ist da Anna Beispiel");
        await word.PressAsync("ist da Bernd Muster");
        await word.PressAsync("Rückgängig");
        await word.ExpectStatusAsync("Zurückgenommen");
        await word.PressAsync("Rückgängig");

        Assert.Equal(MinutesJson.Write(before), MinutesJson.Write(await word.MinutesAsync()));
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_being_typed_survives_a_reload()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host);
        await word.TabAsync("Beschlüsse");
        await word.Pane.Locator("#resolution-title").ClickAsync();
        await word.FillAsync("Wortlaut", "Halb getippt");

        await word.Page.ReloadAsync();
        var frame = (await (await word.Page.WaitForSelectorAsync("iframe[src*='taskpane.html']"))!.ContentFrameAsync())!;
        await frame.GetByRole(AriaRole.Tab, new() { Name = "Beschlüsse" }).ClickAsync();

        await Expect(frame.GetByLabel("Wortlaut", new() { Exact = true })).ToHaveValueAsync("Halb getippt");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_Word_that_does_not_give_the_file_away_says_what_to_do()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host);
        await word.Page.EvaluateAsync("() => { window.simulatedWord.faults.getFile = true; }");
        await word.TabAsync("Prüfen & Freigeben");
        await word.PressAsync("Prüfen");

        await word.ExpectStatusAsync("Word gibt die Datei gerade nicht heraus.");
        await word.Page.EvaluateAsync("() => { window.simulatedWord.faults.getFile = false; }");
        await word.PressAsync("Prüfen");
        await word.ExpectStatusAsync("Stelle");
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_a_sign_in_everything_but_the_service_goes_on()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host, options: new(), prepare: context => context.RouteAsync("**/sandbox/token/**", route => route.FulfillAsync(new() { Status = 500, Body = "{}", ContentType = "application/json" })));

        await word.PressAsync("ist da Anna Beispiel");
        await word.ExpectStatusAsync("Anna Beispiel ist da");
        await word.TabAsync("Prüfen & Freigeben");
        await Expect(word.Pane.GetByText("Anwesenheit, Tagesordnung, Beschlüsse und Aufgaben gehen weiter.", new() { Exact = false }).First).ToBeVisibleAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task An_older_Word_sets_no_drop_downs_and_says_what_to_choose()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host, "profile=word13");

        await word.PressAsync("ist da Anna Beispiel");
        await word.ExpectStatusAsync("Anna Beispiel ist da");
        await word.TabAsync("Tagesordnung");
        await word.PressAsync("Im Dokument wählen", exact: false);
        Assert.Empty(word.Errors);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_projector_shows_nothing_that_stays_in_the_board()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await FinishedAsync(host);
        await word.TabAsync("Tagesordnung");
        await word.PressAsync("Beamer-Ansicht");

        var shown = await word.Pane.Locator("main").InnerTextAsync();
        foreach (var item in Samples.Minutes.Items)
            Assert.Equal(item.Audience == Audience.Partner, shown.Contains(item.Title, StringComparison.Ordinal));
        await word.PressAsync("Beamer-Ansicht schließen");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_minute_taker_is_not_offered_the_release()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await FinishedAsync(host);
        await word.TabAsync("Prüfen & Freigeben");
        await word.CheckWithReasonsAsync("besprochen");

        await Expect(word.Pane.GetByText("Freigeben kann eine andere Person", new() { Exact = false })).ToBeVisibleAsync();
        await Expect(word.Pane.Locator("#release")).ToHaveCountAsync(0);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_token_that_ends_in_the_meeting_is_renewed_without_a_question()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host);
        var refused = 0;
        await word.Page.Context.RouteAsync("**/api/minutes/check", route => refused++ == 0 ? route.FulfillAsync(new() { Status = 401 }) : route.ContinueAsync());
        await word.TabAsync("Prüfen & Freigeben");

        await word.PressAsync("Prüfen");

        await word.ExpectStatusAsync("Stelle");
        Assert.Equal(2, refused);
    }

    [Fact(Timeout = 120_000)]
    public async Task Word_refusing_once_loses_no_entry()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host);
        await word.Pane.GetByText("Gast eintragen").ClickAsync();
        await word.FillAsync("Name", "Gerda Gast");
        await word.Page.EvaluateAsync("() => { window.simulatedWord.faults.sync = 1; }");

        await word.Pane.Locator("#guest-add").ClickAsync();
        await word.ExpectStatusAsync("Word hat die Änderung nicht angenommen.");
        await word.Pane.Locator("#guest-add").ClickAsync();

        await word.ExpectStatusAsync("Gerda Gast ist als Gast eingetragen.");
        Assert.Single((await word.MinutesAsync()).Attendance, one => one.Name == "Gerda Gast");
    }

    [Fact(Timeout = 120_000)]
    public async Task July_saved_as_August_becomes_minutes_of_their_own_with_all_its_words()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await FinishedAsync(host);
        await SeenByTheChairAsync(word);
        await word.Pane.Locator("#release").ClickAsync();
        await word.ExpectStatusAsync("freigegeben – von der Sitzungsleitung geprüft");

        await word.Page.EvaluateAsync("""
            () => window.simulatedWord.edit(document => {
                for (const [tag, text] of [['po:meeting.date', '11.08.2026'], ['po:meeting.number', 'KV-ST 2026/08']])
                    for (let at = 0; document.control(tag, at); at++) document.setText(tag, text, at);
            })
            """);
        var copy = await word.MinutesAsync();
        await word.Pane.Locator("#check").ClickAsync();
        await word.SettledAsync();
        await word.PressAsync("Neue Sitzung daraus machen");
        await word.Pane.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Protokoll öffnen" }).ClickAsync();
        await Expect(word.Page.Locator("#back")).ToBeVisibleAsync();

        var own = await word.MinutesAsync();
        Assert.NotEqual(copy.Id, own.Id);
        Assert.Equal(("KV-ST 2026/08", new DateOnly(2026, 8, 11), ApprovalState.Draft), (own.Number, own.Date, own.Approval.State));
        Assert.Equal(MinutesJson.Write(copy with { Id = own.Id, Approval = own.Approval, Version = own.Version }), MinutesJson.Write(own));
    }

    private async Task<SimulatedWord> FinishedAsync(ServedHost host)
    {
        var word = await SimulatedWord.OpenAsync(browser, host, "document=/sandbox/document?finished=true");
        Assert.Equal(Samples.Minutes.Number, Reading.Of(DemoMinutes.Finished(host.Partnership)).Minutes!.Number);
        return word;
    }

    // The chair sits in front of it, has answered what is asked and has seen the edition.
    private static async Task SeenByTheChairAsync(SimulatedWord word)
    {
        await word.BecomeAsync("Anna Beispiel");
        await word.TabAsync("Prüfen & Freigeben");
        await word.CheckWithReasonsAsync("besprochen");
        await word.Pane.Locator("#release-seen").ClickAsync(new() { Timeout = 20_000 });
    }
}
