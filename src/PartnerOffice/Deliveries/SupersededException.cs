namespace PartnerOffice.Deliveries;

/// <summary>Somebody else has taken the step over since (engine R3): stop, save nothing, they go on.</summary>
internal sealed class SupersededException : Exception
{
    public SupersededException(DeliveryId delivery, DeliveryStep step, Exception? cause = null)
        : base($"The step {step} of delivery {delivery} was taken over.", cause) { }
}
