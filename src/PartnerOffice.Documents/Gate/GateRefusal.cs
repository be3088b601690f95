using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Gate;

/// <summary>The gate did not let a file in; nothing of it was read further. The command line ends with exit code 4.</summary>
/// <remarks>
/// <see cref="Exception.Message"/> holds the code alone and may go to a log. <see cref="Place"/> comes from the file, where a part may bear
/// a person's name: it is for the person who brought the file.
/// </remarks>
[SuppressMessage("Naming", "CA1710", Justification = "A refusal is an answer to a person; the word Exception would say that something broke.")]
public sealed class GateRefusal : Exception
{
    /// <summary>What a command ends with.</summary>
    public const int ExitCode = 4;

    internal GateRefusal(GateCode code, string? place = null, string? found = null)
        : base($"The gate refused the file: {WordOf(code)}.")
    {
        Code = code;
        Place = place is null ? null : Visible(place);
        (Explanation, Remedy) = GateTexts.For(code, found);
    }

    /// <summary>Why.</summary>
    public GateCode Code { get; }

    /// <summary>Why, as it stands in JSON: <c>xml-too-deep</c>.</summary>
    public string CodeWord => WordOf(Code);

    /// <summary>The part or entry concerned, as in <c>word/document.xml</c>; null for the file as a whole.</summary>
    public string? Place { get; }

    /// <summary>What is wrong, for people.</summary>
    public Bilingual Explanation { get; }

    /// <summary>What to do about it.</summary>
    public Bilingual Remedy { get; }

    private static string WordOf(GateCode code) => string.Concat(code.ToString().Select((letter, index) =>
        char.IsUpper(letter) ? (index == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));

    // A name from a hostile file may turn the writing direction or break the line of a terminal.
    private static string Visible(string place)
    {
        var shown = string.Concat(place.Take(120).Select(c =>
            char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '?' : c));
        return place.Length > 120 ? shown + "…" : shown;
    }
}
