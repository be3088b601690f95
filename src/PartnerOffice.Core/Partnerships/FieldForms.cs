namespace PartnerOffice.Core;

/// <summary>What texts of the partnership file look like, wherever they come from: the file itself, a list, or a form.</summary>
internal static class FieldForms
{
    public const int LongestName = 100;
    public const int LongestFunction = 100;
    public const int LongestText = 200;

    /// <summary>The text, where it is one line of at most so many characters; null where it is something else.</summary>
    public static string? OneLine(string? text, int most) =>
        text is not null && text.Trim().Length > 0 && text.Length <= most && !text.Any(char.IsControl) ? text : null;

    /// <summary>First name and surname; null where it is something else.</summary>
    public static string? FullName(string? text) =>
        text is not null && text.Length <= LongestName && text == text.Trim() && text.Contains(' ', StringComparison.Ordinal) && !text.Any(char.IsControl) ? text : null;

    /// <summary>A sign-in name; null where it is something else.</summary>
    public static string? PrincipalName(string? text) =>
        text is { Length: > 0 and <= 254 } && text.Count(c => c == '@') == 1 && text[0] != '@' && text[^1] != '@' && !text.Any(char.IsWhiteSpace) ? text : null;
}
