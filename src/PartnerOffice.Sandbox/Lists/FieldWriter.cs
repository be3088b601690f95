using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Writes the columns of an item as SharePoint does: by internal name, by type, unique where that is asked for.</summary>
internal static class FieldWriter
{
    private const int MaxTextLength = 255;

    /// <summary>Names that every library has and that a PATCH may not write, or not here.</summary>
    private static readonly string[] BuiltIn =
        ["id", "ContentType", "Created", "Modified", "AuthorLookupId", "EditorLookupId", "_UIVersionString", "FileSizeDisplay", "DocIcon", "LinkFilename", "FileLeafRef", "CheckoutUser"];

    public static ItemState Write(GraphCall call, Drive drive, ItemState item, JsonObject body)
    {
        Guards.RequireMatch(call.IfMatch, item);
        Guards.RequireUnlocked(drive, item, call.Caller.Actor);
        if (item.IsRoot)
        {
            throw GraphRefusal.ItemNotFound();
        }

        return Lay(drive, item, call.Caller.Actor, body);
    }

    /// <summary>What somebody writes into the columns, however they came.</summary>
    public static ItemState Lay(Drive drive, ItemState item, Actor by, JsonObject body)
    {
        var fields = new SortedDictionary<string, JsonNode?>(item.Fields, StringComparer.Ordinal);
        foreach (var (name, value) in body.Where(property => !property.Key.Contains('@', StringComparison.Ordinal)))
        {
            var column = Column(drive, name);
            var converted = Convert(column, value);
            RequireUnique(drive, item, column, converted);
            fields[name] = converted;
        }

        var change = drive.World.Begin();
        var changed = FileStore.LayAgain(change, drive, FileStore.NextVersion(drive, item, by) with { Fields = fields });
        change.Save(drive, changed);
        change.Complete();
        return changed;
    }

    private static SeedColumn Column(Drive drive, string name)
    {
        if (name == "Title")
        {
            return new SeedColumn(name);
        }

        if (BuiltIn.Contains(name, StringComparer.Ordinal))
        {
            throw GraphRefusal.BadRequest($"Field '{name}' is read-only");
        }

        // Internal names are case-sensitive in a PATCH; the name people read is not taken at all.
        var column = drive.Library.Columns.FirstOrDefault(candidate => candidate.Name == name) ?? throw GraphRefusal.BadRequest($"Field '{name}' is not recognized");
        return column.ReadOnly ? throw GraphRefusal.BadRequest($"Field '{name}' is read-only") : column;
    }

    private static JsonNode? Convert(SeedColumn column, JsonNode? value)
    {
        if (value is null)
        {
            return null;
        }

        var kind = value.GetValueKind();
        return (column.Type, kind) switch
        {
            (SeedColumnType.Text, JsonValueKind.String) when value.GetValue<string>().Length <= MaxTextLength => value.DeepClone(),
            (SeedColumnType.Note, JsonValueKind.String) => value.DeepClone(),
            (SeedColumnType.Number, JsonValueKind.Number) => value.DeepClone(),
            (SeedColumnType.Number, JsonValueKind.String) when decimal.TryParse(value.GetValue<string>(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            (SeedColumnType.Boolean, JsonValueKind.True or JsonValueKind.False) => value.DeepClone(),
            (SeedColumnType.Choice, JsonValueKind.String) when column.Choices.Contains(value.GetValue<string>()) => value.DeepClone(),
            (SeedColumnType.Date or SeedColumnType.DateTime, JsonValueKind.String) when Moment(value) is { } moment =>
                JsonValue.Create(DriveItemJson.Moment(column.Type == SeedColumnType.Date ? new DateTimeOffset(moment.UtcDateTime.Date, TimeSpan.Zero) : moment)),
            _ => throw GraphRefusal.BadRequest($"Value for field '{column.Name}' is not valid."),
        };
    }

    private static DateTimeOffset? Moment(JsonNode value) =>
        DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static void RequireUnique(Drive drive, ItemState item, SeedColumn column, JsonNode? value)
    {
        if (!column.EnforceUniqueValues || value is null)
        {
            return;
        }

        var isTaken = drive.Items.Any(other => other.Id != item.Id && other.Presence == Presence.Here
            && other.Fields.TryGetValue(column.Name, out var theirs) && string.Equals(theirs?.ToString(), value.ToString(), StringComparison.OrdinalIgnoreCase));
        if (isTaken)
        {
            throw new GraphRefusal(
                409, "nameAlreadyExists",
                $"The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [{column.DisplayName ?? column.Name}].");
        }
    }
}
