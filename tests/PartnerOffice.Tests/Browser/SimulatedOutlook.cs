using Microsoft.Playwright;
using PartnerOffice.Tests.Support;

namespace PartnerOffice.Tests.Browser;

/// <summary>The simulated Outlook with the pane in it, as a person has it on the screen. Nothing but the service is ever asked.</summary>
internal sealed class SimulatedOutlook : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> errors = [];

    private SimulatedOutlook(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>The pane's own window; it is another after the pane was opened anew.</summary>
    public IFrameLocator Pane => Page.FrameLocator("#pane iframe");

    /// <summary>What the pages complained about.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <param name="query">Further settings of the page: <c>profile=classic</c>, <c>calendar=personal</c>, <c>width=350</c>, <c>lang=en</c>.</param>
    public static async Task<SimulatedOutlook> OpenAsync(PaneBrowser browser, ServedHost host, string query = "", string person = "steinfurt/st-02", BrowserNewContextOptions? options = null, Func<IBrowserContext, Task>? prepare = null)
    {
        options ??= new();
        options.BaseURL = host.Address.ToString();
        options.Locale = "de-DE";
        options.TimezoneId = "Europe/Berlin";
        options.ViewportSize ??= new() { Width = 1280, Height = 900 };
        var context = await (await browser.OpenAsync()).NewContextAsync(options);
        await context.RouteAsync(address => !address.StartsWith(host.Address.ToString(), StringComparison.Ordinal), route => route.AbortAsync());
        await (prepare?.Invoke(context) ?? Task.CompletedTask);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        var outlook = new SimulatedOutlook(context, page);
        page.PageError += (_, error) => outlook.errors.Add(error);
        await page.GotoAsync($"/app/simulator/outlook/index.html?person={person}&{query}");
        await Assertions.Expect(outlook.Pane.GetByRole(AriaRole.Tab)).ToHaveCountAsync(4, new() { Timeout = 15_000 });
        await outlook.SettledAsync();
        return outlook;
    }

    public async Task TabAsync(string name)
    {
        await Pane.GetByRole(AriaRole.Tab, new() { Name = name }).ClickAsync();
        await SettledAsync();
    }

    /// <param name="settle">Whether the pane becomes idle by it; it does not while it asks something.</param>
    public async Task PressAsync(string name, bool settle = true)
    {
        await Pane.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();
        if (settle)
            await SettledAsync();
    }

    public Task FillAsync(string label, string text) => Pane.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    /// <summary>Until the service has proposed number, agenda and people.</summary>
    public Task ProposedAsync() => Assertions.Expect(Pane.Locator("#meeting-agenda")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Eröffnung|Begrüßung"));

    /// <summary>Until the pane is idle.</summary>
    public Task SettledAsync() => Assertions.Expect(Pane.Locator("body:not([aria-busy])")).ToHaveCountAsync(1);

    public Task ExpectStatusAsync(string words) => Assertions.Expect(Pane.Locator("#status")).ToContainTextAsync(words, new() { Timeout = 15_000 });

    /// <summary>What the event holds, as JavaScript sees it.</summary>
    public Task<T> EventAsync<T>(string expression) => Page.EvaluateAsync<T>($"() => {{ const event = window.simulatedOutlook.event; return {expression}; }}");

    public async Task ScreenshotAsync(string name)
    {
        // By command only: PARTNEROFFICE_SCREENSHOTS=FOLDER keeps pictures to look at.
        if (Environment.GetEnvironmentVariable("PARTNEROFFICE_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
