using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Graph;

/// <summary>What every id of Graph has in common.</summary>
internal static class Identifier
{
    private const int LongestKnown = 1024;

    // "." and ".." would be folded away when the address is put together, and the request
    // would speak of the parent instead of the thing.
    public static bool IsOne([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= LongestKnown } and not ("." or "..")
        && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
}
