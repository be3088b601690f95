namespace PartnerOffice.Core;

/// <summary>Reads yes and no as people tick them in a list.</summary>
internal static class SpokenYesNo
{
    private static readonly string[] Yes = ["ja", "j", "x", "✓", "✔", "☑", "☒", "1", "mit", "wahr", "true", "yes", "stimmberechtigt", "mit stimmrecht", "+"];
    private static readonly string[] No = ["nein", "n", "-", "–", "—", "☐", "0", "ohne", "falsch", "false", "no", "beratend", "ohne stimmrecht", "nicht"];

    /// <summary>Null for what is neither.</summary>
    public static bool? Read(string text)
    {
        var word = text.Trim().TrimEnd('.').ToLowerInvariant();
        return Yes.Contains(word) ? true : No.Contains(word) ? false : null;
    }
}
