using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Column definitions as Graph writes them.</summary>
internal static class ColumnJson
{
    public static IEnumerable<JsonObject> Of(LibraryState library) =>
        library.Columns.Prepend(new SeedColumn("Title") { DisplayName = "Titel" })
            .Append(new SeedColumn("FileLeafRef") { DisplayName = "Name", Required = true, Indexed = true })
            .Select(column => Of(library, column));

    /// <summary>A column as a client defines it; exactly one facet says what it holds.</summary>
    public static SeedColumn Read(JsonObject body)
    {
        foreach (var (property, _) in body.Where(property => !GraphType.Column.Has(property.Key)))
        {
            throw GraphRefusal.UnknownProperty(property, "columnDefinition");
        }

        var type = body.Select(property => property.Key).Where(name => Facets.ContainsKey(name)).ToArray() is [var facet]
            ? Facets[facet]
            : throw GraphRefusal.BadRequest("A column has exactly one type.");
        var isUnique = body["enforceUniqueValues"]?.GetValue<bool>() ?? false;
        var isIndexed = body["indexed"]?.GetValue<bool>() ?? false;
        if (isUnique && !isIndexed) throw GraphRefusal.BadRequest("A column with unique values must be indexed.");

        return new SeedColumn(body["name"]?.ToString() ?? throw GraphRefusal.BadRequest("The column has no name."), type == SeedColumnType.DateTime && body["dateTime"]!["format"]?.ToString() == "dateOnly" ? SeedColumnType.Date : type)
        {
            DisplayName = body["displayName"]?.ToString(),
            Required = body["required"]?.GetValue<bool>() ?? false,
            EnforceUniqueValues = isUnique,
            Indexed = isIndexed,
            Choices = [.. (body["choice"]?["choices"] as JsonArray ?? []).Select(choice => choice!.ToString())],
        };
    }

    private static readonly Dictionary<string, SeedColumnType> Facets = new()
    {
        ["text"] = SeedColumnType.Text,
        ["number"] = SeedColumnType.Number,
        ["choice"] = SeedColumnType.Choice,
        ["dateTime"] = SeedColumnType.DateTime,
        ["boolean"] = SeedColumnType.Boolean,
    };

    private static JsonObject Of(LibraryState library, SeedColumn column)
    {
        var json = new JsonObject
        {
            ["columnGroup"] = "Benutzerdefinierte Spalten",
            ["description"] = "",
            ["displayName"] = column.DisplayName ?? column.Name,
            ["enforceUniqueValues"] = column.EnforceUniqueValues,
            ["hidden"] = false,
            ["id"] = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(library.ListId + column.Name))[..16]).ToString("D"),
            ["indexed"] = column.Indexed || column.EnforceUniqueValues,
            ["name"] = column.Name,
            ["readOnly"] = column.ReadOnly,
            ["required"] = column.Required,
        };
        var (facet, value) = column.Type switch
        {
            SeedColumnType.Note => ("text", new JsonObject { ["allowMultipleLines"] = true, ["linesForEditing"] = 6, ["textType"] = "plain" }),
            SeedColumnType.Number => ("number", new JsonObject { ["decimalPlaces"] = "automatic", ["displayAs"] = "number" }),
            SeedColumnType.Choice => ("choice", new JsonObject { ["allowTextEntry"] = false, ["choices"] = new JsonArray([.. column.Choices.Select(choice => JsonValue.Create(choice))]), ["displayAs"] = "dropDownMenu" }),
            SeedColumnType.Date => ("dateTime", new JsonObject { ["displayAs"] = "default", ["format"] = "dateOnly" }),
            SeedColumnType.DateTime => ("dateTime", new JsonObject { ["displayAs"] = "default", ["format"] = "dateTime" }),
            SeedColumnType.Boolean => ("boolean", new JsonObject()),
            _ => ("text", new JsonObject { ["allowMultipleLines"] = false, ["linesForEditing"] = 0, ["maxLength"] = 255 }),
        };
        json[facet] = value;
        return json;
    }
}
