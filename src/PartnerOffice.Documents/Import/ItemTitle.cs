using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Import;

/// <summary>Tells the title of an item from what is said about it on the same line.</summary>
internal static partial class ItemTitle
{
    public const int Longest = 130;

    private const int WordsOfASentence = 5;

    /// <summary>The title, and what the line says behind it: "TOP 3: Finanzen. Clara berichtet …" ends where a sentence begins.</summary>
    /// <param name="title">What stands behind the number.</param>
    public static (string Title, string After) Part(string line, string title)
    {
        var at = line.LastIndexOf(title, StringComparison.Ordinal);
        var after = at >= 0 ? line[(at + title.Length)..].TrimStart(' ', ':', '.', '–', '-') : "";
        if (after.Length > 0 || (title.Length <= Longest && (!Inner().IsMatch(title) || IsWhole(title))))
            return (title.Trim().TrimEnd(':'), after);

        var match = Inner().Match(title);
        return match.Success ? (match.Groups["title"].Value.Trim(), match.Groups["rest"].Value.Trim()) : title.Length <= Longest ? (title.Trim(), "") : (OfProse(title), title);
    }

    /// <summary>A title made of the first words of prose.</summary>
    public static string OfProse(string sentence)
    {
        if (Topic().Match(sentence) is { Success: true } topic && topic.Groups["topic"].Value.Trim() is { Length: > 3 } words)
            return Shorten(words);
        return Shorten(Lead().Replace(sentence, ""));
    }

    /// <summary>Whether a title stands before a sentence in the same text.</summary>
    public static bool IsBeforeSentence(string text) => Inner().IsMatch(text);

    /// <summary>Whether a text begins with a whole sentence and not with a title.</summary>
    public static bool BeginsWithSentence(string text) =>
        Sentences.Of(text) is [{ } first, ..] && first[^1] is '.' or '!' or '?' && !SaysTitle(first) && (first.Split(' ').Length >= WordsOfASentence || Says().IsMatch(first));

    /// <summary>What a title moves: "Antrag Clara: Kauf eines Zeltes" moves to buy one. Null where it is no motion.</summary>
    public static string? MotionIn(string title) =>
        Motion().Match(title) is { Success: true } motion ? (motion.Groups["words"].Value is { Length: >= 12 } words ? words : title) : null;

    // "Antrag Clara: Kauf eines Zeltes (blau)" and "Bericht: Treffen mit dem Bündnis „Bäume“" are titles to their end.
    private static bool IsWhole(string title) => (NamedMotion().IsMatch(title) || EndsWithName().IsMatch(title)) && !VoteFinder.IsVote(title);

    // "Finanzen: Anna berichtet …".
    private static bool SaysTitle(string sentence) => RunIn().Match(sentence) is { Success: true } runIn && !Says().IsMatch(runIn.Value);

    private static string Shorten(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Take(8)).TrimEnd('.', ',', ':', ';') + (words.Length > 8 ? " …" : "");
    }

    [GeneratedRegex(@"^(?<title>[^.:]{3,80}?)(?:\s[–-]\s|:\s|(?<!\b\d{1,2}|\b[\p{L}]{1,3}|Nr|ca)\.\s)(?=[A-ZÄÖÜ„])(?<rest>.{25,}[.!?)“""]|.{60,})$")]
    private static partial Regex Inner();

    [GeneratedRegex(@"^(?:\p{L}+-)?\p{L}*[Aa]ntrag\b[^:.!?]{0,60}:\s(?!.*[.!?]\s).*[^.!?]$")]
    private static partial Regex NamedMotion();

    [GeneratedRegex(@"^[^:.!?]{3,60}:\s[^:.!?]{3,80}[“”""«]$")]
    private static partial Regex EndsWithName();

    [GeneratedRegex(@"^(?:\p{L}+-)?\p{L}*[Aa]ntrag\b(?:[^:]{0,60}:\s(?<words>.+)|.*)$")]
    private static partial Regex Motion();

    [GeneratedRegex(@"\b(?:wird|werden|wurden?|ist|sind|war|waren|hat|haben|gibt|gab|liegt|liegen|eröffnet|begrüßt|berichtet|schließt|stellt|entfällt)\b")]
    private static partial Regex Says();

    [GeneratedRegex(@"^\p{Lu}[^\s.:!?]+(?:\s[^\s.:!?]+){0,4}(?::|\s[–-])\s")]
    private static partial Regex RunIn();

    [GeneratedRegex(@"^(?:Zunächst|Zuerst|Zu Beginn|Als \w+|Anschließend|Danach|Dann|Sodann|Weiterhin|Im Anschluss|Im Weiteren|Daraufhin|Abschließend|Schließlich),?\s+(?:ging es|wurde|sprach|sprachen|berichtete|kam|kamen)?\s*(?:um|über|auf)?\s*")]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?:ging es um|Zum Thema|Zum Punkt|zum Thema|Zur Frage|Zum Stand|Thema war|Punkt war|sprach(?:en)? \w* ?über|Unter(?: dem Punkt)?|Zu den|Zur|zum Punkt|beim Thema)\s+(?:de[nmr]|die|das|der)?\s*(?<topic>[„""»]?[^.,:;]{3,60}?)(?=[.,:;]|\s+(?:wurde|wird|berichtet|berichtete|hat|haben|gab|gibt|teilte|erklärte|informierte|stellte|kündigte|beschließt|beschloss|liegt|lag)\b)")]
    private static partial Regex Topic();
}
