using Microsoft.Playwright;
using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PartnerOffice.Tests.Browser;

/// <summary>Numbers and places that change while the meeting goes on: what comes up, what is voted on later, what somebody else moves.</summary>
public sealed class PaneNumbersTests(PaneBrowser browser)
{
    [Fact(Timeout = 120_000)]
    public async Task What_comes_up_without_guests_is_the_next_point_of_that_part_and_stays_in_the_board()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host);
        var before = await word.MinutesAsync();
        var last = before.Items.Count(item => item.Number.StartsWith('N'));

        await word.TabAsync("Tagesordnung");
        await word.Pane.Locator("#part-details > summary").ClickAsync();
        await word.Pane.Locator("#part").ClickAsync();
        await word.ExpectStatusAsync("Nichtöffentlicher Teil ab");
        await word.Pane.Locator("#new-details > summary").ClickAsync();
        await word.Pane.Locator("#new-item-title").FillAsync("Personalsache");
        await word.Pane.Locator("#new-add").ClickAsync();
        await word.ExpectStatusAsync($"TOP N {last + 1} »Personalsache« ist aufgenommen.");

        var minutes = await word.MinutesAsync();
        Assert.Equal(($"N {last + 1}", Audience.Board), minutes.Items.Where(item => item.Title == "Personalsache").Select(item => (item.Number, item.Audience)).Single());
        Assert.DoesNotContain(MinutesCheck.Run(minutes, CheckContext.For(minutes, host.Partnership, minutes.Date)), finding => finding.Rule == "V8");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_point_s_beginning_is_one_press_in_a_draft()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host);
        await word.TabAsync("Tagesordnung");
        await word.Pane.Locator("[id^=more-] > summary").First.ClickAsync();

        await word.PressAsync("Beginn jetzt");

        await word.ExpectStatusAsync("TOP 1 beginnt um");
        Assert.NotNull((await word.MinutesAsync()).Items[0].Start);
    }

    [Fact(Timeout = 120_000)]
    public async Task Resolutions_are_numbered_anew_only_when_somebody_says_so_and_what_refers_to_them_follows()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host, "document=/sandbox/document?finished=true");
        var before = await word.MinutesAsync();
        await word.TabAsync("Beschlüsse");
        await Expect(word.Pane.Locator("#renumber")).ToHaveCountAsync(0);

        await word.Pane.Locator("#resolution-title").ClickAsync();
        await word.Pane.Locator("#resolution-item").SelectOptionAsync(new SelectOptionValue { Index = 0 });
        await word.FillAsync("Wortlaut", "Die Tagesordnung wird ergänzt.");
        await word.FillAsync("Ja", "4");
        await word.FillAsync("Nein", "0");
        await word.Pane.Locator("#resolution-save").ClickAsync();
        await word.ExpectStatusAsync("ist eingetragen");
        var entered = await word.MinutesAsync();
        await word.PressAsync("Nummern neu ordnen");
        await word.ExpectStatusAsync("neu durchgezählt");

        var numbered = await word.MinutesAsync();
        Assert.Equal(Enumerable.Range(1, 6).Select(number => $"B 2026-07-{number:00}"), Numbers(numbered));
        Assert.Equal(RepeatedIn(before), RepeatedIn(numbered));
        Assert.Equal(GroundsOf(before), GroundsOf(numbered));
        await Expect(word.Pane.Locator("#renumber")).ToHaveCountAsync(0);
        await word.PressAsync("Rückgängig");
        await word.ExpectStatusAsync("Zurückgenommen");
        Assert.Equal(Numbers(entered), Numbers(await word.MinutesAsync()));
    }

    [Fact(Timeout = 120_000)]
    public async Task Nobody_is_marked_as_present_because_somebody_else_took_a_row_out()
    {
        await using var host = await ServedHost.StartAsync();
        await using var word = await SimulatedWord.OpenAsync(browser, host);
        await word.Page.EvaluateAsync("""
            () => window.simulatedWord.edit(document => {
                const rowOf = node => node && (node.localName === 'tr' ? node : rowOf(node.parentNode));
                const rows = document.paragraphs().filter(one => document.textOf(one) === 'Anna Beispiel').map(rowOf);
                const row = rows.find(one => one && one.getElementsByTagNameNS(one.namespaceURI, 'tc').length >= 5);
                row.parentNode.removeChild(row);
                document.changed();
            })
            """);

        await word.PressAsync("ist da Bernd Muster");
        await word.ExpectStatusAsync("inzwischen im Dokument geändert");
        Assert.DoesNotContain((await word.MinutesAsync()).Attendance, one => one.Status == AttendanceStatus.Present);
        await word.PressAsync("ist da Bernd Muster");

        await word.ExpectStatusAsync("Bernd Muster ist da");
        Assert.Equal(["Bernd Muster"], (await word.MinutesAsync()).Attendance.Where(one => one.Status == AttendanceStatus.Present).Select(one => one.Name));
    }

    private static IEnumerable<Resolution> Resolutions(Minutes minutes) => minutes.Items.SelectMany(item => item.Resolutions);

    private static IEnumerable<string> Numbers(Minutes minutes) => Resolutions(minutes).Select(one => one.Number);

    private static List<(string Wording, string Repeated)> RepeatedIn(Minutes minutes) =>
        [.. Resolutions(minutes).Where(one => one.Repeats is not null).Select(one => (one.Wording, Resolutions(minutes).Single(other => other.Id == one.Repeats).Vote!.Mode.ToString()))];

    private static List<(string What, string Wording)> GroundsOf(Minutes minutes) =>
        [.. minutes.Items.SelectMany(item => item.Actions).Where(action => action.Resolution is not null).Select(action => (action.What, Resolutions(minutes).Single(one => one.Id == action.Resolution).Wording))];
}
