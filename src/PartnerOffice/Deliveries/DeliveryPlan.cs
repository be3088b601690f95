namespace PartnerOffice.Deliveries;

/// <summary>Which steps a delivery has, and which of them waits for which.</summary>
internal static class DeliveryPlan
{
    /// <param name="removesFirst">Whether an earlier file must be gone before the new one lies there: a leak is never written over (D7).</param>
    /// <param name="hasEvent">Whether something is to be done in a calendar; an invitation without is one mail.</param>
    public static IReadOnlyList<(DeliveryStep Step, DeliveryStep? After)> Of(DeliveryKind kind, bool removesFirst, bool hasEvent = false) => kind switch
    {
        DeliveryKind.Invitation when hasEvent => [(DeliveryStep.Event, null), (DeliveryStep.Tracker, null)],
        DeliveryKind.Letter or DeliveryKind.Invitation => [(DeliveryStep.Mail, null)],
        // Whoever reads the file now is told at once, whether it could be removed already or not.
        DeliveryKind.Recall =>
        [
            (DeliveryStep.Remove, null),
            (DeliveryStep.Upload, DeliveryStep.Remove),
            (DeliveryStep.Fields, DeliveryStep.Upload),
            (DeliveryStep.Tracker, null),
            (DeliveryStep.Mail, null),
        ],
        _ =>
        [
            .. removesFirst ? [(DeliveryStep.Remove, null)] : ((DeliveryStep, DeliveryStep?)[])[],
            (DeliveryStep.Upload, removesFirst ? DeliveryStep.Remove : null),
            (DeliveryStep.Fields, DeliveryStep.Upload),
            (DeliveryStep.Tracker, DeliveryStep.Upload),
            (DeliveryStep.Mail, DeliveryStep.Upload),
        ],
    };
}
