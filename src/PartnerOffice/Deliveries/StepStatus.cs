using System.Text.Json.Serialization;

namespace PartnerOffice.Deliveries;

/// <summary>One step as people and programs see it.</summary>
/// <param name="At">When it came to rest, or was last tried; null before the first try.</param>
/// <param name="RemoteId">Graph's id of what was made.</param>
/// <param name="Url">Where a person can open it.</param>
/// <param name="Error">A stable word for what is the matter; null when nothing is.</param>
public sealed record StepStatus(
    DeliveryStep Step,
    StepState State,
    int Attempts,
    DateTimeOffset? At,
    string? RemoteId,
    string? Url,
    string? Error)
{
    /// <summary>Not tried again before.</summary>
    [JsonIgnore]
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Whether what it needs is done.</summary>
    [JsonIgnore]
    public bool IsFree { get; init; }
}
