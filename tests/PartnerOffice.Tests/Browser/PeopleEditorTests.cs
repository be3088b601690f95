using System.Diagnostics;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Browser;

/// <summary>The editor of the own people, on a phone and by keyboard, in a page that has nothing but a place for it.</summary>
public sealed partial class PeopleEditorTests(PaneBrowser browser)
{
    private const string Look = """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
            .violations.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' | ')}`)
        """;

    private static string Panes { get; } = Repository.PathOf("src/PartnerOffice/Panes");

    [Fact(Timeout = 180_000)]
    public async Task An_office_changes_hands_at_360_px_by_keyboard_and_in_nobody_s_way()
    {
        var chromium = await browser.OpenAsync();
        using var built = new TemporaryFolder();
        await BuildAsync(built.Path);
        await using var host = await ServedHost.StartAsync(ownFile: true);
        var page = await chromium.NewPageAsync(new() { ViewportSize = new() { Width = 360, Height = 800 }, Locale = "de-DE" });
        await page.RouteAsync("**/people-test", async route => await route.FulfillAsync(new() { ContentType = "text/html", Body = await PageAsync(host, built) }));
        await page.RouteAsync("**/editor.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Path = built.File("editor.js") }));

        await page.GotoAsync(new Uri(host.Address, "/people-test").AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bearbeiten Anna Beispiel" }).WaitForAsync();
        await AssertNothingAsync(page, "list");
        await page.Locator("#edit-st-01").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#person-name").WaitForAsync();
        Assert.Equal("person-name", await FocusedAsync(page));
        await AssertNothingAsync(page, "person");

        await page.Locator("#last-day").FillAsync("2030-12-31");
        await page.Locator("#successor").SelectOptionAsync("st-04");
        await page.Locator("#successor").PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#consequences").WaitForAsync();
        Assert.Equal("consequences", await FocusedAsync(page));
        Assert.Contains("6 statt 7 Stimmberechtigte", await page.Locator(".consequences").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(PartnershipSample.Json, await File.ReadAllTextAsync(host.OwnFile, TestContext.Current.CancellationToken));
        await AssertNothingAsync(page, "preview");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Übergabe herunterladen: Anna Beispiel" }).WaitForAsync();
        Assert.Contains("\"until\": \"2030-12-31\"", await File.ReadAllTextAsync(host.OwnFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await AssertNothingAsync(page, "entered");
        await page.CloseAsync();
    }

    [Fact]
    public void Each_sentence_is_short_and_addresses_nobody()
    {
        var source = File.ReadAllText(Path.Combine(Panes, "people", "texts.ts"));
        var german = Sentence().Matches(source[..source.IndexOf("const en", StringComparison.Ordinal)]).Select(match => Inserted().Replace(match.Groups[1].Value + match.Groups[2].Value, "…")).ToList();

        Assert.True(german.Count > 60, $"only {german.Count}");
        Assert.All(german, sentence => SpokenWords.AssertFit("people/texts.ts", sentence, ""));
    }

    private static async Task BuildAsync(string target)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Panes, "node_modules", "vite", "bin", "vite.js"), "build", "--config", Repository.PathOf("tests/PartnerOffice.Tests/Browser/people-editor.vite.mjs")])
        {
            WorkingDirectory = Panes,
            RedirectStandardError = true,
            Environment = { ["PANES"] = Panes, ["OUT"] = target },
        };
        using var vite = Process.Start(start)!;
        var errors = await vite.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await vite.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(vite.ExitCode == 0, errors);
    }

    private static async Task<string> PageAsync(ServedHost host, TemporaryFolder built)
    {
        var styles = ((string[])["shared/tokens.css", "shared/base.css"]).Select(name => File.ReadAllText(Path.Combine(Panes, name))).Append(await File.ReadAllTextAsync(built.File("editor.css"), TestContext.Current.CancellationToken));
        var token = await host.TokenAsync("st-02");
        return $$"""
            <!doctype html><html lang="de"><head><meta name="viewport" content="width=device-width"><title>Personen</title><style>{{string.Join('\n', styles)}}</style></head>
            <body><main><h1>Personen</h1><div id="place"></div></main><script type="module">
            import { PeopleEditor } from '/editor.js';
            await new PeopleEditor(document.getElementById('place'), { settings: {}, token: async () => '{{token}}' }).open();
            </script></body></html>
            """;
    }

    private static async Task AssertNothingAsync(IPage page, string where)
    {
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var found = await page.EvaluateAsync<string[]>(Look);
        Assert.True(found.Length == 0, $"{where}: {string.Join("; ", found)}");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{where} is wider than a phone.");
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement?.id ?? ''");

    [GeneratedRegex(@":[^'`\n]*(?:'([^'\n]*)'|`([^`\n]*)`)")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Inserted();
}
