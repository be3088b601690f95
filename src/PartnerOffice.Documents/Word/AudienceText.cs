using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Who may read a part, in the words of the form: "Partner", "Nur Vorstand", and of two boards "Nur Vorstand Steinfurt" (R22).</summary>
internal sealed partial class AudienceText(BoardNames boards)
{
    /// <summary>What can be chosen for a part of these minutes.</summary>
    public IEnumerable<string> Choices =>
        [.. FormWords.Audiences.Words, .. boards.AreSeveral ? boards.All.Select(name => $"{FormWords.Audiences[Audience.Board]} {name}") : []];

    public string Write(Audience audience, string? boardOf) =>
        boardOf is null ? FormWords.Audiences[audience] : $"{FormWords.Audiences[audience]} {boards.NameOf(boardOf)}";

    /// <summary>Null for words that are none of ours. A board that nobody knows is nobody's: it goes to neither of the two.</summary>
    public (Audience Audience, string? BoardOf)? Read(string? text)
    {
        if (FormWords.Audiences.Read(text) is { } audience)
            return (audience, null);
        return boards.AreSeveral && text is not null && OneBoard().Match(text) is { Success: true } match
            ? (Audience.Board, boards.IdOf(match.Groups["board"].Value))
            : null;
    }

    [GeneratedRegex(@"^\s*\[?\s*(?:nur[\s-]+)?(?:kreis)?vorstand\s+(?<board>.+?)\s*\]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OneBoard();
}
