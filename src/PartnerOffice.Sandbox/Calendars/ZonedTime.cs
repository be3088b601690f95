using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PartnerOffice.Sandbox;

/// <summary>A time as Graph's dateTimeTimeZone has it: what the clock on the wall shows, and which wall.</summary>
internal readonly partial record struct ZonedTime(DateTime Local, string ZoneName)
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fffffff";

    public TimeZoneInfo Zone => Find(ZoneName);

    public DateTimeOffset Utc
    {
        get
        {
            var zone = Zone;
            // A time that the clock leaps over in spring is shown an hour later.
            var there = zone.IsInvalidTime(Local) ? Local.AddHours(1) : Local;
            return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(there, zone), TimeSpan.Zero);
        }
    }

    public DateOnly Date => DateOnly.FromDateTime(Local);

    public static ZonedTime Of(DateTimeOffset moment, string zoneName) => new(TimeZoneInfo.ConvertTime(moment, Find(zoneName)).DateTime, zoneName);

    /// <summary>Reads <c>{dateTime, timeZone}</c>; without a zone it is UTC.</summary>
    public static ZonedTime Read(JsonNode? node, string name)
    {
        if (node is not JsonObject json)
        {
            throw GraphRefusal.BadRequest($"'{name}' must be an object with dateTime and timeZone.");
        }

        MessageRoutes.RequireOnly(json, "dateTimeTimeZone", "dateTime", "timeZone");
        var text = DriveRoutes.Text(json, "dateTime") ?? throw GraphRefusal.BadRequest($"'{name}' lacks its dateTime.");
        // Graph wants the time of the wall clock here; a Z or an offset beside a timeZone would say it twice.
        if (!WallClock().IsMatch(text) || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            throw GraphRefusal.BadRequest($"'{text}' is not a dateTime such as 2026-07-14T19:00:00.", "ErrorInvalidDateTime");
        }

        var zone = DriveRoutes.Text(json, "timeZone") ?? "UTC";
        Find(zone);
        return new ZonedTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone);
    }

    /// <summary>A zone by its Windows or IANA name.</summary>
    public static TimeZoneInfo Find(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
            : throw new GraphRefusal(400, "TimeZoneNotSupportedException", $"A valid TimeZone value must be specified. The following TimeZone value is not supported: '{name}'.");

    /// <summary>The name that calendar files use.</summary>
    public static string IanaNameOf(string name) => TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana) ? iana : name;

    public ZonedTime In(string zoneName) => Of(Utc, zoneName);

    /// <summary>The same wall on another day.</summary>
    public ZonedTime On(DateOnly date) => this with { Local = date.ToDateTime(TimeOnly.FromDateTime(Local)) };

    public JsonObject Json() => new() { ["dateTime"] = Local.ToString(Form, CultureInfo.InvariantCulture), ["timeZone"] = ZoneName };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?$")]
    private static partial Regex WallClock();
}
