using System.Globalization;
using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Reads the number that stands before the title of an item: "TOP 3", "Zu 3.", "3)", "Ö2", "III.".</summary>
internal static partial class ItemNumber
{
    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"];

    /// <summary>A number that a word announces: "TOP 3: Kasse", "Zu Punkt 3 Kasse", "3. TOP: Kasse".</summary>
    public static (string? Number, string Title)? Announced(string text) =>
        Top().Match(text) is { Success: true } top ? (SpokenNumber.Read(top.Groups["number"].Value), top.Groups["title"].Value) : null;

    /// <summary>A number with a sign behind it: "3. Kasse", "(3) Kasse".</summary>
    public static (string? Number, string Title)? Plain(string text) =>
        Number().Match(text) is { Success: true } match && !Date().IsMatch(text) ? (SpokenNumber.Read(match.Groups["number"].Value), match.Groups["title"].Value) : null;

    /// <summary>The number of a heading, also without a sign behind it: "3 Haushalt", "Ö2 Fraktion".</summary>
    public static (string? Number, string Title) OfHeading(string text) =>
        Plain(text) ?? (HeadNumber().Match(text) is { Success: true } match && !Date().IsMatch(text) ? (SpokenNumber.Read(match.Groups["number"].Value), match.Groups["title"].Value) : (null, text));

    /// <summary>The text without any of these numbers.</summary>
    public static string TitleOf(string text) => Announced(text)?.Title ?? Plain(text)?.Title ?? text;

    /// <summary>Which one of a count it is, from 1: "3" and "III" are the third; 0 for what does not count.</summary>
    public static int Ordinal(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : Array.IndexOf(Romans, number) + 1;

    [GeneratedRegex(@"^(?:(?:Zu |Ad )?(?:TOP|Tagesordnungspunkt|T\.O\.P\.)|Zu Punkt|(?:Zu|Ad)(?=\s*\d{1,2}[a-z]?\s*(?:[.:)]|[–-]\s))|Punkt)\s*(?:Nr\.?\s*)?#?(?<number>(?:[NÖ][ÖO]?\s?\.?\s?)?\d{1,2}(?:\s?[a-z](?![\p{L}]))?(?:\.\d{1,2})*|[IVX]{1,5}(?![\p{L}])|[A-L](?=\s*[.:)–-]))[\uFE0F\u20E3]*\s*[.:)–\-|/]*\s*(?<title>.*)$|^(?<number>\d{1,2})\.\s*(?:TOP|Tagesordnungspunkt)\b\s*[:–-]?\s*(?<title>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Top();

    [GeneratedRegex(@"^[(\[#]?(?<number>(?:[NÖ]\s?)?\d{1,2}[a-z]?(?:\.\d{1,2})?|[IVX]{1,5}(?=[.)]))(?:[.)\]][):]?|\s*[–:|-])\s+(?<title>\S.*)$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^#?(?<number>(?:[NÖ]\s?)?\d{1,2}(?:\.\d{1,2})*[a-z]?|[IVX]{1,5}(?=\s*[.):–-])|[A-L](?=\s*[.):–-]))\s*[.):–-]*\s+(?<title>[\p{Lu}„»""].*)$")]
    private static partial Regex HeadNumber();

    // "14.09. Flohmarkt" and "01.07.: Ausflug" are days, no items.
    [GeneratedRegex(@"^\(?(?:0\d|\d{1,2}\.\s?(?:0?[1-9]|1[0-2])\.(?!\d))|^\d{1,2}\.\s?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b|^\d{1,2}[.:]\d{2}\s*(?:Uhr|h\b|[–-])", RegexOptions.IgnoreCase)]
    private static partial Regex Date();
}
