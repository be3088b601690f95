using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PartnerOffice.Sandbox;

/// <summary>Single-value extended properties of a message or an event.</summary>
internal static partial class ExtendedProperties
{
    public const string Name = "singleValueExtendedProperties";

    public static JsonArray Json(IReadOnlyDictionary<string, string> properties) =>
        new([.. properties.Select(property => new JsonObject { ["id"] = property.Key, ["value"] = property.Value })]);

    /// <summary>Puts into the answer those of them that the <c>$expand</c> asks for; Graph leaves the name away when there are none.</summary>
    public static void Expand(JsonObject answer, ODataQuery options, IReadOnlyDictionary<string, string> properties)
    {
        var wanted = options["$filter"] is { } filter ? ODataFilter.Parse(filter) : throw GraphRefusal.BadRequest("singleValueExtendedProperties can only be expanded with a $filter on id.");
        var found = Json(properties).Where(property => wanted.Matches((JsonObject)property!)).Select(property => property!.DeepClone()).ToArray();
        answer.Remove(Name);
        if (found.Length > 0)
        {
            answer[Name] = new JsonArray(found);
        }
    }

    /// <summary>Takes what a request writes.</summary>
    public static void Take(IDictionary<string, string> into, JsonArray? properties)
    {
        foreach (var property in properties ?? [])
        {
            if (property is not JsonObject known || DriveRoutes.Text(known, "id") is not { } id || known["value"] is not JsonValue value)
            {
                throw GraphRefusal.BadRequest("An extended property needs an id and a value.");
            }

            MessageRoutes.RequireOnly(known, "singleValueLegacyExtendedProperty", "id", "value");
            if (!Id().IsMatch(id))
            {
                throw new GraphRefusal(400, "ErrorInvalidExtendedPropertyId", $"The extended property id '{id}' is not '{{type}} {{guid}} Name {{name}}'.");
            }

            into[id] = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : throw GraphRefusal.BadRequest("The value of an extended property must be a text.");
        }
    }

    // "String {guid} Name PartnerOfficeKey" or "Integer 0x3A45": the two forms of Microsoft's page on extended properties.
    [GeneratedRegex(@"^(String|Integer|Long|Double|Boolean|SystemTime|CLSID)( \{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\} (Name \S.*|Id 0x[0-9a-fA-F]+)| 0x[0-9a-fA-F]{4})$")]
    private static partial Regex Id();
}
