using System.Globalization;
using System.Text.Json.Serialization;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>A delivery as people and programs see it: the JSON of <c>share</c> and <c>deliveries show</c>.</summary>
/// <param name="Edition">SHA-256 of the delivered bytes, in lower-case hexadecimal; empty for a letter.</param>
public sealed record DeliveryStatus(
    DeliveryId Delivery,
    MinutesId Minutes,
    int Version,
    DeliveryState State,
    IReadOnlyList<StepStatus> Steps,
    string Edition)
{
    /// <summary>Which partnership it serves.</summary>
    [JsonIgnore]
    public PartnershipId Partnership { get; init; }

    /// <summary>Who sends it.</summary>
    [JsonIgnore]
    public DistrictId From { get; init; }

    /// <summary>Who receives it.</summary>
    [JsonIgnore]
    public DistrictId To { get; init; }

    /// <summary>What is sent.</summary>
    public DeliveryKind Kind { get; init; }

    /// <summary>Nothing of it begins before; null once it began.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>As <see cref="Consignment.Topic"/>.</summary>
    [JsonIgnore]
    public string Topic { get; init; } = "";

    /// <summary>The earlier delivery whose file this one takes over, takes away or takes back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DeliveryId? Replaces { get; init; }

    /// <summary>When the partner confirmed that a withdrawn edition is deleted and no copies were kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Whether the receiving board took note; null before it could.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Receipt? Receipt { get; init; }

    /// <summary>Since when it waits for the partner to be set up, until a person lets it go; null where it does not (R20).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? WaitsForPartnerSince { get; init; }

    /// <summary>What the last count of its effects found: "as it should be", or a stable word for what is not; null before the first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Verdict { get; init; }

    /// <summary>Whether every step, the tracker's too, has come to rest.</summary>
    [JsonIgnore]
    public bool IsSettled => State is DeliveryState.Stopped or DeliveryState.Withdrawn || WaitsForPartnerSince is not null || Steps.All(step => DeliveryTransitions.IsSettled(step.State));

    /// <summary>When something happens next without a person; null when nothing will.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextTry => State is DeliveryState.Stopped or DeliveryState.Withdrawn || WaitsForPartnerSince is not null
        ? null
        : Steps.Where(step => !DeliveryTransitions.IsSettled(step.State) && step.IsFree).Select(step => (DateTimeOffset?)step.NotBefore).Min();

    /// <summary>The step of this name.</summary>
    public StepStatus this[DeliveryStep step] => Find(step) ?? throw new InvalidOperationException($"Delivery {Delivery} has no step {step}.");

    /// <summary>The step of this name; null where the delivery has none.</summary>
    public StepStatus? Find(DeliveryStep step) => Steps.FirstOrDefault(known => known.Step == step);

    // An indexer and computed members make records compare by reference of the list; progress is told by what changed.
    internal bool Says(DeliveryStatus? other) =>
        other is not null && Delivery == other.Delivery && State == other.State && WaitsForPartnerSince == other.WaitsForPartnerSince && Steps.SequenceEqual(other.Steps);

    internal static DeliveryStatus Of(DeliveryRow row) => new(
        DeliveryId.From(row.Id), MinutesId.Parse(row.Minutes, CultureInfo.InvariantCulture), row.Version, row.State,
        [.. row.Steps.OrderBy(step => step.Step).Select(step => new StepStatus(
            step.Step, step.State, step.Attempts, Moment(step.FinishedAt ?? step.SentAt ?? step.FirstAt), step.RemoteId, step.Url, step.Error)
        {
            NotBefore = DateTimeOffset.FromUnixTimeMilliseconds(step.NotBefore),
            IsFree = step.After is not { } needed || row.Find(needed)?.State == StepState.Done,
        })],
        row.Edition)
    {
        Partnership = PartnershipId.Parse(row.Partnership),
        From = DistrictId.Parse(row.From),
        To = DistrictId.Parse(row.To),
        Kind = row.Kind,
        Topic = row.Topic,
        StartsAt = row.IsUntouched ? Moment(row.StartsAt) : null,
        Replaces = row.Replaces is { } replaced ? DeliveryId.From(replaced) : null,
        ConfirmedAt = Moment(row.ConfirmedAt),
        Receipt = row.Receipts.Find(receipt => receipt.Board == row.To) is { } receipt ? Deliveries.Receipt.Of(receipt) : null,
        WaitsForPartnerSince = Moment(row.ParkedAt),
        Verdict = row.Verdict,
    };

    private static DateTimeOffset? Moment(long? milliseconds) => milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
