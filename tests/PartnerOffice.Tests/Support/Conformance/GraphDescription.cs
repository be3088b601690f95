using System.Text.Json.Nodes;

namespace PartnerOffice.Tests.Support.Conformance;

/// <summary>Microsoft's own description of Graph v1.0, the part we use: what may be asked, and what an answer may say.</summary>
internal sealed class GraphDescription
{
    /// <summary>Why a test that needs the description skips.</summary>
    public const string Missing = "Microsoft's description is not beside the repository (../shared/graph/openapi-subset.json).";

    // A worktree lies one folder deeper than the repository itself.
    private static readonly string[] Places = ["../shared", "../../shared"];

    private static readonly Lazy<GraphDescription?> Beside = new(Load);

    private readonly JsonObject _root;
    private readonly List<GraphOperation> _operations;

    private GraphDescription(JsonObject root)
    {
        _root = root;
        _operations =
        [
            .. root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
                .Where(operation => operation.Value is JsonObject && operation.Key is "get" or "post" or "put" or "patch" or "delete")
                .Select(operation => new GraphOperation(this, operation.Key.ToUpperInvariant(), path.Key, path.Value.AsObject(), operation.Value!.AsObject())))
        ];
        // Of two paths that fit, the one with fewer gaps is meant: "/items/root" is no item's id where the description knows it.
        _operations.Sort((left, right) => left.Gaps.CompareTo(right.Gaps));
    }

    /// <summary>The description beside the repository; null where it is not.</summary>
    public static GraphDescription? Find() => Beside.Value;

    public bool Has(string method, string template) => _operations.Any(operation => operation.Method == method && operation.Template == template);

    /// <summary>The operation that a request addresses; null where Microsoft describes none.</summary>
    /// <param name="path">Below <c>/v1.0</c>, as it stood in the request line.</param>
    public GraphOperation? Find(string method, string path) =>
        _operations.FirstOrDefault(operation => operation.Method == method && operation.Fits(GraphPathForm.Plain(path)));

    public GraphOperation Operation(string method, string template) =>
        _operations.First(operation => operation.Method == method && operation.Template == template);

    /// <summary>Follows references to what they name.</summary>
    public JsonNode? Resolve(JsonNode? node)
    {
        while (node is JsonObject and { Count: > 0 } && node["$ref"] is JsonValue reference)
            node = reference.GetValue<string>().TrimStart('#', '/').Split('/').Aggregate((JsonNode?)_root, (at, name) => at?[name]);
        return node;
    }

    private static GraphDescription? Load()
    {
        var path = Places.Select(beside => Path.Combine(Repository.Root, beside, "graph", "openapi-subset.json")).FirstOrDefault(File.Exists);
        return path is null ? null : new GraphDescription(JsonNode.Parse(File.ReadAllText(path))!.AsObject());
    }
}
