using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>What a request is answered with.</summary>
internal sealed record GraphAnswer(int Status)
{
    public JsonNode? Json { get; init; }

    public byte[]? Bytes { get; init; }

    public string? ContentType { get; init; }

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static GraphAnswer Ok(JsonNode json) => new(200) { Json = json };

    public static GraphAnswer Created(JsonNode json) => new(201) { Json = json };

    public static GraphAnswer Accepted(JsonNode? json = null) => new(202) { Json = json };

    public static GraphAnswer NoContent() => new(204);

    public static GraphAnswer Content(byte[] bytes, string contentType) => new(200) { Bytes = bytes, ContentType = contentType };

    public GraphAnswer With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}
