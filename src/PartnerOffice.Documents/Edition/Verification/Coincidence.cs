using PartnerOffice.Core;

namespace PartnerOffice.Documents.Edition;

/// <summary>Words that were withheld at one place and that the partner's own text says at another (rule V17).</summary>
/// <param name="Place">Where they were withheld in the source.</param>
/// <param name="AlsoAt">Where the secretary wrote them for the partner, for example "TOP 5".</param>
/// <param name="IsAccepted">Whether a person has settled it for this version.</param>
public sealed record Coincidence(string Place, string AlsoAt, bool IsAccepted)
{
    private const int LongestQuote = 60;

    /// <summary>The finding that asks a person.</summary>
    /// <param name="words">The words, for a screen of the own district; null where nobody may read them.</param>
    public Finding AsFinding(string? words = null)
    {
        var (german, english) = words is null ? ("Etwas", "Something") : ($"»{Shortened(words)}«", $"\"{Shortened(words)}\"");
        return new Finding(
            "V17",
            Severity.Error,
            Place,
            new Bilingual($"{german} bleibt hier im Vorstand, steht aber auch in {AlsoAt} für den Partner sichtbar.", $"{english} stays in the board here, but stands in {AlsoAt} too, visible to the partner."),
            new Bilingual($"In {AlsoAt} ebenfalls kennzeichnen, oder mit Grund bestätigen, dass es dort stehen darf.", $"Mark it in {AlsoAt} too, or confirm with a reason that it may stand there."))
        {
            AlsoAt = AlsoAt,
        };
    }

    private static string Shortened(string words) => words.Length <= LongestQuote ? words : words[..words.LastIndexOf(' ', LongestQuote)] + " …";
}
