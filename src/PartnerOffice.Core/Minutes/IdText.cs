using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Core;

/// <summary>What every id in minutes looks like: short enough for a Word tag, and safe in a file name.</summary>
internal static class IdText
{
    public const int MaxLength = 32;
    public const string Expected = "an id: 1 to 32 characters of a-z, 0-9 and -";

    public static bool IsId([NotNullWhen(true)] string? text) =>
        text is { Length: >= 1 and <= MaxLength } && text.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');
}
