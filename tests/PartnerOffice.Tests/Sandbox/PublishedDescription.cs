using System.Text.Json.Nodes;

namespace PartnerOffice.Tests.Sandbox;

/// <summary>Microsoft's description of Graph v1.0, the part we use: which paths there are and which properties their answers have.</summary>
internal sealed class PublishedDescription(JsonObject root)
{
    private static readonly string[] Places = ["../shared", "../../shared"];
    private static readonly string[] Compositions = ["allOf", "anyOf", "oneOf"];
    private static readonly string[] Shapes = [.. Compositions, "type", "properties", "items", "enum"];

    /// <summary>The description beside the repository; null where it is not.</summary>
    public static PublishedDescription? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PartnerOffice.sln")))
            {
                // A worktree lies one folder deeper than the repository itself.
                var path = Places.Select(beside => Path.Combine(folder.FullName, beside, "graph", "openapi-subset.json")).FirstOrDefault(File.Exists);
                return path is null ? null : new PublishedDescription(JsonNode.Parse(File.ReadAllText(path))!.AsObject());
            }
        }

        return null;
    }

    public bool Has(string method, string template) => Operation(method, template) is not null;

    /// <summary>The places of an answer that the description does not know.</summary>
    public IEnumerable<string> Unknown(string method, string template, int status, JsonNode answer)
    {
        var responses = Operation(method, template)?["responses"]?.AsObject() ?? [];
        var response = Resolve(responses[$"{status}"] ?? responses[$"{status / 100}XX"]);
        var schema = response?["content"]?["application/json"]?["schema"];
        return schema is null ? [$"{method} {template}: no answer {status} with a body is described"] : Unknown(schema, answer, "");
    }

    private IEnumerable<string> Unknown(JsonNode schema, JsonNode? value, string place)
    {
        var properties = new Dictionary<string, JsonNode>();
        JsonNode? items = null;
        var isOpen = false;
        Collect(schema, properties, ref items, ref isOpen);
        if (value is JsonArray many)
        {
            return items is null ? (isOpen ? [] : [$"{place}: a collection that is none"]) : many.SelectMany((one, index) => Unknown(items, one, $"{place}[{index}]"));
        }

        if (value is not JsonObject single)
        {
            return [];
        }

        return single.Where(property => !property.Key.Contains('@', StringComparison.Ordinal)).SelectMany(property =>
            properties.TryGetValue(property.Key, out var inner) ? Unknown(inner, property.Value, $"{place}/{property.Key}")
            : isOpen ? [] : [$"{place}/{property.Key}"]);
    }

    private void Collect(JsonNode? schema, Dictionary<string, JsonNode> properties, ref JsonNode? items, ref bool isOpen)
    {
        schema = Resolve(schema);
        if (schema is not JsonObject known)
        {
            return;
        }

        foreach (var part in Compositions.SelectMany(kind => known[kind] as JsonArray ?? []))
        {
            Collect(part, properties, ref items, ref isOpen);
        }

        foreach (var (name, property) in known["properties"] as JsonObject ?? [])
        {
            properties.TryAdd(name, property!);
        }

        items ??= known["items"];
        // A schema without any shape, a stub, and the columns of a list take everything.
        isOpen |= !Shapes.Any(known.ContainsKey) || known.ContainsKey("x-pruned") || known["title"]?.ToString() == "fieldValueSet" || known["x-ms-discriminator-value"]?.ToString() == "#microsoft.graph.fieldValueSet";
    }

    private JsonNode? Operation(string method, string template) => root["paths"]![template]?[method.ToLowerInvariant()];

    private JsonNode? Resolve(JsonNode? node)
    {
        while (node?["$ref"]?.ToString() is { } reference)
        {
            node = reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)root, (at, name) => at?[name]);
        }

        return node;
    }
}
