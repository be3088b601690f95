using System.Buffers;
using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>The forms of Graph's ids, as people copy them into the file.</summary>
internal static partial class GraphIds
{
    public static readonly Bilingual SiteExpected = new(
        "die dreiteilige Kennung der Site: „name.sharepoint.com,GUID,GUID“", "the site's id of three parts: \"name.sharepoint.com,GUID,GUID\"");

    public static readonly Bilingual DriveExpected = new("die Kennung des Laufwerks, meist „b!…“", "the drive's id, mostly \"b!...\"");

    public static string? Site(string text) =>
        text.Split(',') is [var host, var collection, var web] && Uri.CheckHostName(host) == UriHostNameType.Dns
            && Guid.TryParseExact(collection, "D", out _) && Guid.TryParseExact(web, "D", out _) ? text : null;

    public static string? Drive(string text) => DriveForm().IsMatch(text) ? text : null;

    /// <summary>A path below a library's root that SharePoint takes as it is; empty for the root.</summary>
    public static string? Path(string text) =>
        text.Length <= 300 && text.Split('/') is var parts && (text.Length == 0 || parts.All(IsName)) ? text : null;

    // SharePoint refuses these characters in names; # and % are allowed there but break addresses.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\"*:<>?\\|#%");

    private static bool IsName(string part) =>
        part.Length > 0 && part == part.Trim() && !part.EndsWith('.') && !part.StartsWith('~')
        && !part.AsSpan().ContainsAny(Forbidden) && !part.Any(char.IsControl);

    [GeneratedRegex(@"\A[A-Za-z0-9!_-]{8,128}\z")]
    private static partial Regex DriveForm();
}
