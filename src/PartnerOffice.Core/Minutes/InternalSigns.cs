using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>The visible words round a passage that stays in the board (R1): they survive every word processor, and paper.</summary>
public static partial class InternalSigns
{
    public const string Begin = "[nur Vorstand]";
    public const string End = "[Ende nur Vorstand]";

    /// <summary>The sign that begins a passage of one board of two (R22).</summary>
    public static string BeginFor(string? board) => board is null ? Begin : $"[nur Vorstand {board}]";

    /// <summary>Whether the text contains a sign, however it is spaced or cased.</summary>
    public static bool AnyIn(string text) => Sign().IsMatch(text);

    /// <summary>The signs in the text, in order.</summary>
    public static IEnumerable<InternalSign> In(string text) =>
        Sign().Matches(text).Select(match => new InternalSign(match.Index, match.Length, IsEnd: match.Groups["end"].Success, match.Groups["board"].Value));

    /// <summary>The text without its signs.</summary>
    public static string Without(string text) => Sign().Replace(text, "");

    [GeneratedRegex(@"\[\s*(?<end>Ende\s+)?nur[\s\-]+Vorstand(?:\s+(?<board>[^\s\[\]](?:[^\[\]]{0,58}[^\s\[\]])?))?\s*\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sign();
}
