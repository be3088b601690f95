namespace PartnerOffice.Core;

/// <summary>Words of the document inside a sentence: short enough that the sentence stays readable aloud.</summary>
internal static class Quoting
{
    private const int MostWords = 5;
    private const int MostCharacters = 60;

    public static string Short(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = string.Join(' ', words.Take(MostWords));
        return kept.Length > MostCharacters ? kept[..MostCharacters] + "…" : words.Length > MostWords ? kept + " …" : kept;
    }
}
