using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PartnerOffice.Tests.Support.Conformance;

/// <summary>Says where a value differs from Microsoft's schema. Stricter than OData: what is not described is wrong.</summary>
internal sealed partial class SchemaJudge(GraphDescription description)
{
    private static readonly string[] Choices = ["anyOf", "oneOf"];
    private static readonly string[] Compositions = ["allOf", "anyOf", "oneOf"];
    private static readonly string[] Shapes = ["allOf", "anyOf", "oneOf", "type", "properties", "items", "enum"];

    /// <summary>Places where Microsoft's file is known to say less than its documentation, or its service.</summary>
    /// <remarks>SharePoint names a person by address as well (the examples of listitem-get); concepts/errors.md: an innerError may hold a code and another innerError; its date comes without a zone.</remarks>
    private static readonly HashSet<string> SaidElsewhere = ["/error/innerError/code", "/error/innerError/innerError", "/error/innerError/date"];

    public IReadOnlyList<string> Judge(JsonNode schema, JsonNode? value, string place) => [.. Differences(schema, value, place)];

    /// <summary>Whether answers of this schema, or the members of its collection, have a property of this name.</summary>
    public bool Knows(JsonNode schema, string property)
    {
        var shape = ShapeOf(schema);
        if (shape.Properties.TryGetValue("value", out var many) && ShapeOf(many).Items is { } member) shape = ShapeOf(member);
        return shape.IsOpen || shape.Properties.ContainsKey(property.Split('/')[0]);
    }

    private IEnumerable<string> Differences(JsonNode schema, JsonNode? value, string place)
    {
        if (SaidElsewhere.Contains(place)) return [];
        var known = description.Resolve(schema);
        if (known is not JsonObject one || !Shapes.Any(one.ContainsKey)) return [];
        if (value is null && Choices.SelectMany(kind => one[kind] as JsonArray ?? []).Any(alternative => IsNothing(description.Resolve(alternative)))) return [];
        // Of an attachment and its like the value itself says which kind it is.
        if (value is JsonObject typed && typed["@odata.type"]?.ToString() is { } kind
            && KindOf(one, kind) is { } derived && description.Resolve(new JsonObject { ["$ref"] = derived.ToString() }) is { } other && other != known)
        {
            return Judge(new JsonObject { ["$ref"] = derived.ToString() }, value, place);
        }

        if (Alternatives(one) is { Count: > 0 } alternatives && !one.ContainsKey("properties"))
        {
            // The nearest alternative tells most about what is wrong.
            return alternatives.Select(alternative => Judge(alternative, value, place)).MinBy(differences => differences.Count) ?? [];
        }

        var shape = ShapeOf(known);
        if (value is null) return shape.MayBeNull ? [] : [$"{place}: null is not described"];

        return value switch
        {
            JsonObject single => shape.Kind is null or "object" ? Properties(ShapeOf(shape, single), single, place) : [$"{place}: an object where {shape.Kind} is described"],
            JsonArray many => shape.Items is { } items ? many.SelectMany((member, at) => Differences(items, member, $"{place}[{at}]")) : shape.IsOpen ? [] : [$"{place}: a collection where none is described"],
            _ => Scalar(one, shape, value, place),
        };
    }

    private static JsonNode? KindOf(JsonObject schema, string kind) => (schema["allOf"] as JsonArray ?? []).OfType<JsonObject>().Prepend(schema)
        .Select(part => (part["discriminator"] ?? part["x-discriminator"])?["mapping"]?[kind]).FirstOrDefault(derived => derived is not null);

    private IEnumerable<string> Properties(Shape shape, JsonObject value, string place)
    {
        foreach (var required in shape.Required.Where(name => !value.ContainsKey(name))) yield return $"{place}/{required}: missing";
        foreach (var (name, inner) in value)
        {
            if (Annotation().IsMatch(name)) continue;
            if (shape.Properties.TryGetValue(name, out var described))
            {
                foreach (var wrong in Differences(described, inner, $"{place}/{name}")) yield return wrong;
            }
            else if (!shape.IsOpen && !SaidElsewhere.Contains($"{place}/{name}") && !(name == "email" && place.EndsWith("By/user", StringComparison.Ordinal)))
            {
                yield return $"{place}/{name}: not described";
            }
        }
    }

