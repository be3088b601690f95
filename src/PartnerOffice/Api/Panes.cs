using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using PartnerOffice.Core;
using PartnerOffice.Demo;

namespace PartnerOffice.Api;

/// <summary>The panes as files, and what they must know before anybody signs in.</summary>
internal static class Panes
{
    private const string OfficeScript = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
    private const string SimulatedWord = "/app/simulator/office.js", SimulatedOutlook = "/app/simulator/outlook/office.js";

    // What Office loads, and what stands in for Office there.
    private static readonly Dictionary<string, string> Simulated = new(StringComparer.Ordinal)
    {
        ["/app/word/taskpane.html"] = SimulatedWord,
        ["/app/outlook/taskpane.html"] = SimulatedOutlook,
        ["/app/outlook/events.html"] = SimulatedOutlook,
    };

    private static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot", "app");

    /// <summary>Serves what the build laid into <c>wwwroot/app</c>; nothing where the panes were not built.</summary>
    /// <param name="isSandbox">Then, and only then, the panes may also run without Word and Outlook: with simulated ones in their place.</param>
    public static void UsePanes(this WebApplication app, bool isSandbox)
    {
        if (!Directory.Exists(Root))
            return;

        if (isSandbox)
            app.UseWhen(IsSimulated, simulated => simulated.Run(WriteSimulatedPaneAsync));
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/app", StringComparison.Ordinal), pane => pane.UseResponseCompression());
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Root), RequestPath = "/app", OnPrepareResponse = SayHowLong });
    }

    public static void MapPaneSettings(this IEndpointRouteBuilder routes, Partnership partnership, SignInAuthority authority)
    {
        var isSandbox = partnership.Graph == GraphKind.Sandbox;
        var group = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        // Everybody asks it before anybody is known: strangers must not use up its patience.
        group.MapGet("/app/settings.json", (string? district) => SettingsOf(partnership, authority, isSandbox, district)).DisableRateLimiting();
        if (!isSandbox)
            return;

        group.MapGet("/sandbox/document", (ServedOffice served, bool? finished) =>
            Results.File(finished == true ? DemoMinutes.Finished(partnership) : DemoMinutes.Draft(partnership, served.Time), IncomingMinutes.WordType, "Protokoll.docx"));
        group.MapGet("/", () => Results.Redirect("/app/simulator/index.html"));
    }

    // What the build named after its content never changes; everything else is asked for anew.
    private static void SayHowLong(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/app/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";

    private static object SettingsOf(Partnership partnership, SignInAuthority authority, bool isSandbox, string? district)
    {
        var tenant = (district is null ? null : partnership.Find(district)?.Tenant) ?? partnership.Districts.Select(one => one.Tenant).FirstOrDefault(one => one is not null);
        return new
        {
            signIn = isSandbox ? "sandbox" : "entra",
            clientId = tenant?.ClientId.ToString("D"),
            authority = tenant is null ? null : new Uri(authority.Instance, tenant.Id.ToString("D")).AbsoluteUri,
            scope = tenant is null ? null : PeopleSignIn.ScopeOf(tenant),
            sandbox = isSandbox,
            // A page that no document tells the district asks for it.
            districts = partnership.Districts.Select(one => new { id = one.Id.ToString(), name = one.ShortName }),
        };
    }

    private static bool IsSimulated(HttpContext context) => Simulated.ContainsKey(context.Request.Path.Value ?? "") && context.Request.Query.ContainsKey("simulated");

    private static async Task WriteSimulatedPaneAsync(HttpContext context)
    {
        var page = context.Request.Path.Value!;
        var html = await File.ReadAllTextAsync(Path.Combine([Root, .. page.Split('/').Skip(2)]), Encoding.UTF8, context.RequestAborted);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html.Replace(OfficeScript, Simulated[page], StringComparison.Ordinal), context.RequestAborted);
    }
}
