using System.Globalization;
using System.Xml.Linq;
using PartnerOffice.Documents.Packaging;

namespace PartnerOffice.Documents.Word;

/// <summary>The custom properties of a package: by ours a document is known even when its controls are gone; a district's own stay.</summary>
internal sealed class CustomProperties
{
    public const string MinutesId = "PartnerOffice.MinutesId";
    public const string Template = "PartnerOffice.Template";

    private const string Part = "docProps/custom.xml";
    private const string Format = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties";

    private static readonly XNamespace Custom = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    private static readonly XNamespace Values = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";

    private readonly PartsPackage package;
    private readonly XElement root;

    public CustomProperties(PartsPackage package)
    {
        this.package = package;
        root = package.Contains(Part)
            ? XElement.Parse(package.RootElement(Part))
            : new XElement(Custom + "Properties", new XAttribute("xmlns", Custom.NamespaceName), new XAttribute(XNamespace.Xmlns + "vt", Values.NamespaceName));
    }

    /// <summary>A property's text; null where there is none.</summary>
    public string? this[string name]
    {
        get => Find(name)?.Value;
        set
        {
            Find(name)?.Remove();
            var next = root.Elements().Select(property => int.TryParse(property.Attribute("pid")?.Value, CultureInfo.InvariantCulture, out var pid) ? pid : 1).DefaultIfEmpty(1).Max() + 1;
            if (value is not null)
                root.Add(new XElement(Custom + "property", new XAttribute("fmtid", Format), new XAttribute("pid", next), new XAttribute("name", name), new XElement(Values + "lpwstr", value)));
        }
    }

    /// <summary>Writes the part, and makes it known to a package that had none.</summary>
    public void Save()
    {
        package.SetXml(Part, root.ToString(SaveOptions.DisableFormatting));
        PackageDeclarations.Add(package, "", Part, ContentType, Relation);
    }

    private XElement? Find(string name) => root.Elements().FirstOrDefault(property => property.Attribute("name")?.Value == name);
}
