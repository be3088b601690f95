using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace PartnerOffice.Features.SettingUp;

/// <summary>
/// What a manifest must keep to, without a network: Microsoft's own validator sends it to a server. The schema first, then what no schema can say.
/// </summary>
internal static class ManifestCheck
{
    private const int LongestId = 32, LongestShort = 125, LongestLong = 250, LargestManifest = 256 * 1024;
    private const string Entry = "OfficeAppManifestV1_1.xsd";
    private static readonly XNamespace Types = ManifestXml.Types;

    /// <summary>What is wrong with it, each with its place; empty where nothing is.</summary>
    public static IReadOnlyList<string> Run(string manifest) =>
    [
        .. BySchema(manifest),
        .. Encoding.UTF8.GetByteCount(manifest) > LargestManifest ? ["The manifest is larger than 256 KB."] : Array.Empty<string>(),
        .. ByMeaning(XDocument.Parse(manifest)),
    ];

    /// <summary>What is wrong with manifests that go to the same people.</summary>
    public static IReadOnlyList<string> Together(params IEnumerable<XDocument> manifests) =>
        [.. manifests.GroupBy(manifest => manifest.Root!.Element(ManifestXml.App + "Id")!.Value, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => $"Two manifests have the id {same.Key}.")];

    private static List<string> BySchema(string manifest)
    {
        var problems = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas.Value, DtdProcessing = DtdProcessing.Prohibit };
        settings.ValidationEventHandler += (_, problem) => problems.Add($"Line {problem.Exception.LineNumber}: {problem.Message}");
        using var reader = XmlReader.Create(new StringReader(manifest), settings);
        while (reader.Read())
        {
        }

        return problems;
    }

    private static IEnumerable<string> ByMeaning(XDocument manifest)
    {
        foreach (var problem in manifest.Descendants().Where(IsOverrides).SelectMany(Resources))
            yield return problem;

        var urls = manifest.Descendants().Attributes("DefaultValue").Select(attribute => attribute.Value).Where(value => value.Contains("://", StringComparison.Ordinal)).ToList();
        foreach (var open in urls.Where(url => !url.StartsWith("https://", StringComparison.Ordinal)))
            yield return $"{open} is not https: Office loads nothing else.";
        if (urls.Select(url => new Uri(url).GetLeftPart(UriPartial.Authority)).Distinct().Count() > 1)
            yield return "The addresses belong to more than one origin.";
        if (manifest.Root!.Element(ManifestXml.App + "DefaultLocale")?.Value != ManifestXml.German)
            yield return "German is not the default.";
        foreach (var name in (string[])["DisplayName", "Description"])
        {
            if (!HasEnglish(manifest.Root.Element(ManifestXml.App + name), ManifestXml.App))
                yield return $"{name} has no English.";
        }

        foreach (var problem in ManifestEvents.Check(manifest))
            yield return problem;
    }

    // Overrides inherit nothing: each has to name all that it asks for.
    private static IEnumerable<string> Resources(XElement overrides)
    {
        var own = Own(overrides).ToList();
        var named = own.Where(element => element.Name.Namespace == Types && element.Attribute("id") is not null).ToList();
        var ids = named.Select(element => element.Attribute("id")!.Value).ToList();
        foreach (var twice in ids.GroupBy(id => id).Where(group => group.Count() > 1))
            yield return $"The resource {twice.Key} is named twice.";
        foreach (var tooLong in ids.Where(id => id.Length > LongestId))
            yield return $"The resource id {tooLong} is longer than {LongestId} characters.";

        var asked = own.Attributes("resid").Select(attribute => attribute.Value).ToHashSet();
        foreach (var missing in asked.Except(ids))
            yield return $"The resource {missing} is asked for and named nowhere.";
        foreach (var unused in ids.Except(asked))
            yield return $"The resource {unused} is named and nowhere asked for.";

        foreach (var icon in own.Where(element => element.Name == Types + "Image" && element.Attribute("size") is not null))
        {
            var (size, url) = (icon.Attribute("size")!.Value, named.FirstOrDefault(one => one.Attribute("id")!.Value == icon.Attribute("resid")?.Value)?.Attribute("DefaultValue")?.Value);
            if (url?.Contains($"-{size}.", StringComparison.Ordinal) == false)
                yield return $"The icon of {size} pixels is {url}.";
        }

        foreach (var icons in own.Where(element => element.Name.LocalName == "Icon" && !ManifestXml.ButtonSizes.Select(size => $"{size}").SequenceEqual(element.Elements().Select(one => one.Attribute("size")?.Value))))
            yield return $"The icon of {icons.Parent?.Attribute("id")?.Value} is not there in 16, 32 and 80 pixels.";

        foreach (var text in named.Where(element => element.Name == Types + "String"))
        {
            var longest = text.Parent!.Name.LocalName == "ShortStrings" ? LongestShort : LongestLong;
            var values = text.Elements(Types + "Override").Select(one => one.Attribute("Value")!.Value).Prepend(text.Attribute("DefaultValue")!.Value);
            if (values.Any(value => value.Length > longest))
                yield return $"The text {text.Attribute("id")!.Value} is longer than {longest} characters.";
            if (!HasEnglish(text, Types))
                yield return $"The text {text.Attribute("id")!.Value} has no English.";
        }
    }

    private static IEnumerable<XElement> Own(XElement overrides) =>
        overrides.Elements().Where(element => !IsOverrides(element)).SelectMany(element => element.DescendantsAndSelf());

    private static bool IsOverrides(XElement element) => element.Name.LocalName == "VersionOverrides";

    private static bool HasEnglish(XElement? text, XNamespace space) =>
        text?.Elements(space + "Override").Any(one => one.Attribute("Locale")!.Value == ManifestXml.English) == true;

    private static Lazy<XmlSchemaSet> Schemas { get; } = new(() =>
    {
        var set = new XmlSchemaSet { XmlResolver = new EmbeddedSchemas() };
        using var reader = XmlReader.Create(EmbeddedSchemas.Open(Entry), new XmlReaderSettings(), EmbeddedSchemas.UriOf(Entry).AbsoluteUri);
        set.Add(null, reader);
        set.Compile();
        return set;
    });
}
