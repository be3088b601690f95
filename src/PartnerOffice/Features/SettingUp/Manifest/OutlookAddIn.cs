namespace PartnerOffice.Features.SettingUp;

/// <summary>The add-in for Outlook as people see it in an appointment that they organise.</summary>
/// <param name="Version">Four parts; a higher one makes Office load the manifest anew, and an administrator agree again.</param>
/// <param name="Page">The pane's address below the service's.</param>
/// <param name="EventsPage">What runs when an invitation is sent, on the web and in new Outlook.</param>
/// <param name="EventsScript">The same for classic Outlook, which runs this one file and no page.</param>
internal sealed record OutlookAddIn(
    string Version, LabelText DisplayName, LabelText Description, string Page, string EventsPage, string EventsScript, LabelText Group, LabelText Button, LabelText Tip);
