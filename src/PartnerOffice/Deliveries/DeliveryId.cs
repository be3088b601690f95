using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Names one delivery. Derived, never drawn by lot, so that a service that lost its ledger arrives at the same one (D4).</summary>
[JsonConverter(typeof(AsText))]
public readonly record struct DeliveryId
{
    // Drawn once and for all: another value here would make every file, row and mail a stranger's.
    private static readonly Guid Space = new("6f0c1c0e-4c1b-5d0a-9a35-8e6f3c2b7d14");

    private DeliveryId(Guid value) => Value = value;

    public Guid Value { get; }

    /// <summary>The delivery of one version of one document of minutes from one district to the other.</summary>
    public static DeliveryId Of(
        PartnershipId partnership, MinutesId minutes, int version, DistrictId from, DistrictId to, DeliveryKind kind = DeliveryKind.Edition, string topic = "")
    {
        // Ids hold only a to z, 0 to 9 and "-", so a slash keeps the fields apart.
        var name = FormattableString.Invariant($"{partnership}/{minutes}/{version}/{from}>{to}");
        return new(NameBasedGuid.Create(Space, kind == DeliveryKind.Edition && topic.Length == 0 ? name : $"{name}/{kind}/{topic}"));
    }

    /// <exception cref="FormatException">The text is not a GUID.</exception>
    public static DeliveryId Parse(string text) => new(Guid.Parse(text));

    public static bool TryParse([NotNullWhen(true)] string? text, out DeliveryId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new(value);
        return known;
    }

    public override string ToString() => Value.ToString("D");

    internal static DeliveryId From(Guid value) => new(value);

    private sealed class AsText : JsonConverter<DeliveryId>
    {
        public override DeliveryId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var id) ? id : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DeliveryId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
