using System.Globalization;
using System.Xml.Linq;

namespace PartnerOffice.Features.SettingUp;

/// <summary>What both manifests are made of.</summary>
internal static class ManifestXml
{
    public static readonly XNamespace App = "http://schemas.microsoft.com/office/appforoffice/1.1";
    public static readonly XNamespace Types = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
    public static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public const string German = "de-DE", English = "en-US";

    /// <summary>A button in the ribbon has each of these.</summary>
    public static readonly IReadOnlyList<int> ButtonSizes = [16, 32, 80];

    public static XElement Icons(XNamespace pane) => new(pane + "Icon", ButtonSizes.Select(size => new XElement(Types + "Image", new XAttribute("size", size), new XAttribute("resid", IconId(size)))));

    public static string IconId(int size) => string.Create(CultureInfo.InvariantCulture, $"Icon.{size}");

    public static string Icon(ManifestModel model, AddInEnvironment environment, int size) =>
        environment.UrlOf(model.Icons.Replace("{size}", size.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    public static XElement Images(ManifestModel model, AddInEnvironment environment) =>
        new(Types + "Images", ButtonSizes.Select(size => Named("Image", IconId(size), Icon(model, environment, size))));

    public static XAttribute Default(string value) => new("DefaultValue", value);

    public static XAttribute Type(string name) => new(Instance + "type", name);

    public static XElement Text(XName name, LabelText text) => new(name, Default(text.De), new XElement(App + "Override", new XAttribute("Locale", English), new XAttribute("Value", text.En)));

    public static XElement Named(string name, string id, string value) => new(Types + name, new XAttribute("id", id), Default(value));

    public static XElement String(string id, LabelText text) =>
        new(Types + "String", new XAttribute("id", id), Default(text.De), new XElement(Types + "Override", new XAttribute("Locale", English), new XAttribute("Value", text.En)));

    public static XElement Resource(XName name, string id) => new(name, new XAttribute("resid", id));

    public static XElement Set(XNamespace space, string name, string version) => new(space + "Set", new XAttribute("Name", name), new XAttribute("MinVersion", version));
}
