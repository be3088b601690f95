namespace PartnerOffice.Deliveries;

/// <summary>Which deliveries of a meeting may have reached somebody; of the others nothing was out.</summary>
internal sealed class Reached(IReadOnlySet<Guid> deliveries)
{
    public bool By(DeliveryId delivery) => deliveries.Contains(delivery.Value);
}
