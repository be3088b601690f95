using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Work that is due at a moment: one delivery's own steps, the count of its effects, the look for its receipts, or the rows of one partnership's tracker.</summary>
/// <remarks>One job each, so that one workbook has one writer and one delivery one executor.</remarks>
internal readonly record struct Work(DeliveryId? Delivery, PartnershipId Partnership, bool IsCount)
{
    /// <summary>Whether receipts of the delivery are looked for.</summary>
    public bool IsLook { get; init; }

    public static Work Of(DeliveryId delivery, PartnershipId partnership) => new(delivery, partnership, IsCount: false);

    public static Work Verify(DeliveryId delivery, PartnershipId partnership) => new(delivery, partnership, IsCount: true);

    public static Work Look(DeliveryId delivery, PartnershipId partnership) => new(delivery, partnership, IsCount: false) { IsLook = true };

    public static Work Tracker(PartnershipId partnership) => new(null, partnership, IsCount: false);

    public static Work For(DeliveryStep step, DeliveryId delivery, PartnershipId partnership) =>
        step == DeliveryStep.Tracker ? Tracker(partnership) : Of(delivery, partnership);
}

/// <summary>When which work is to be woken.</summary>
internal readonly record struct WakeUp(Work Work, DateTimeOffset At);
