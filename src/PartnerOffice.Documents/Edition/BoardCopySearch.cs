using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PartnerOffice.Core;
using PartnerOffice.Documents.Packaging;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Documents.Edition;

/// <summary>
/// Looks into every part of a copy for what was left out of it, by the letters alone: whatever formats, tags and spaces stand between them.
/// It holds the words and is itself never stored, logged or sent.
/// </summary>
internal static partial class BoardCopySearch
{
    // Fewer letters stand in any text by chance.
    private const int Certain = 12;

    /// <summary>Where in the minutes the first stands that was found; null where nothing was.</summary>
    public static string? FirstPlaceIn(ReadOnlyMemory<byte> document, BoardCopy copy)
    {
        var parts = LettersOf(document);
        // What the board's own text says as well is no secret of the passage, since the check asks about it before (V17); nor is a word of the form.
        var allowed = string.Join('\n', LettersOf(MinutesTemplate.Build(copy.Content.Kind)).Prepend(Letters(MinutesJson.Write(copy.Content))));
        return copy.LeftOutTexts
            .Select(text => (text.Place, Letters: Letters(text.Text)))
            .Where(text => text.Letters.Length >= Certain && !allowed.Contains(text.Letters, StringComparison.Ordinal))
            .FirstOrDefault(text => parts.Exists(part => part.Contains(text.Letters, StringComparison.Ordinal))).Place;
    }

    private static List<string> LettersOf(ReadOnlyMemory<byte> document)
    {
        var package = PartsPackage.Read(document);
        return [.. package.Names.Select(name => Letters(WebUtility.HtmlDecode(Tag().Replace(Encoding.UTF8.GetString(package[name]), " "))))];
    }

    private static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex("<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();
}
