using System.Text.Json.Serialization;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>A delivery as people and programs see it: the JSON of <c>share</c> and <c>deliveries show</c>.</summary>
/// <param name="Edition">SHA-256 of the delivered bytes, in lower-case hexadecimal.</param>
public sealed record DeliveryStatus(
    DeliveryId Delivery,
    MinutesId Minutes,
    int Version,
    DeliveryState State,
    IReadOnlyList<StepStatus> Steps,
    string Edition)
{
    /// <summary>Whether every step, the tracker's too, has come to rest.</summary>
    [JsonIgnore]
    public bool IsSettled => Steps.All(step => DeliveryTransitions.IsSettled(step.State));

    /// <summary>When something happens next without a person; null when nothing will.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextTry => Steps
        .Where(step => !DeliveryTransitions.IsSettled(step.State) && step.IsFree)
        .Min(step => step.NotBefore);

    /// <summary>The step of this name.</summary>
    public StepStatus this[DeliveryStep step] => Steps.Single(known => known.Step == step);

    // An indexer and computed members make records compare by reference of the list; progress is told by what changed.
    internal bool Says(DeliveryStatus? other) =>
        other is not null && Delivery == other.Delivery && State == other.State && Steps.SequenceEqual(other.Steps);
}