    private static IEnumerable<string> Scalar(JsonObject schema, Shape shape, JsonNode value, string place)
    {
        var kind = value.GetValueKind();
        var fits = shape.Kind switch
        {
            null => true,
            "string" => kind == JsonValueKind.String,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "number" => kind == JsonValueKind.Number,
            "integer" => kind == JsonValueKind.Number,
            _ => false,
        };
        if (!fits) return [$"{place}: {kind.ToString().ToLowerInvariant()} where {shape.Kind} is described"];
        if (schema["format"]?.ToString() is "int32" or "int64" or "int16" && value.ToJsonString().Contains('.', StringComparison.Ordinal)) return [$"{place}: a fraction where a whole number is described"];
        if (schema["pattern"] is JsonValue pattern && kind == JsonValueKind.String && !Regex.IsMatch(value.ToString(), pattern.ToString())) return [$"{place}: \"{value}\" has another form"];
        if (schema["maxLength"] is JsonValue most && kind == JsonValueKind.String && value.ToString().Length > most.GetValue<int>()) return [$"{place}: longer than {most}"];
        return schema["enum"] is JsonArray allowed && allowed.All(one => one?.ToString() != value.ToString()) ? [$"{place}: \"{value}\" is none of the described values"] : [];
    }

    private List<JsonNode> Alternatives(JsonObject schema) =>
        [.. Choices.SelectMany(kind => schema[kind] as JsonArray ?? []).Where(alternative => !IsNothing(description.Resolve(alternative))).Select(alternative => alternative!)];

    private static bool IsNothing(JsonNode? schema) => schema?["enum"] is JsonArray { Count: 1 } only && only[0] is null;

    // A value that names its own type is judged as what it says it is: a fileAttachment among attachments.
    private Shape ShapeOf(Shape described, JsonObject value) =>
        value["@odata.type"]?.ToString() is { } name && described.Types?[name] is { } type ? ShapeOf(new JsonObject { ["$ref"] = type.ToString() }) : described;

    private Shape ShapeOf(JsonNode? schema)
    {
        var shape = new Shape();
        Collect(schema, shape);
        return shape;
    }

    private void Collect(JsonNode? schema, Shape shape)
    {
        if (description.Resolve(schema) is not JsonObject known) return;

        foreach (var part in Compositions.SelectMany(kind => known[kind] as JsonArray ?? []))
        {
            if (IsNothing(description.Resolve(part))) shape.MayBeNull = true;
            else Collect(part, shape);
        }

        foreach (var (name, property) in known["properties"] as JsonObject ?? []) shape.Properties.TryAdd(name, property!);
        foreach (var name in known["required"] as JsonArray ?? []) shape.Required.Add(name!.ToString());
        shape.Items ??= known["items"];
        shape.Types ??= known["x-discriminator"]?["mapping"] as JsonObject;
        shape.Kind ??= known["type"] is JsonValue kind ? kind.ToString() : null;
        shape.MayBeNull |= known["nullable"] is JsonValue nullable && nullable.GetValue<bool>();
        // A stub, a schema without any shape and the columns of a list take everything.
        shape.IsOpen |= known.ContainsKey("x-pruned") || known.ContainsKey("additionalProperties") || known["title"]?.ToString() == "fieldValueSet" || !Shapes.Any(known.ContainsKey);
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*@odata\.[A-Za-z.]+$|^@(odata|microsoft\.graph)\.[A-Za-z.]+$|^@removed$")]
    private static partial Regex Annotation();

    private sealed class Shape
    {
        public Dictionary<string, JsonNode> Properties { get; } = [];

        public HashSet<string> Required { get; } = [];

        public JsonNode? Items { get; set; }

        /// <summary>The schemas of the types that a value may name.</summary>
        public JsonObject? Types { get; set; }

        public string? Kind { get; set; }

        public bool MayBeNull { get; set; }

        public bool IsOpen { get; set; }
    }
}
