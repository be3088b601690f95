namespace PartnerOffice.Graph;

/// <summary>A subscription as Graph keeps it. The secret it was made with is not in it: Graph does not tell it again, and no log shall.</summary>
/// <param name="Expires">Until then Graph tells; renew at half the time.</param>
public sealed record Subscription(SubscriptionId Id, string Resource, Uri NotificationUrl, DateTimeOffset Expires);
