using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PartnerOffice.Tests.Support.Conformance;

/// <summary>One method on one path as Microsoft describes it, and what a request or an answer does that it does not describe.</summary>
internal sealed class GraphOperation(GraphDescription description, string method, string template, JsonObject path, JsonObject operation)
{
    // Paging is described by the links themselves, not as an option of each path.
    private static readonly string[] Paging = ["$skiptoken", "$deltatoken", "token"];

    private readonly Lazy<Regex> _pattern = new(() => GraphPathForm.PatternOf(template));

    public string Method => method;

    public string Template => template;

    public int Gaps { get; } = GraphPathForm.GapsOf(template);

    public bool Fits(string path) => _pattern.Value.IsMatch(path);

    /// <summary>What the request has that Microsoft does not describe: each with its place.</summary>
    public IEnumerable<string> WrongInRequest(IEnumerable<KeyValuePair<string, string>> query, string? contentType, ReadOnlyMemory<byte> body)
    {
        var options = Parameters().Where(parameter => parameter["in"]?.ToString() == "query").ToDictionary(parameter => parameter["name"]!.ToString(), parameter => parameter);
        foreach (var (name, value) in query)
        {
            if (Paging.Contains(name)) continue;
            // Whatever a function returns can be cut down (concepts/query-parameters); the file does not repeat it for each.
            if (!options.TryGetValue(name, out var option) && !(name == "$select" && method == "GET" && template.EndsWith(')')))
            {
                yield return $"?{name}: no such option here";
                continue;
            }

            if (name is "$select" or "$expand")
            {
                foreach (var unknown in Names(value).Where(property => !IsAnswered(property))) yield return $"?{name}={unknown}: no such property in the answer";
            }
            else if (option?["schema"]?["enum"] is JsonArray allowed && allowed.All(one => one?.ToString() != value))
            {
                yield return $"?{name}={value}: not one of its values";
            }
        }

        foreach (var wrong in WrongInBody(contentType, body)) yield return wrong;
    }

    /// <summary>What the answer says that Microsoft does not describe: each with its place.</summary>
    public IEnumerable<string> WrongInAnswer(int status, JsonNode? answer)
    {
        // Described in words and not in the file: a download points elsewhere (driveitem-get-content), a known tag spares the answer
        // (driveitem-get), a workbook answers a long-running request with an operation (concepts/workbook-best-practice).
        if (method == "GET" && (status == 304 || (status == 302 && template.EndsWith("/content", StringComparison.Ordinal)))) return answer is null ? [] : [$"status {status}: a body where none is described"];
        if (status == 202 && template.Contains("/workbook/", StringComparison.Ordinal))
            return answer is null ? [] : new SchemaJudge(description).Judge(new JsonObject { ["$ref"] = "#/components/schemas/microsoft.graph.workbookOperation" }, answer, "");

        var responses = operation["responses"] as JsonObject ?? [];
        var response = description.Resolve(responses[$"{status}"] ?? responses[$"{status / 100}XX"] ?? responses["default"]);
        if (response is null) return [$"status {status}: not described"];
        // An action that Microsoft describes without a body may be answered with an empty one only.
        if (JsonSchemaOf(response) is not { } schema) return answer is null ? [] : [$"status {status}: a body where none is described"];

        return answer is null ? [] : new SchemaJudge(description).Judge(schema, answer, "");
    }

    private IEnumerable<string> WrongInBody(string? contentType, ReadOnlyMemory<byte> body)
    {
        var content = description.Resolve(operation["requestBody"])?["content"] as JsonObject;
        if (body.IsEmpty) return [];
        if (content is null) return ["body: none is described"];
        if (!content.ContainsKey("application/json")) return [];
        // Bytes as the content of a file are described for some paths beside JSON.
        if (contentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            return content.Count > 1 ? [] : [$"body: {contentType ?? "no type"} where JSON is described"];

        try
        {
            return new SchemaJudge(description).Judge(content["application/json"]!["schema"]!, JsonNode.Parse(body.Span), "");
        }
        catch (JsonException broken)
        {
            return [$"body: no JSON ({broken.Message})"];
        }
    }

    private bool IsAnswered(string property) =>
        JsonSchemaOf(description.Resolve((operation["responses"] as JsonObject)?.FirstOrDefault(response => response.Key[0] == '2').Value)) is not { } schema
        || new SchemaJudge(description).Knows(schema, property);

    private static JsonNode? JsonSchemaOf(JsonNode? response) => response?["content"]?["application/json"]?["schema"];

    private IEnumerable<JsonNode> Parameters() => ((operation["parameters"] as JsonArray) ?? []).Concat((path["parameters"] as JsonArray) ?? [])
        .Select(parameter => description.Resolve(parameter)!);

    // "fields,driveItem($select=id;$expand=x)" names two.
    private static IEnumerable<string> Names(string value) =>
        Regex.Replace(value, @"\([^()]*(?:\([^()]*\)[^()]*)*\)", "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public override string ToString() => $"{method} {template}";
}
