using System.Text;

namespace PartnerOffice.Documents.Edition;

/// <summary>A set of phrases, and whether a text consists of nothing else.</summary>
internal sealed class PhraseBook
{
    // What may stand between two phrases.
    private const string Separators = " .,:;–-·()/|•";

    private readonly Dictionary<char, List<string>> byFirst = [];

    public PhraseBook(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases.Select(Plain).Where(phrase => phrase.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (!byFirst.TryGetValue(phrase[0], out var sharing))
                byFirst[phrase[0]] = sharing = [];
            sharing.Add(phrase);
        }
    }

    /// <summary>One line with single blanks: how texts are compared.</summary>
    public static string Plain(string text)
    {
        var isPlain = text.Length == 0 || (!char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]));
        for (var i = 1; isPlain && i < text.Length; i++)
            isPlain = !char.IsWhiteSpace(text[i]) || (text[i] == ' ' && text[i - 1] != ' ');
        if (isPlain)
            return text;

        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>Whether phrases of the books, with separators between them, make up the whole text. A word is never taken in part.</summary>
    public static bool Covers(string text, params ReadOnlySpan<PhraseBook> books)
    {
        Span<bool> reached = text.Length < 1024 ? stackalloc bool[text.Length + 1] : new bool[text.Length + 1];
        reached.Clear();
        reached[0] = true;
        for (var at = 0; at < text.Length; at++)
        {
            if (!reached[at])
                continue;
            if (Separators.Contains(text[at], StringComparison.Ordinal))
                reached[at + 1] = true;
            if (IsInsideWord(text, at))
                continue;
            foreach (var book in books)
                book.Reach(text, at, reached);
        }

        return reached[text.Length];
    }

    private void Reach(string text, int at, Span<bool> reached)
    {
        if (!byFirst.TryGetValue(text[at], out var phrases))
            return;

        foreach (var phrase in phrases)
        {
            var end = at + phrase.Length;
            if (end <= text.Length && !reached[end] && !IsInsideWord(text, end) && text.AsSpan(at).StartsWith(phrase))
                reached[end] = true;
        }
    }

    private static bool IsInsideWord(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);
}
