using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Core;

/// <summary>The one form of every id that people write: <c>[a-z0-9-]{1,32}</c>.</summary>
internal static class ShortId
{
    public static bool IsValid([NotNullWhen(true)] string? text) =>
        text is { Length: >= 1 and <= 32 } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
