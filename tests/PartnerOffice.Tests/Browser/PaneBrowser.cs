using Microsoft.Playwright;
using PartnerOffice.Tests.Browser;
using Xunit;

[assembly: AssemblyFixture(typeof(PaneBrowser))]

namespace PartnerOffice.Tests.Browser;

/// <summary>The real Chromium, started once for all tests that look at a pane.</summary>
public sealed class PaneBrowser : IAsyncDisposable
{
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private readonly SemaphoreSlim alone = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    private static string? Program { get; } = new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>The browser; a test that needs it skips where there is none.</summary>
    public async Task<IBrowser> OpenAsync()
    {
        Assert.SkipWhen(Program is null, "Chromium is missing: apt-get install -y --no-install-recommends chromium, or set CHROMIUM_PATH");
        Assert.SkipUnless(File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "app", "word", "taskpane.html")), "The panes were not built: install Node.js 20.19 or newer and build again");
        await alone.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
        }
        finally
        {
            alone.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        alone.Dispose();
    }
}
