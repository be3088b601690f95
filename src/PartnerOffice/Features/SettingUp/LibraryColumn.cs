using System.Text.Json.Nodes;
using PartnerOffice.Core;

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

    /// <summary>Whether a text has several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>What stands there from the start; null for nothing.</summary>
    public string? Default { get; init; }

    /// <summary>The two columns of a board's own library (R14).</summary>
    /// <param name="district">Where the service may not enter by itself, the column says from the start where to go instead (R19).</param>
    public static IReadOnlyList<LibraryColumn> OfBoard(District district) =>
    [
        new(BoardColumns.State, BoardColumns.State, "choice") { Choices = BoardColumns.States },
        new(BoardColumns.Hint, BoardColumns.Hint, "text")
        {
            IsLong = true,
            Default = district.OwnLibrary == OwnLibraryAccess.App ? null : "Der Stand gilt hier nicht von selbst – zum Freigeben und Zurückziehen das Protokoll in Word öffnen, dort »Protokoll bearbeiten« drücken und anmelden.",
        },
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
            "text" when IsLong => new JsonObject { ["allowMultipleLines"] = true, ["textType"] = "plain" },
            _ => new JsonObject(),
        };
        if (Default is { } value) json["defaultValue"] = new JsonObject { ["value"] = value };
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
