using Microsoft.Playwright;
using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PartnerOffice.Tests.Browser;

/// <summary>The whole story in the pane, in each Word that people have, from an empty draft to the recall.</summary>
public sealed class PaneStoryTests(PaneBrowser browser)
{
    private const string Secret = "Frau Geheim verlangt eine Abfindung.";
    private const string Staff = "Herr Personalakte";

    [Theory(Timeout = 180_000)]
    [InlineData("web")]
    [InlineData("win-classic")]
    [InlineData("mac")]
    public async Task A_meeting_is_written_released_approved_delivered_corrected_and_taken_back(string profile)
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host, $"profile={profile}");

        await AttendAsync(word);
        await DecideAsync(word);
        await DecideOnStaffAsync(word);
        await SpontaneousAsync(word);
        await ConfidentialAsync(word);
        await AgreeOnTasksAsync(word);
        await TypedIntoTheDocument(await word.MinutesAsync());

        await ReleaseAsync(word, profile);
        await ApproveAndDeliverAsync(word, host, profile);
        await CorrectAsync(word);
        await TakeBackAsync(word, profile);

        Assert.Empty(word.Errors);
        // In Word on the web nothing may be put in, taken out or tagged anew while the document is open (R2); so it is done nowhere.
        var calls = await word.Page.EvaluateAsync<string[]>("() => [...new Set(window.simulatedWord.calls.map(call => call[0]))]");
        Assert.NotEmpty(calls);
        Assert.DoesNotContain(calls, call => call.EndsWith("insertContentControl", StringComparison.Ordinal) || call is "ContentControl.delete" or "ContentControl.tag" or "ContentControl.title");
    }

    private static async Task AttendAsync(SimulatedWord word)
    {
        await word.TabAsync("Anwesenheit");
        await word.Pane.GetByLabel("Zeitpunkt für »ist da« und »geht«").SelectOptionAsync("start");
        foreach (var member in (string[])["Anna Beispiel", "Bernd Muster", "Clara Probe", "Dirk Vorlage"])
            await word.PressAsync($"ist da {member}");
        // Late: from the third point on.
        await word.Pane.GetByLabel("Zeitpunkt für »ist da« und »geht«").SelectOptionAsync("TOP 3");
        await word.PressAsync("ist da Elif Entwurf");
        await word.ExpectStatusAsync("Elif Entwurf ist da, ab TOP 3.");
        foreach (var (name, status) in (IEnumerable<(string, string)>)[("Frank Formular", "entschuldigt"), ("Ingo Schablone", "unentschuldigt")])
        {
            await word.Pane.GetByLabel($"Teilnahme von {name}").SelectOptionAsync(status);
            await word.ExpectStatusAsync($"{name}: {status}.");
        }

        await word.Pane.GetByText("Gast eintragen").ClickAsync();
        await word.FillAsync("Name", "Gerda Gast");
        await word.FillAsync("Als was", "Referentin");
        await word.Pane.Locator("#guest-add").ClickAsync();
        await word.ExpectStatusAsync("Gerda Gast ist als Gast eingetragen.");
    }

    private static async Task DecideAsync(SimulatedWord word)
    {
        await word.TabAsync("Beschlüsse");
        await word.Pane.Locator("#resolution-title").ClickAsync();
        await word.Pane.Locator("#resolution-item").SelectOptionAsync(new SelectOptionValue { Label = "7 · Anträge und Beschlüsse" });
        await word.FillAsync("Wortlaut", "Der Vorstand mietet für das Sommerfest ein Zelt.");
        await word.FillAsync("Antrag von", "Clara Probe");
        await word.FillAsync("Ja", "3");
        await word.FillAsync("Nein", "2");
        await word.Pane.GetByLabel("Ergebnis", new() { Exact = true }).SelectOptionAsync("angenommen");
        await word.Pane.Locator("#resolution-save").ClickAsync();
        await word.ExpectStatusAsync("ist eingetragen");

        // Contested: taken again, in secret. The earlier vote stays.
        await word.PressAsync("Wiederholen", exact: false);
        await word.FillAsync("Ja", "4");
        await word.FillAsync("Nein", "1");
        await word.Pane.GetByLabel("Ergebnis", new() { Exact = true }).SelectOptionAsync("angenommen");
        await word.Pane.GetByLabel("Wie", new() { Exact = true }).SelectOptionAsync("geheim");
        await word.Pane.Locator("#resolution-save").ClickAsync();
        await word.ExpectStatusAsync("02 ist eingetragen");
        await Expect(word.Pane.GetByText("angenommen · 4 Ja, 1 Nein · geheim")).ToBeVisibleAsync();
    }

    // A personnel matter: it stays in the board by the point it stands in.
    private static async Task DecideOnStaffAsync(SimulatedWord word)
    {
        if (!await word.Pane.Locator("#resolution-item").IsVisibleAsync())
            await word.Pane.Locator("#resolution-title").ClickAsync();
        await word.Pane.Locator("#resolution-item").SelectOptionAsync(new SelectOptionValue { Label = "N 2 · Personal, Mitgliederangelegenheiten, laufende Verfahren" });
        await word.FillAsync("Wortlaut", $"{Staff} wird eingestellt.");
        await word.Pane.GetByLabel("nicht gezählt").CheckAsync();
        await word.Pane.Locator("#resolution-save").ClickAsync();
        await word.ExpectStatusAsync("03 ist eingetragen");
    }

    private static async Task SpontaneousAsync(SimulatedWord word)
    {
        await word.TabAsync("Tagesordnung");
        await word.Pane.Locator("#new-details > summary").ClickAsync();
        await word.Pane.Locator("#new-item-title").FillAsync("Heizung der Geschäftsstelle");
        await word.Pane.Locator("#new-item-audience").SelectOptionAsync("Partner");
        await word.Pane.GetByRole(AriaRole.Radio).Nth(1).CheckAsync();
        await word.SettledAsync();
        await word.Pane.Locator("#new-add").ClickAsync();
        await word.ExpectStatusAsync("»Heizung der Geschäftsstelle« ist aufgenommen.");
    }

    // A passage inside a public point, and the part without guests.
    private static async Task ConfidentialAsync(SimulatedWord word)
    {
        var target = (await word.MinutesAsync()).Items.Single(item => item.Number == "6");
        await word.Page.Locator($"[data-tag='po:item:{target.Id}'] [data-tag='po:text'] p").First.ClickAsync();
        await word.Page.Keyboard.TypeAsync($"Die Fraktion berichtet. {Secret}");
        Assert.True(await word.Page.EvaluateAsync<bool>("words => window.simulatedWord.selectText(words)", Secret));
        await word.Pane.Locator("#marks-details > summary").ClickAsync();
        await word.Pane.Locator("#mark").ClickAsync();
        await word.ExpectStatusAsync("Die Stelle bleibt im Vorstand.");

        await word.Pane.Locator("#part-details > summary").ClickAsync();
        await word.Pane.Locator("#part").ClickAsync();
        await word.ExpectStatusAsync("Nichtöffentlicher Teil ab");
        await word.Pane.Locator("#part").ClickAsync();
        await word.ExpectStatusAsync("Nichtöffentlicher Teil bis");
    }

    private static async Task AgreeOnTasksAsync(SimulatedWord word)
    {
        await word.TabAsync("Aufgaben");
        await word.Pane.Locator("#action-title").ClickAsync();
        await word.FillAsync("Was", "Zelt reservieren");
        await word.FillAsync("Wer", "Dirk Vorlage");
        await word.Pane.Locator("#action-save").ClickAsync();
        await word.ExpectStatusAsync("ist eingetragen");
    }

    private static Task TypedIntoTheDocument(Minutes minutes)
    {
        var late = minutes.Attendance.Single(one => one.Name == "Elif Entwurf");
        Assert.Equal(AttendanceStatus.Present, late.Status);
        Assert.Equal("TOP 3", Assert.Single(late.Intervals).From?.ToString());
        Assert.Equal(AttendanceStatus.Guest, minutes.Attendance.Single(one => one.Name == "Gerda Gast").Status);
        Assert.Contains(minutes.Items, item => item is { Title: "Heizung der Geschäftsstelle", Audience: Audience.Partner } && item.Number.EndsWith('a'));
        var votes = minutes.Items.SelectMany(item => item.Resolutions).ToList();
        Assert.Contains(votes, resolution => resolution is { Vote: { Yes: 3, No: 2 }, Mover: "Clara Probe", Outcome: Outcome.Adopted });
        Assert.Contains(votes, resolution => resolution.Vote is { Yes: 4, No: 1, Mode: VoteMode.Secret });
        Assert.Contains(minutes.Items.SelectMany(item => item.Actions), action => action.What == "Zelt reservieren" && action.Who == "Dirk Vorlage");
        Assert.Contains(minutes.Items.Single(item => item.Number == "N 2").Resolutions, resolution => resolution is { Audience: Audience.Board, Vote.Counted: false });
        Assert.DoesNotContain(Secret, MinutesJson.Write(Redactor.Redact(minutes, PartnershipSample.Read()).Content), StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    private static async Task ReleaseAsync(SimulatedWord word, string profile)
    {
        await word.TabAsync("Prüfen & Freigeben");
        await word.CheckWithReasonsAsync("wird nachgetragen");

        await Expect(word.Pane.GetByText("Bereit zur Freigabe.", new() { Exact = false })).ToBeVisibleAsync();
        await word.ScreenshotAsync($"pruefen-{profile}");

        // The chair: look, agree, release. No more than three actions.
        await word.BecomeAsync("Anna Beispiel");
        await word.Pane.Locator("#check").ClickAsync();
        await word.Pane.Locator("#release-seen").ClickAsync(new() { Timeout = 20_000 });
        await word.Pane.Locator("#release").ClickAsync();
        await word.ExpectStatusAsync("freigegeben – von der Sitzungsleitung geprüft");
        await Expect(word.Pane.Locator(".head .badge").First).ToHaveTextAsync("freigegeben");
        var stamped = await word.MinutesAsync();
        Assert.Equal((ApprovalState.Released, "Anna Beispiel"), (stamped.Approval.State, stamped.Approval.ReleasedBy));
        await word.ScreenshotAsync($"freigegeben-{profile}");
    }

    private static async Task ApproveAndDeliverAsync(SimulatedWord word, ServedHost host, string profile)
    {
        await word.TabAsync("Verlauf");
        await word.PressAsync("Genehmigung eintragen");
        await word.Pane.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Eintragen" }).ClickAsync();
        await word.ExpectStatusAsync("genehmigt – vom Vorstand beschlossen");
        await word.ScreenshotAsync($"verlauf-{profile}");
        await word.PressAsync("Anhalten");
        await word.ExpectStatusAsync("angehalten");
        await word.PressAsync("Jetzt");
        await Expect(word.Pane.GetByText("übermittelt – der Partner kann das Protokoll lesen").First).ToBeVisibleAsync(new() { Timeout = 40_000 });
        await word.ScreenshotAsync($"uebermittelt-{profile}");

        // What lies with the partner holds nothing of the secret.
        var everything = host.Office.Sandbox!.Describe();
        foreach (var secret in (string[])["Abfindung", "Personalakte"])
            Assert.DoesNotContain(secret, everything, StringComparison.Ordinal);
    }

    private static async Task CorrectAsync(SimulatedWord word)
    {
        await word.PressAsync("Korrektur beginnen");
        await word.Pane.GetByRole(AriaRole.Dialog).GetByLabel("Was wird geändert").FillAsync("Betrag berichtigt");
        await word.Pane.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Korrektur beginnen" }).ClickAsync();
        await Expect(word.Page.Locator("#back")).ToBeVisibleAsync();
        var correction = await word.MinutesAsync();
        Assert.Equal((2, "Betrag berichtigt", ApprovalState.Draft), (correction.Version.Number, correction.Version.Note, correction.Approval.State));
        await word.Page.Locator("#back").ClickAsync();
    }

    private static async Task TakeBackAsync(SimulatedWord word, string profile)
    {
        await word.PressAsync("Sofort zurückziehen");
        var dialog = word.Pane.GetByRole(AriaRole.Dialog);
        await word.ScreenshotAsync($"zurueckziehen-{profile}");
        await dialog.GetByLabel("Grund").SelectOptionAsync("confidential");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Sofort zurückziehen" }).ClickAsync();
        await word.ExpectStatusAsync("Was jetzt noch zu tun ist");
        await Expect(word.Pane.GetByRole(AriaRole.Button, new() { Name = "Vorfallnotiz öffnen" })).ToBeVisibleAsync();
        await Expect(word.Pane.GetByText("zurückgezogen – die Datei ist entfernt", new() { Exact = false }).First).ToBeVisibleAsync(new() { Timeout = 40_000 });
        await word.PressAsync("Bestätigung eintragen");
        await word.Pane.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Bestätigung eintragen" }).ClickAsync();
        await Expect(word.Pane.GetByRole(AriaRole.Button, new() { Name = "Bestätigung eintragen" })).ToHaveCountAsync(0);
    }
}
