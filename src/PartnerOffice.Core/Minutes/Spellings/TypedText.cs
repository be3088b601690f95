using System.Text;
using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>What people type around a value without meaning it: quotes of any language, wide spaces, a full stop at the end.</summary>
internal static partial class TypedText
{
    public static string Plain(string text) =>
        Space().Replace(Quote().Replace(text.Normalize(NormalizationForm.FormKC), ""), " ").Trim().TrimEnd(',', ';').Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("[\"'„“”‚‘’»«›‹\u200B\u00AD]")]
    private static partial Regex Quote();
}
