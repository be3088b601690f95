using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>One request to Graph and its answer, as they went over the wire.</summary>
/// <param name="Sandbox">Which sandbox answered.</param>
/// <param name="Path">Below <c>/v1.0</c>, as it stood in the request line.</param>
/// <param name="Query">With its question mark; empty without one.</param>
/// <param name="Answer">Null where the answer is no JSON.</param>
internal sealed record SandboxExchange(
    object Sandbox, string Method, string Path, string Query, string UserAgent, string? ContentType, ReadOnlyMemory<byte> Body, int Status, JsonNode? Answer);
