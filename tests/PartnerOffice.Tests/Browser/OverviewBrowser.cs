using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using PartnerOffice.Tests.Host.Overview;
using Xunit;

namespace PartnerOffice.Tests.Browser;

/// <summary>The overview page as a person has it on the screen. Nothing but the service is ever asked.</summary>
internal sealed class OverviewBrowser : IAsyncDisposable
{
    private const string Look = """
        async () => {
            const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
            return found.violations.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' | ')}`);
        }
        """;

    private readonly IBrowserContext context;
    private readonly List<string> errors = [];

    private OverviewBrowser(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What the page complained about, a breach of its content security policy among it.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <param name="person">District and id; nobody where it is empty.</param>
    public static async Task<OverviewBrowser> OpenAsync(PaneBrowser browser, OverviewWorld world, string person = "steinfurt/st-02", int width = 1280, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = world.Address.ToString();
        options.Locale ??= "de-DE";
        options.TimezoneId = "Europe/Berlin";
        options.ViewportSize = new() { Width = width, Height = 900 };
        var context = await (await browser.OpenAsync()).NewContextAsync(options);
        await context.RouteAsync(address => !address.StartsWith(world.Address.ToString(), StringComparison.Ordinal), route => route.AbortAsync());
        var opened = new OverviewBrowser(context, await context.NewPageAsync());
        opened.Page.SetDefaultTimeout(15_000);
        opened.Page.PageError += (_, error) => opened.errors.Add(error);
        opened.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                opened.errors.Add(message.Text);
        };
        opened.Page.Response += (_, response) =>
        {
            if (response.Status == 401)
                opened.errors.Add($"{response.Url} {string.Join(' ', response.Headers.Select(header => $"{header.Key}={header.Value}"))}");
        };
        await opened.Page.GotoAsync($"/uebersicht{(person.Length > 0 ? $"?person={person}" : "")}");
        await opened.SettledAsync();
        return opened;
    }

    public async Task OpenPartAsync(string name)
    {
        await Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await SettledAsync();
    }

    /// <summary>Until what was asked for is there.</summary>
    public async Task SettledAsync()
    {
        await Page.WaitForFunctionAsync("() => !document.body.hasAttribute('aria-busy') && !document.querySelector('.loading') && (document.querySelector('.part') || document.querySelector('.welcome') || document.querySelector('[role=alert]'))");
        var trouble = Page.GetByRole(AriaRole.Alert);
        if (await trouble.CountAsync() > 0)
            Assert.Fail($"{await trouble.TextContentAsync()} {string.Join("; ", errors)}");
    }

    public async Task AssertAccessibleAsync(string where)
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
            await Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var found = await Page.EvaluateAsync<string[]>(Look);
        Assert.True(found.Length == 0, $"{where}: {string.Join("; ", found)}");
        Assert.True(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{where} is wider than the window.");
    }

    /// <summary>Forward, as a person presses Tab, until the thing of this name has the focus.</summary>
    public async Task TabToAsync(string name)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            if ((await FocusedAsync()).StartsWith(name, StringComparison.Ordinal))
                return;
            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"\"{name}\" is not reached by the Tab key; the focus is on \"{await FocusedAsync()}\".");
    }

    public Task<string> FocusedAsync() => Page.EvaluateAsync<string>("() => document.activeElement === document.body ? '' : document.activeElement.textContent.trim()");

    /// <param name="isWhole">Also what lies below the window.</param>
    public async Task ScreenshotAsync(string name, bool isWhole = true)
    {
        // By command only: PARTNEROFFICE_SCREENSHOTS=FOLDER keeps pictures to look at.
        if (Environment.GetEnvironmentVariable("PARTNEROFFICE_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = isWhole });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
