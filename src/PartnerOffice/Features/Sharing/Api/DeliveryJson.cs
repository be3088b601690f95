using PartnerOffice.Api;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>A delivery as a pane shows it, each state with its explanation (R15), and what a person can do about it now.</summary>
/// <param name="Receipt">Whether the receiving board took note, in words; null where nothing is to be said.</param>
/// <param name="Can">hold, start, withdraw, confirm, go.</param>
internal sealed record DeliveryJson(
    string Delivery, string Minutes, int Version, DeliveryKind Kind, DeliveryState State, string Sentence, DateTimeOffset? StartsAt, IReadOnlyList<StepJson> Steps, IReadOnlyList<string> Can,
    string? Receipt = null, NoticeWay? ReceiptWay = null, DateTimeOffset? ReceiptAt = null)
{
    public static DeliveryJson Of(DeliveryStatus status, ServedOffice served, Language language) => new(
        status.Delivery.ToString(), status.Minutes.ToString(), status.Version, status.Kind, status.State, DeliveryWords.State(status).In(language), status.StartsAt,
        [.. status.Steps.Select(step => new StepJson(step.Step, DeliveryWords.Step(step.Step, status.Kind).In(language), step.State, DeliveryWords.Plain(step).In(language), step.At, step.Url))],
        [.. CanOf(status, served.Time.GetUtcNow())],
        DeliveryWords.Receipt(status, served.Partnership.Find(status.From)?.TimeZone)?.In(language), status.Receipt?.Way, status.Receipt?.At);

    private static IEnumerable<string> CanOf(DeliveryStatus status, DateTimeOffset now)
    {
        if (status.WaitsForPartnerSince is not null)
            yield return "go";
        var waits = status.State == DeliveryState.Queued && status.StartsAt > now;
        if (waits)
            yield return "hold";
        if (waits || status.State is DeliveryState.Stopped or DeliveryState.Failed || status.Steps.Any(step => step is { State: StepState.Planned, Attempts: > 0 }))
            yield return "start";
        if (status is { Kind: DeliveryKind.Edition, State: not (DeliveryState.Withdrawn or DeliveryState.Stopped or DeliveryState.Refused) })
            yield return "withdraw";
        if (status is { Kind: DeliveryKind.Recall, ConfirmedAt: null })
            yield return "confirm";
    }
}
