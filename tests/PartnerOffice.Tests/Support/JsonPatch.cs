using System.Globalization;
using System.Text.Json.Nodes;

namespace PartnerOffice.Tests.Support;

/// <summary>JSON Patch (RFC 6902): add, remove, replace, test. A merge patch (RFC 7396) could not change one entry of a list.</summary>
internal static class JsonPatch
{
    public static JsonNode Apply(JsonNode document, JsonArray patch)
    {
        foreach (var operation in patch)
        {
            var path = operation!["path"]!.GetValue<string>();
            var keys = path.Split('/')[1..].Select(key => key.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
            var parent = keys[..^1].Aggregate(document, (node, key) => Child(node, key) ?? throw new InvalidOperationException($"Nothing at {path}."));
            Change(parent, keys[^1], operation["op"]!.GetValue<string>(), operation["value"], path);
        }

        return document;
    }

    private static void Change(JsonNode parent, string key, string operation, JsonNode? value, string path)
    {
        if (operation is not "add" && parent is JsonObject known && !known.ContainsKey(key))
            throw new InvalidOperationException($"Nothing at {path}.");

        switch (operation)
        {
            case "test" when JsonNode.DeepEquals(Child(parent, key), value):
                break;
            case "remove" when parent is JsonArray list:
                list.RemoveAt(Index(key));
                break;
            case "remove":
                parent.AsObject().Remove(key);
                break;
            case "add" when parent is JsonArray list:
                list.Insert(key == "-" ? list.Count : Index(key), value?.DeepClone());
                break;
            case "replace" when parent is JsonArray list:
                list[Index(key)] = value?.DeepClone();
                break;
            case "add" or "replace":
                parent[key] = value?.DeepClone();
                break;
            default:
                throw new InvalidOperationException($"{operation} {path}");
        }
    }

    private static JsonNode? Child(JsonNode node, string key) => node is JsonArray list ? list[Index(key)] : node[key];

    private static int Index(string key) => int.Parse(key, CultureInfo.InvariantCulture);
}
