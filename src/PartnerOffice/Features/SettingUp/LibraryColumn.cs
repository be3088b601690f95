using System.Text.Json.Nodes;

namespace PartnerOffice.Features.SettingUp;

/// <summary>One of our columns of a receiving library, as its administrator makes it (D20).</summary>
/// <param name="Type">Graph's facet: <c>text</c>, <c>number</c>, <c>choice</c> or <c>dateTime</c>.</param>
internal sealed record LibraryColumn(string Name, string DisplayName, string Type)
{
    public bool Unique { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>All of them, the key first.</summary>
    public static IReadOnlyList<LibraryColumn> All { get; } =
    [
        new("POKey", "Schlüssel", "text") { Unique = true },
        new("POMinutes", "Protokoll", "text"),
        new("POVersion", "Fassung", "number"),
        new("POState", "Stand", "choice") { Choices = ["gültig", "ersetzt", "zurückgezogen"] },
        new("POMeeting", "Sitzung am", "dateTime"),
        new("PODistrict", "Kreisverband", "text"),
        // Theirs: the partner's people set it, and we only clear it for a new version (R17).
        new("POReceipt", "Kenntnisnahme", "choice") { Choices = ["zur Kenntnis genommen"] },
    ];

    /// <summary>Graph's definition of it.</summary>
    public JsonObject Definition()
    {
        var json = new JsonObject { ["name"] = Name, ["displayName"] = DisplayName };
        if (Unique) (json["indexed"], json["enforceUniqueValues"]) = (true, true);
        json[Type] = Type switch
        {
            "choice" => new JsonObject { ["allowTextEntry"] = false, ["choices"] = Values(), ["displayAs"] = "dropDownMenu" },
            "dateTime" => new JsonObject { ["format"] = "dateOnly" },
            _ => new JsonObject(),
        };
        return json;
    }

    /// <summary>What can be put right on a column that exists; its type cannot.</summary>
    public JsonObject Corrections()
    {
        var json = new JsonObject();
        if (Unique) (json["indexed"], json["enforceUniqueValues"]) = (true, true);
        if (Choices.Count > 0) json["choice"] = new JsonObject { ["choices"] = Values() };
        return json;
    }

    private JsonArray Values() => [.. Choices.Select(choice => JsonValue.Create(choice))];
}
