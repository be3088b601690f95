using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Documents.Edition;

namespace PartnerOffice.PersonalLinks;

/// <summary>Where personal links lead, and what their page is styled by.</summary>
internal static class LinkRoutes
{
    /// <summary>Everything below it is without a sign-in: the token is the key.</summary>
    public const string Prefix = "/l";

    /// <summary>The style of the page itself.</summary>
    public const string Style = Prefix + "/brief.css";

    /// <summary>The style of a document that is shown in it.</summary>
    public const string DocumentStyle = Prefix + "/dokument.css";

    /// <summary>The address that a message names.</summary>
    /// <param name="service">Where people reach the service.</param>
    public static Uri AddressOf(Uri service, string token) => new(service, $"{Prefix}/{token}");

    public static void MapLinks(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        open.MapGet(Style, () => Sheet(OwnStyle.Value));
        open.MapGet(DocumentStyle, () => Sheet(EditionPreview.StyleSheet));
    }

    private static Lazy<string> OwnStyle { get; } = new(() =>
    {
        using var reader = new StreamReader(typeof(LinkRoutes).Assembly.GetManifestResourceStream("personal-links.css")!);
        return reader.ReadToEnd();
    });

    private static IResult Sheet(string style) => Results.Text(style, "text/css; charset=utf-8");
}
