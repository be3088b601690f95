namespace PartnerOffice.Deliveries;

/// <summary>A district is not set up yet; the delivery waits until it is (R20).</summary>
internal sealed class NotSetUpException(string what) : Exception($"Not set up yet: {what}.");
