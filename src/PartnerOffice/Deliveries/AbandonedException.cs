namespace PartnerOffice.Deliveries;

/// <summary>This service was killed by a test; whoever catches it must not save anything.</summary>
internal sealed class AbandonedException() : Exception("The service was abandoned.");
