using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace PartnerOffice.Api;

/// <summary>
/// The overview page: a shell without data that everybody may load, and its parts, which are data like every answer of the API. Each feature
/// brings its own part along as a Razor page in its own folder.
/// </summary>
internal static class Fragments
{
    /// <summary>Where the page is.</summary>
    public const string Page = "/uebersicht";

    /// <summary>Below it lie the parts.</summary>
    public const string Parts = $"{Page}/teile";

    private static string Shell { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot", "app", "overview", "index.html");

    public static IServiceCollection AddFragments(this IServiceCollection services)
    {
        services.AddSingleton<KeptCheckups>();
        // Umlauts stay what they are.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    public static void MapFragments(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Page, () => File.Exists(Shell) ? Results.File(Shell, "text/html; charset=utf-8") : Results.NotFound()).AllowAnonymous().ExcludeFromDescription();

    /// <summary>A part is read and never written to: what its buttons do is the API's.</summary>
    public static void OnlyToRead(EndpointBuilder page)
    {
        if (page is RouteEndpointBuilder route && $"/{route.RoutePattern.RawText?.TrimStart('/')}".StartsWith(Parts, StringComparison.Ordinal))
            page.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get]));
    }
}
