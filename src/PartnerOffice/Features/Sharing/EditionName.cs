using System.Globalization;
using System.Text;
using PartnerOffice.Core;

namespace PartnerOffice.Features.Sharing;

/// <summary>The name of a delivered edition: fixed by district, board and meeting, without the version, so that a correction is the same file (D7).</summary>
internal static class EditionName
{
    private const int MaxLength = 120;
    private const string Extension = ".docx";

    /// <summary>For example <c>2026-07-14 Protokoll Kreisvorstand Steinfurt KV-ST 2026-07.docx</c>; only A-Z, a-z, 0-9, space, "_", "." and "-".</summary>
    public static string Of(Minutes minutes, District sender)
    {
        var name = Safe(string.Create(CultureInfo.InvariantCulture, $"{minutes.Date:yyyy-MM-dd} Protokoll {minutes.Board} {(minutes.IsJoint ? "" : sender.ShortName)} {minutes.Number}"));
        return name[..Math.Min(name.Length, MaxLength - Extension.Length)].TrimEnd(' ', '.', '-') + Extension;
    }

    private static string Safe(string text)
    {
        var spelled = text
            .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal)
            .Replace("Ä", "Ae", StringComparison.Ordinal).Replace("Ö", "Oe", StringComparison.Ordinal).Replace("Ü", "Ue", StringComparison.Ordinal)
            .Replace("ß", "ss", StringComparison.Ordinal);

        var safe = new StringBuilder();
        foreach (var c in spelled.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '.' or '-')
                safe.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                safe.Append('-');
        }

        return string.Join(' ', safe.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
