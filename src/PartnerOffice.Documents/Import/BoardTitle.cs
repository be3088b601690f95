using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Import;

/// <summary>What people of a board are called by their function: "stellv. Vorsitzende", "Kassiererin", "Beisitzer".</summary>
internal static partial class BoardTitle
{
    public const string Words = @"(?:(?:[Ss]tellv(?:\.|ertretende[rnms]?)|[Cc]o-|1\.|2\.|3\.|[Ee]rste[rnms]?|[Zz]weite[rnms]?)\s*)*\b[\p{L}-]*(?:[Vv]orsitzende[rnms]?|[Ss]precher(?:\*?in(?:nen)?)?|[Kk]assier(?:er)?(?:\*?in)?|[Kk]assen(?:wart|führer)(?:\*?in)?|[Ss]chatzmeister(?:\*?in)?|[Ss]chriftführer(?:\*?in)?|[Bb]eisitzer(?:\*?in(?:nen)?)?|[Gg]eschäftsführer(?:\*?in)?|[Pp]rotokollant(?:\*?in)?|[Ll]andr(?:at|ätin)|[Ss]tadtr(?:at|ätin)|[Bb]ürgermeister(?:\*?in)?|[Rr]eferent(?:\*?in)?|[Vv]ertreter(?:\*?in)?|[Aa]bgeordnete[rnms]?|[Mm]itarbeiter(?:\*?in)?|[Ss]tellvertreter(?:\*?in)?|MdL|MdB)\b";

    /// <summary>Whether a text names a function and nobody.</summary>
    public static bool IsTitle(string text) => Alone().IsMatch(text.Trim());

    /// <summary>A function as it is compared: "Die Schatzmeisterin" and "Kreisschatzmeister" are one.</summary>
    public static string? Kind(string text) => Core().Match(text) is { Success: true } core ? core.Groups["kind"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"^(?:(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]em|und)\s+)*" + Words + "$")]
    private static partial Regex Alone();

    [GeneratedRegex(@"(?<kind>(?:stellv\S*\s+(?:\p{Ll}+\s+)*\p{L}*)?vorsitzende|sprecher|kassier|kassen|schatzmeister|schriftführer|geschäftsführer|protokollant|landr|bürgermeister)", RegexOptions.IgnoreCase)]
    private static partial Regex Core();
}
