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
    private static readonly XNamespace Types = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";

    /// <summary>What is wrong with it, each with its place; empty where nothing is.</summary>
    public static IReadOnlyList<string> Run(string manifest) =>
        [.. BySchema(manifest), .. System.Text.Encoding.UTF8.GetByteCount(manifest) > LargestManifest ? ["The manifest is larger than 256 KB."] : Array.Empty<string>(), .. ByMeaning(XDocument.Parse(manifest))];

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
        var named = manifest.Descendants().Where(element => element.Name.Namespace == Types && element.Attribute("id") is not null).ToList();
        var ids = named.Select(element => element.Attribute("id")!.Value).ToList();
        foreach (var twice in ids.GroupBy(id => id).Where(group => group.Count() > 1))
            yield return $"The resource {twice.Key} is named twice.";
        foreach (var tooLong in ids.Where(id => id.Length > LongestId))
            yield return $"The resource id {tooLong} is longer than {LongestId} characters.";

        var asked = manifest.Descendants().Attributes("resid").Select(attribute => attribute.Value).ToHashSet();
        foreach (var missing in asked.Except(ids))
            yield return $"The resource {missing} is asked for and named nowhere.";
        foreach (var unused in ids.Except(asked))
            yield return $"The resource {unused} is named and nowhere asked for.";

        var urls = manifest.Descendants().Attributes("DefaultValue").Select(attribute => attribute.Value).Where(value => value.Contains("://", StringComparison.Ordinal)).ToList();
        foreach (var open in urls.Where(url => !url.StartsWith("https://", StringComparison.Ordinal)))
            yield return $"{open} is not https: Office loads nothing else.";
        if (urls.Select(url => new Uri(url).GetLeftPart(UriPartial.Authority)).Distinct().Count() > 1)
            yield return "The addresses belong to more than one origin.";

        foreach (var text in named.Where(element => element.Name == Types + "String"))
        {
            var longest = text.Parent!.Name.LocalName == "ShortStrings" ? LongestShort : LongestLong;
            var values = text.Elements(Types + "Override").Select(one => one.Attribute("Value")!.Value).Prepend(text.Attribute("DefaultValue")!.Value);
            if (values.Any(value => value.Length > longest))
                yield return $"The text {text.Attribute("id")!.Value} is longer than {longest} characters.";
            if (!text.Elements(Types + "Override").Any(one => one.Attribute("Locale")!.Value == "en-US"))
                yield return $"The text {text.Attribute("id")!.Value} has no English.";
        }
    }

    private static Lazy<XmlSchemaSet> Schemas { get; } = new(() =>
    {
        var set = new XmlSchemaSet { XmlResolver = new EmbeddedSchemas() };
        using var reader = XmlReader.Create(EmbeddedSchemas.Open(Entry), new XmlReaderSettings(), EmbeddedSchemas.UriOf(Entry).AbsoluteUri);
        set.Add(null, reader);
        set.Compile();
        return set;
    });
}
