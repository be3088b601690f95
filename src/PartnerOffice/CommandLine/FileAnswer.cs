using System.Text.Json.Nodes;
using Spectre.Console;

namespace PartnerOffice.CommandLine;

/// <summary>What a verb says of one file.</summary>
/// <param name="Say">Says it to a person.</param>
internal sealed record FileAnswer(int ExitCode, JsonNode Json, Action<IAnsiConsole> Say);
