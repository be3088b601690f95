using System.Xml.Linq;
using static PartnerOffice.Features.SettingUp.ManifestXml;

namespace PartnerOffice.Features.SettingUp;

/// <summary>The XML manifest of the add-in for Word: one button on the Home tab that opens the pane, which also opens with our documents.</summary>
/// <remarks>It asks for WordApi 1.3 and no more; what needs more is asked for while the pane runs, so that older versions of Word are not shut out.</remarks>
internal static class WordManifest
{
    private static readonly XNamespace Pane = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";

    public static XDocument Build(ManifestModel model, AddInEnvironment environment)
    {
        var word = model.Word;
        return new(
            new XDeclaration("1.0", "UTF-8", null),
            new XElement(App + "OfficeApp",
                new XAttribute(XNamespace.Xmlns + "xsi", Instance), new XAttribute(XNamespace.Xmlns + "bt", Types), new XAttribute(XNamespace.Xmlns + "ov", Pane),
                new XAttribute(Instance + "type", "TaskPaneApp"),
                new XElement(App + "Id", environment.IdOf("word").ToString("D")),
                new XElement(App + "Version", word.Version),
                new XElement(App + "ProviderName", model.Provider),
                new XElement(App + "DefaultLocale", German),
                Text(App + "DisplayName", word.DisplayName),
                Text(App + "Description", word.Description),
                new XElement(App + "IconUrl", Default(Icon(model, environment, 32))),
                new XElement(App + "HighResolutionIconUrl", Default(Icon(model, environment, 64))),
                new XElement(App + "SupportUrl", Default(environment.UrlOf(model.Help))),
                new XElement(App + "AppDomains", model.SignInDomains.Select(domain => new XElement(App + "AppDomain", domain))),
                new XElement(App + "Hosts", new XElement(App + "Host", new XAttribute("Name", "Document"))),
                new XElement(App + "Requirements", new XElement(App + "Sets", new XAttribute("DefaultMinVersion", "1.1"), Set(App, "WordApi", "1.3"), Set(App, "CompressedFile", "1.1"))),
                new XElement(App + "DefaultSettings", new XElement(App + "SourceLocation", Default(environment.PageOf(word.Page)))),
                new XElement(App + "Permissions", "ReadWriteDocument"),
                Overrides(model, environment)));
    }

    private static XElement Overrides(ManifestModel model, AddInEnvironment environment) =>
        new(Pane + "VersionOverrides", new XAttribute(Instance + "type", "ov:VersionOverridesV1_0"),
            new XElement(Pane + "Hosts", new XElement(Pane + "Host", new XAttribute(Instance + "type", "ov:Document"),
                new XElement(Pane + "DesktopFormFactor",
                    new XElement(Pane + "GetStarted", Resource(Pane + "Title", "GetStarted.Title"), Resource(Pane + "Description", "GetStarted.Where"), Resource(Pane + "LearnMoreUrl", "Help.Url")),
                    new XElement(Pane + "ExtensionPoint", new XAttribute(Instance + "type", "ov:PrimaryCommandSurface"),
                        new XElement(Pane + "OfficeTab", new XAttribute("id", "TabHome"),
                            new XElement(Pane + "Group", new XAttribute("id", "PartnerOffice.Group"),
                                Resource(Pane + "Label", "Group.Label"),
                                Icons(Pane),
                                OpenButton())))))),
            new XElement(Pane + "Resources",
                Images(model, environment),
                new XElement(Types + "Urls", Named("Url", "Pane.Url", environment.PageOf(model.Word.Page)), Named("Url", "Help.Url", environment.UrlOf(model.Help))),
                new XElement(Types + "ShortStrings", String("Group.Label", model.Word.Group), String("Open.Label", model.Word.Button), String("GetStarted.Title", model.Word.Welcome)),
                new XElement(Types + "LongStrings", String("Open.Tip", model.Word.Tip), String("GetStarted.Where", model.Word.Where))));

    // This task pane's id opens it by itself with a document that asks for it.
    private static XElement OpenButton() =>
        new(Pane + "Control", new XAttribute(Instance + "type", "ov:Button"), new XAttribute("id", "PartnerOffice.Open"),
            Resource(Pane + "Label", "Open.Label"),
            new XElement(Pane + "Supertip", Resource(Pane + "Title", "Open.Label"), Resource(Pane + "Description", "Open.Tip")),
            Icons(Pane),
            new XElement(Pane + "Action", new XAttribute(Instance + "type", "ov:ShowTaskpane"),
                new XElement(Pane + "TaskpaneId", "Office.AutoShowTaskpaneWithDocument"),
                Resource(Pane + "SourceLocation", "Pane.Url")));
}
