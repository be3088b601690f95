using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>
/// Boxes before the minutes that a board may take note of: text and no controls, so that they can be ticked by typing, in every program (R2). Without
/// a box it counts as ticked, as people write it.
/// </summary>
internal static partial class NoteTick
{
    public const string Open = "☐";
    public const string Ticked = "☒";

    public static string Offer(MinutesId id) => $"{Open} {id}";

    /// <summary>The id as it stands there, without its box; null where the box is open.</summary>
    public static string? Read(string entry) => OpenBox().IsMatch(entry) ? null : TickedBox().Replace(entry, "");

    [GeneratedRegex(@"^(☐|□|▢|⬜|\[\s*\]|_\s)")]
    private static partial Regex OpenBox();

    [GeneratedRegex(@"^(☒|☑|✓|✔|✅|\[\s*[xX]\s*\]|[xX](?=\s))\s*")]
    private static partial Regex TickedBox();
}
