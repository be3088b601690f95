using Deque.AxeCore.Commons;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Demo;
using PartnerOffice.Features.Sharing;
using PartnerOffice.Notifications;
using PartnerOffice.PersonalLinks;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Browser;

/// <summary>The chair's phone (R14): 360 px wide, by thumb and by screen reader, in light and dark.</summary>
public sealed class PhoneTests(PaneBrowser browser)
{
    private const string Secretary = "bernd.muster@steinfurt.onmicrosoft.example";
    private const string Path = "Protokolle/Sitzung.docx";

    private const string Axe = """
        async () => {
            const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
            return found.violations.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' | ')}`);
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task The_chair_sends_back_with_a_remark_and_then_releases_on_the_phone()
    {
        await using var host = await ServedHost.StartAsync();
        host.Services.GetRequiredService<ServiceAddress>().Value = host.Address;
        var library = host.Partnership.Districts[0].BoardLibrary!;
        host.Office.Sandbox!.Save(library.DriveId, Path, Secretary, DemoMinutes.Finished(host.Partnership));
        var chromium = await browser.OpenAsync();

        var link = await ReviewAsync(host);
        await using (var context = await PhoneAsync(chromium, ColorScheme.Light))
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(link);
            await LookAsync(page, "kopf");
            Assert.Equal("Protokoll KV-ST 2026/07 vom 14.07.2026 freigeben?", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.InnerTextAsync());
            Assert.Equal(0, await page.Locator("#document").CountAsync());

            await page.GetByRole(AriaRole.Button, new() { Name = "Ansehen" }).ClickAsync();
            await page.Locator("#document").WaitForAsync();
            await LookAsync(page, "vorschau");
            Assert.DoesNotContain("Kündigung", await page.ContentAsync(), StringComparison.Ordinal);

            // Without a remark nothing comes back, and nothing typed is lost.
            await page.GetByRole(AriaRole.Button, new() { Name = "Zurück mit Bemerkung" }).ClickAsync();
            await page.GetByRole(AriaRole.Alert).WaitForAsync();
            await LookAsync(page, "bemerkung-fehlt");
            await page.GetByLabel("Bemerkung, wenn es zurück soll").FillAsync("Bei TOP 2 fehlt die Uhrzeit.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Zurück mit Bemerkung" }).ClickAsync();
            await page.GetByText("ist zurückgegeben").First.WaitForAsync();
            await LookAsync(page, "zurueckgegeben");

            await page.GotoAsync(link);
            Assert.Equal("Dieser Link gilt nicht (mehr).", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
            await LookAsync(page, "ungueltig");
        }

        link = await ReviewAsync(host);
        await using (var context = await PhoneAsync(chromium, ColorScheme.Dark))
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(link);
            await LookAsync(page, "kopf-dunkel");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ansehen" }).ClickAsync();
            await page.Locator("#document").WaitForAsync();
            await LookAsync(page, "vorschau-dunkel");

            // By keyboard alone.
            await page.GetByRole(AriaRole.Button, new() { Name = "Freigeben", Exact = true }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.GetByText("ist freigegeben").First.WaitForAsync();
            await LookAsync(page, "freigegeben-dunkel");
        }

        var release = await host.Office.Releases.LastAsync(host.Partnership.Id, Samples.Minutes.Id, Token);
        Assert.Equal((ReleaseState.Released, "st-01"), (release!.State, release.ReleasedBy));
    }

    // The secretary sets the column, the service looks, and the chair's link is made as the mail brings it.
    private static async Task<string> ReviewAsync(ServedHost host)
    {
        var door = host.Services.GetServices<IWatch>().OfType<DoorWatch>().Single();
        await door.LookAsync(Token);
        host.Office.Sandbox!.SetFields(host.Partnership.Districts[0].BoardLibrary!.DriveId, Path, Secretary, new Dictionary<string, string?> { [BoardColumns.State] = BoardColumns.Review });
        await door.LookAsync(Token);
        var review = await host.Office.Reviews.OpenAsync(host.Partnership.Id, Samples.Minutes.Id, Token);
        var token = await host.Office.Links.IssueAsync(new(host.Partnership.Id, host.Partnership.Districts[0].Id, "st-01", ReviewLedger.LinkAction, review!.Subject), review.Until, Token);
        return LinkRoutes.AddressOf(host.Address, token).AbsoluteUri;
    }

    private static Task<IBrowserContext> PhoneAsync(IBrowser chromium, ColorScheme scheme) =>
        chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, ColorScheme = scheme, Locale = "de-DE", IsMobile = true, HasTouch = true });

    private static async Task LookAsync(IPage page, string name)
    {
        var folder = System.IO.Path.Combine(AppContext.BaseDirectory, "artifacts", "phone");
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, $"{name}.png"), FullPage = true });
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var found = await page.EvaluateAsync<string[]>(Axe);
        Assert.True(found.Length == 0, $"{name}: {string.Join("; ", found)}");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} is wider than the phone.");
    }
}
