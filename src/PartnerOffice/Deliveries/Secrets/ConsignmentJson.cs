using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>The consignment as it is sealed.</summary>
internal static class ConsignmentJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters =
        {
            new Id<PartnershipId>(PartnershipId.Parse), new Id<DistrictId>(DistrictId.Parse), new Id<SeriesId>(SeriesId.Parse), new Id<PersonId>(PersonId.Parse), new Id<MailAddress>(MailAddress.Parse),
            new Changes(), new Values(), new Times(),
        },
    };

    /// <summary>A planned meeting as it is sealed: it holds places and guests' addresses.</summary>
    public static byte[] Write(PlannedMeeting meeting) => JsonSerializer.SerializeToUtf8Bytes(meeting, Options);

    public static PlannedMeeting ReadMeeting(byte[] json) =>
        JsonSerializer.Deserialize<PlannedMeeting>(json, Options) ?? throw new JsonException("The meeting is empty.");

    public static byte[] Write(Consignment consignment) => JsonSerializer.SerializeToUtf8Bytes(consignment, Options);

    public static Consignment Read(byte[] json) =>
        JsonSerializer.Deserialize<Consignment>(json, Options) ?? throw new JsonException("The payload is empty.");

    private sealed class Id<T>(Func<string, T> parse) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value!.ToString());
    }

    private sealed class Times : JsonConverter<MeetingTime>
    {
        public override MeetingTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var time = JsonSerializer.Deserialize<Plain>(ref reader, options) ?? throw new JsonException();
            return new(time.Start, time.End, TimeZoneInfo.FindSystemTimeZoneById(time.Zone));
        }

        public override void Write(Utf8JsonWriter writer, MeetingTime value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Plain(value.Start, value.End, value.Zone.Id), options);

        private sealed record Plain(DateTime Start, DateTime End, string Zone);
    }

    private sealed class Changes : JsonConverter<TrackerChange>
    {
        public override TrackerChange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var change = JsonSerializer.Deserialize<Plain>(ref reader, options) ?? throw new JsonException();
            return new(change.Table, change.Key, [.. change.Rows.Select(cells => new TrackerRow(cells))]) { TakesBack = change.TakesBack };
        }

        public override void Write(Utf8JsonWriter writer, TrackerChange value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Plain(value.Table, value.Key, [.. value.Rows.Select(row => row.Cells)], value.TakesBack), options);

        private sealed record Plain(string Table, string Key, IReadOnlyList<IReadOnlyDictionary<string, TrackerValue?>> Rows, bool TakesBack = false);
    }

    // The tracker's own JSON writes a date as a text; what is sealed must come back exactly as it was.
    private sealed class Values : JsonConverter<TrackerValue>
    {
        public override TrackerValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var (kind, value) = JsonNode.Parse(ref reader) is JsonObject { Count: 1 } only ? only.Single() : throw new JsonException();
            return kind switch
            {
                "text" => new TrackerValue.Text(value!.GetValue<string>()),
                "number" => new TrackerValue.Number(value!.GetValue<double>()),
                "date" => new TrackerValue.Day(DateOnly.ParseExact(value!.GetValue<string>(), "O", CultureInfo.InvariantCulture)),
                "link" => new TrackerValue.Link(new Uri(value!.GetValue<string>())),
                _ => throw new JsonException(),
            };
        }

        public override void Write(Utf8JsonWriter writer, TrackerValue value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            switch (value)
            {
                case TrackerValue.Text text: writer.WriteString("text", text.Value); break;
                case TrackerValue.Number number: writer.WriteNumber("number", number.Value); break;
                case TrackerValue.Day date: writer.WriteString("date", date.Value.ToString("O", CultureInfo.InvariantCulture)); break;
                case TrackerValue.Link link: writer.WriteString("link", link.Target.AbsoluteUri); break;
                default: throw new JsonException();
            }

            writer.WriteEndObject();
        }
    }
}
