using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary>What the administrators are called.</summary>
internal static class RoleWords
{
    public static Bilingual Of(AdminRole role, string? district)
    {
        var (german, english) = role switch
        {
            AdminRole.Directory => ("Administration von Microsoft 365 (Entra)", "Administrator of Microsoft 365 (Entra)"),
            AdminRole.SharePoint => ("Administration von SharePoint", "Administrator of SharePoint"),
            AdminRole.Exchange => ("Administration von Exchange", "Administrator of Exchange"),
            AdminRole.Account => ("Wer das Dienstkonto verwaltet", "Whoever holds the service account"),
            _ => ("Wer PartnerOffice betreibt", "Whoever runs PartnerOffice"),
        };
        return district is null ? new(german, english) : new($"{german}, {district}", $"{english}, {district}");
    }
}
