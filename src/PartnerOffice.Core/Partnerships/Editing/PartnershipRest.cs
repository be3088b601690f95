using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnerOffice.Core;

/// <summary>What a partnership file says besides its people: tenants, libraries, rules. A running service takes that up with its next start only.</summary>
public static class PartnershipRest
{
    private static readonly string[] OfPeople = ["people", "roles", "knownPeople", "publicPersons"];

    /// <summary>The rest as text in one form, whatever layout and comments the file has.</summary>
    /// <exception cref="JsonException">The file is no JSON.</exception>
    public static string Of(string json)
    {
        var file = JsonNode.Parse(json, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        foreach (var district in (file as JsonObject)?["districts"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            foreach (var list in OfPeople)
                district.Remove(list);
        }

        return file?.ToJsonString() ?? "";
    }
}
