using System.Text.Json.Serialization;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Whether a board took note of an edition: once per board, never per person (R17).</summary>
/// <param name="Board">The receiving district.</param>
/// <param name="Way">How it let know; null while it did not.</param>
/// <param name="At">When.</param>
public sealed record Receipt([property: JsonIgnore] DistrictId Board, NoticeWay? Way, DateTimeOffset? At)
{
    /// <summary>When the receiving side was reminded, or will be by a letter that waits for its week; null while it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>What keeps it from taking note; null where nothing is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReceivingTrouble? Trouble { get; init; }

    /// <summary>Since when.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? TroubleAt { get; init; }

    internal static Receipt Of(ReceiptRow row) => new(DistrictId.Parse(row.Board), row.Way, Moment(row.At))
    {
        RemindedAt = Moment(row.RemindedAt),
        Trouble = row.Trouble,
        TroubleAt = Moment(row.TroubleAt),
    };

    private static DateTimeOffset? Moment(long? milliseconds) => milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
