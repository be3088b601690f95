using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>An edition that lies with the partner, or lay there until it was taken back: what both sides may see of it.</summary>
/// <param name="Number">The minutes' number; their id where a lost ledger does not know it any more.</param>
/// <param name="Meeting">The day of the meeting; null where a lost ledger does not know it any more.</param>
/// <param name="IsProvisional">Whether it went out before the board's approval.</param>
/// <param name="SharedAt">When the file was laid there.</param>
/// <param name="IsTold">Whether the message to the coordinator is out.</param>
/// <param name="Url">Where the partner opens it; null where Graph named no address.</param>
internal sealed record SharedEdition(
    DeliveryId Delivery, string Number, DateOnly? Meeting, MeetingKind? Kind, int Version, bool IsProvisional, bool IsTakenBack, DateTimeOffset SharedAt, bool IsTold, string? Url)
{
    /// <summary>When the board meets next, as the edition says it.</summary>
    public NextMeeting? Next { get; init; }

    public static SharedEdition Of(DeliveryStatus delivery, Release? release) => new(
        delivery.Delivery, release?.Number ?? delivery.Minutes.ToString(), release?.Date, release?.Kind, delivery.Version,
        delivery.Topic == Consignment.Provisional, delivery.State == DeliveryState.Withdrawn,
        delivery[DeliveryStep.Upload].At!.Value, delivery.Find(DeliveryStep.Mail)?.State == StepState.Done, delivery[DeliveryStep.Upload].Url)
    {
        Next = release?.Next,
    };
}
