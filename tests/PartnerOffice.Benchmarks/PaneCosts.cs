using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace PartnerOffice.Benchmarks;

/// <summary>
/// <c>pane [COUNT]</c>: how long a person waits for the Word pane, from the navigation until the first tab's people can be pressed.
/// Each time a fresh browser context, on a processor four times as slow. The simulated Word stands in for the real one and is open already,
/// as Word is: the pane in it is opened anew, with nothing kept of the first time.
/// </summary>
internal static class PaneCosts
{
    private const int Usual = 5;
    private const int Slowdown = 4;

    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];

    public static async Task<int> RunAsync(string[] words)
    {
        var count = words is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : Usual;
        if (new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists) is not { } program)
        {
            Console.WriteLine("Chromium is missing: install it, or set CHROMIUM_PATH.");
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("partneroffice-costs-").FullName;
        using var service = Serve(folder, out var address);
        try
        {
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
            await AnsweringAsync(address);
            // Once unmeasured: the service reads its files for the first time.
            await MeasureAsync(browser, address);
            var times = new List<(double Drawn, double Usable)>();
            for (var at = 0; at < count; at++)
                times.Add(await MeasureAsync(browser, address));

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tabs drawn: {Median(times.Select(time => time.Drawn)):0} ms; first tab usable: {Median(times.Select(time => time.Usable)):0} ms (median of {count}, {string.Join(", ", times.Select(time => $"{time.Usable:0}"))}; processor {Slowdown} times as slow)"));
            return 0;
        }
        finally
        {
            service.Kill(entireProcessTree: true);
            await service.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Drawn, double Usable)> MeasureAsync(IBrowser browser, Uri address)
    {
        await using var context = await browser.NewContextAsync(new() { Locale = "de-DE", ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        await context.AddInitScriptAsync("""
            if (location.pathname.endsWith('/taskpane.html')) {
                const seen = (name, selector) => { if (!window[name] && document.querySelector(selector)) window[name] = performance.now(); };
                new MutationObserver(() => { seen('drawnAt', '[role=tab]'); seen('usableAt', '#view .person button'); }).observe(document, { childList: true, subtree: true });
            }
            """);
        await page.GotoAsync(new Uri(address, "/app/simulator/index.html?person=steinfurt/st-02").AbsoluteUri);
        var pane = (await (await page.WaitForSelectorAsync("iframe[src*='taskpane.html']"))!.ContentFrameAsync())!;
        await pane.WaitForFunctionAsync("() => window.usableAt > 0");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Network.enable");
        await devTools.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slowdown });
        await pane.EvaluateAsync("() => { window.isOld = true; location.reload(); }");
        await pane.WaitForFunctionAsync("() => !window.isOld && window.usableAt > 0");
        return (await pane.EvaluateAsync<double>("() => window.drawnAt"), await pane.EvaluateAsync<double>("() => window.usableAt"));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    // The service as people run it, beside this program.
    private static Process Serve(string folder, out Uri address)
    {
        using var probe = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        var port = ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        address = new Uri($"http://localhost:{port}/");
        return Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "partneroffice.dll"), "serve", "--port", port.ToString(CultureInfo.InvariantCulture), "--data", folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private static async Task AnsweringAsync(Uri address)
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                if ((await client.GetAsync(new Uri(address, "/app/word/taskpane.html"))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The service does not serve the pane: was it built?");
    }
}
