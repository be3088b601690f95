using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PartnerOffice.Sandbox;

/// <summary>A request to Graph, read to its end, by somebody who was let in.</summary>
internal sealed record GraphCall(
    string Method,
    Route Route,
    IReadOnlyDictionary<string, string> Values,
    ODataQuery Query,
    IHeaderDictionary Headers,
    byte[] Body,
    Caller Caller,
    Uri BaseUri,
    string RawPath)
{
    public Tenant Tenant => Caller.Tenant;

    public string? IfMatch => Headers.IfMatch is [{ Length: > 0 } tag] ? tag : null;

    public string Value(string name) => Values[name];

    public bool Prefers(string preference) => Headers["Prefer"]
        .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries))
        .Any(given => string.Equals(given.Replace("\"", "", StringComparison.Ordinal), preference, StringComparison.OrdinalIgnoreCase));

    /// <summary>The value of a preference such as <c>outlook.timezone="W. Europe Standard Time"</c>; null when it was not given.</summary>
    public string? Preference(string name) => Headers["Prefer"]
        .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries))
        .Where(given => given.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
        .Select(given => given[(name.Length + 1)..].Trim('"'))
        .FirstOrDefault();

    /// <summary>The body as a JSON object; an empty body is an empty object where <paramref name="mayBeEmpty"/> says so.</summary>
    public JsonObject ReadObject(bool mayBeEmpty = false)
    {
        if (Body.Length == 0)
        {
            return mayBeEmpty ? [] : throw GraphRefusal.BadRequest("Empty Payload. JSON content expected.");
        }

        if (Headers.ContentType is not [{ } type] || !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new GraphRefusal(415, "invalidRequest", "The content type must be application/json.");
        }

        try
        {
            return JsonNode.Parse(Body) as JsonObject ?? throw GraphRefusal.BadRequest("The body must be a JSON object.");
        }
        catch (JsonException broken)
        {
            throw GraphRefusal.BadRequest($"Unable to read JSON request payload. {broken.Message}", "UnableToDeserializePostBody");
        }
    }
}
