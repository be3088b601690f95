using System.Xml.Linq;
using static PartnerOffice.Features.SettingUp.ManifestXml;

namespace PartnerOffice.Features.SettingUp;

/// <summary>The XML manifest of the add-in for Outlook: one button in an appointment that a person organises, and the check when it is sent.</summary>
/// <remarks>
/// Said twice, since overrides inherit nothing: for any Outlook with Mailbox 1.3 the pane alone, and from 1.12 on with the send check. What needs more is
/// asked for while the pane runs.
/// </remarks>
internal static class OutlookManifest
{
    /// <summary>The button's id: the send check's dialog opens the pane by it.</summary>
    public const string OpenButton = "PartnerOffice.Open";

    /// <summary>What the script registers for an invitation that is being sent.</summary>
    public const string SendFunction = "onAppointmentSend";

    private static readonly XNamespace Old = "http://schemas.microsoft.com/office/mailappversionoverrides";
    private static readonly XNamespace New = "http://schemas.microsoft.com/office/mailappversionoverrides/1.1";

    public static XDocument Build(ManifestModel model, AddInEnvironment environment)
    {
        var outlook = model.Outlook;
        return new(
            new XDeclaration("1.0", "UTF-8", null),
            new XElement(App + "OfficeApp",
                new XAttribute(XNamespace.Xmlns + "xsi", Instance), new XAttribute(XNamespace.Xmlns + "bt", Types),
                Type("MailApp"),
                new XElement(App + "Id", environment.IdOf("outlook").ToString("D")),
                new XElement(App + "Version", outlook.Version),
                new XElement(App + "ProviderName", model.Provider),
                new XElement(App + "DefaultLocale", German),
                Text(App + "DisplayName", outlook.DisplayName),
                Text(App + "Description", outlook.Description),
                new XElement(App + "IconUrl", Default(Icon(model, environment, 64))),
                new XElement(App + "HighResolutionIconUrl", Default(Icon(model, environment, 128))),
                new XElement(App + "SupportUrl", Default(environment.UrlOf(model.Help))),
                new XElement(App + "AppDomains", model.SignInDomains.Select(domain => new XElement(App + "AppDomain", domain))),
                new XElement(App + "Hosts", new XElement(App + "Host", new XAttribute("Name", "Mailbox"))),
                new XElement(App + "Requirements", new XElement(App + "Sets", Set(App, "Mailbox", "1.3"))),
                new XElement(App + "FormSettings", new XElement(App + "Form", Type("ItemEdit"),
                    new XElement(App + "DesktopSettings", new XElement(App + "SourceLocation", Default(environment.PageOf(outlook.Page)))))),
                new XElement(App + "Permissions", "ReadWriteItem"),
                new XElement(App + "Rule", Type("RuleCollection"), new XAttribute("Mode", "Or"),
                    new XElement(App + "Rule", Type("ItemIs"), new XAttribute("ItemType", "Appointment"), new XAttribute("FormType", "Edit"))),
                new XElement(App + "DisableEntityHighlighting", "true"),
                Overrides(Old, "VersionOverridesV1_0", "1.3", [Button(Old)], model, environment, Overrides(New, "VersionOverridesV1_1", "1.12", [Button(New), WhenSent()], model, environment, null))));
    }

    private static XElement Overrides(XNamespace space, string type, string mailbox, IReadOnlyList<XElement> points, ManifestModel model, AddInEnvironment environment, XElement? newer)
    {
        var (outlook, isNew) = (model.Outlook, newer is null);
        return new(space + "VersionOverrides", Type(type),
            new XElement(space + "Requirements", new XElement(Types + "Sets", new XAttribute("DefaultMinVersion", mailbox), new XElement(Types + "Set", new XAttribute("Name", "Mailbox")))),
            new XElement(space + "Hosts", new XElement(space + "Host", Type("MailHost"),
                isNew ? new XElement(space + "Runtimes", new XElement(space + "Runtime", new XAttribute("resid", "Events.Page"), new XElement(space + "Override", new XAttribute("type", "javascript"), new XAttribute("resid", "Events.Script")))) : null,
                new XElement(space + "DesktopFormFactor",
                    // The meeting belongs to the district's mailbox (R10): without this the button is missing exactly there.
                    isNew ? new XElement(space + "SupportsSharedFolders", "true") : null,
                    isNew ? Resource(space + "FunctionFile", "Events.Page") : null,
                    points))),
            new XElement(space + "Resources",
                Images(model, environment),
                new XElement(Types + "Urls",
                    Named("Url", "Pane.Url", environment.PageOf(outlook.Page)),
                    isNew ? Named("Url", "Events.Page", environment.UrlOf(outlook.EventsPage)) : null,
                    isNew ? Named("Url", "Events.Script", environment.UrlOf(outlook.EventsScript)) : null),
                new XElement(Types + "ShortStrings", String("Group.Label", outlook.Group), String("Open.Label", outlook.Button)),
                new XElement(Types + "LongStrings", String("Open.Tip", outlook.Tip))),
            newer);
    }

    private static XElement Button(XNamespace space) =>
        new(space + "ExtensionPoint", Type("AppointmentOrganizerCommandSurface"),
            new XElement(space + "OfficeTab", new XAttribute("id", "TabDefault"),
                new XElement(space + "Group", new XAttribute("id", "PartnerOffice.Group"),
                    Resource(space + "Label", "Group.Label"),
                    new XElement(space + "Control", Type("Button"), new XAttribute("id", OpenButton),
                        Resource(space + "Label", "Open.Label"),
                        new XElement(space + "Supertip", Resource(space + "Title", "Open.Label"), Resource(space + "Description", "Open.Tip")),
                        Icons(space),
                        new XElement(space + "Action", Type("ShowTaskpane"),
                            Resource(space + "SourceLocation", "Pane.Url"),
                            space == New ? new XElement(space + "SupportsPinning", "true") : null)))));

    // Asked, never blocked: with SoftBlock or Block an Outlook that cannot load the script cannot send at all.
    private static XElement WhenSent() =>
        new(New + "ExtensionPoint", Type("LaunchEvent"),
            new XElement(New + "LaunchEvents", new XElement(New + "LaunchEvent", new XAttribute("Type", "OnAppointmentSend"), new XAttribute("FunctionName", SendFunction), new XAttribute("SendMode", "PromptUser"))),
            Resource(New + "SourceLocation", "Events.Page"));
}
