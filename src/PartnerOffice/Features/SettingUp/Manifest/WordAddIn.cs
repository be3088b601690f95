namespace PartnerOffice.Features.SettingUp;

/// <summary>The add-in for Word as people see it in the ribbon.</summary>
/// <param name="Version">Four parts; a higher one makes Office load the manifest anew.</param>
/// <param name="Page">The pane's address below the service's.</param>
internal sealed record WordAddIn(
    string Version, LabelText DisplayName, LabelText Description, string Page, LabelText Group, LabelText Button, LabelText Tip, LabelText Welcome, LabelText Where);
