using Microsoft.Playwright;
using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Browser;

/// <summary>The simulated Word with the pane in it, as a person has it on the screen. Nothing but the service is ever asked.</summary>
internal sealed class SimulatedWord : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> errors = [];

    private SimulatedWord(IBrowserContext context, IPage page, IFrame pane) => (this.context, Page, Pane) = (context, page, pane);

    public IPage Page { get; }

    /// <summary>The pane's own window.</summary>
    public IFrame Pane { get; }

    /// <summary>What the pages complained about; the network that a test cuts is not among it.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <param name="prepare">What stands between the page and the service.</param>
    /// <param name="query">Further settings of the page: <c>profile=mac</c>, <c>width=300</c>, <c>lang=en</c>.</param>
    public static async Task<SimulatedWord> OpenAsync(PaneBrowser browser, ServedHost host, string query = "", string person = "steinfurt/st-02", BrowserNewContextOptions? options = null, Func<IBrowserContext, Task>? prepare = null)
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
        await page.GotoAsync($"/app/simulator/index.html?person={person}&{query}");
        var word = new SimulatedWord(context, page, await PaneOf(page));
        page.PageError += (_, error) => word.errors.Add(error);
        await Assertions.Expect(word.Pane.GetByRole(AriaRole.Tab)).ToHaveCountAsync(6, new() { Timeout = 15_000 });
        await word.SettledAsync();
        return word;
    }

    /// <summary>Opens one of the pane's tabs.</summary>
    public async Task TabAsync(string name)
    {
        await Pane.GetByRole(AriaRole.Tab, new() { Name = name }).ClickAsync();
        await SettledAsync();
    }

    /// <summary>Presses a button of the pane by what it says.</summary>
    public async Task PressAsync(string name, bool exact = true)
    {
        await Pane.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact }).First.ClickAsync();
        await SettledAsync();
    }

    public Task FillAsync(string label, string text) => Pane.GetByLabel(label, new() { Exact = true }).First.FillAsync(text);

    /// <summary>Has the minutes checked, and gives this reason for all that asks for one.</summary>
    public async Task CheckWithReasonsAsync(string reason)
    {
        await Pane.Locator("#check").ClickAsync();
        await SettledAsync();
        while (await Pane.GetByRole(AriaRole.Button, new() { Name = "Stimmt so, Grund angeben" }).CountAsync() > 0)
        {
            await PressAsync("Stimmt so, Grund angeben", exact: false);
            await Pane.Locator("form textarea, form input[type=text]").First.FillAsync(reason);
            await Pane.Locator("[id^=reason-save]").ClickAsync();
            await SettledAsync();
        }
    }

    /// <summary>Until the pane is idle.</summary>
    public Task SettledAsync() => Pane.WaitForFunctionAsync("() => !document.body.hasAttribute('aria-busy')");

    /// <summary>The sentence in the status line.</summary>
    public ILocator Status => Pane.Locator("[role=status]").First;

    public Task ExpectStatusAsync(string words) => Assertions.Expect(Status).ToContainTextAsync(words, new() { Timeout = 15_000 });

    /// <summary>Somebody else sits down in front of it.</summary>
    public async Task BecomeAsync(string name)
    {
        await Page.Locator("#person").SelectOptionAsync(new SelectOptionValue { Label = await Page.Locator("#person option", new() { HasText = name }).First.TextContentAsync() });
        await Assertions.Expect(Pane.Locator(".where")).ToContainTextAsync(name);
        await SettledAsync();
    }

    /// <summary>The document as it stands, as a file.</summary>
    public async Task<byte[]> BytesAsync() =>
        Convert.FromBase64String(await Page.EvaluateAsync<string>("() => { let text = ''; for (const byte of window.simulatedWord.bytes()) text += String.fromCharCode(byte); return btoa(text); }"));

    /// <summary>What lies in the document, read as the service reads it.</summary>
    public async Task<Minutes> MinutesAsync() => Reading.Of(await BytesAsync()).Minutes ?? throw new InvalidOperationException("The document is no minutes any more.");

    public async Task ScreenshotAsync(string name)
    {
        // By command only: PARTNEROFFICE_SCREENSHOTS=FOLDER keeps pictures to look at.
        if (Environment.GetEnvironmentVariable("PARTNEROFFICE_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static async Task<IFrame> PaneOf(IPage page)
    {
        var handle = await page.WaitForSelectorAsync("iframe[src*='taskpane.html']", new() { State = WaitForSelectorState.Visible });
        return await handle!.ContentFrameAsync() ?? throw new InvalidOperationException("The page has no pane.");
    }
}
