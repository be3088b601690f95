namespace PartnerOffice.Sandbox;

/// <summary>
/// A role of an app on one resource: what <c>POST /sites/{id}/permissions</c> or Exchange's RBAC for Applications leaves behind.
/// </summary>
/// <param name="AppId">The app's client id.</param>
/// <param name="Resource">A site id, a list id, or a mailbox address.</param>
/// <param name="Role">
/// <c>read</c>, <c>write</c>, <c>owner</c> or <c>fullcontrol</c> on a site or list; <c>Application Mail.ReadWrite</c>,
/// <c>Application Mail.Read</c>, <c>Application Mail.Send</c>, <c>Application Calendars.ReadWrite</c>, <c>Application Calendars.Read</c>,
/// <c>Application Calendars.ReadBasic</c> or <c>Application MailboxSettings.Read</c> on a mailbox.
/// </param>
public sealed record SeedGrant(string AppId, string Resource, string Role);
