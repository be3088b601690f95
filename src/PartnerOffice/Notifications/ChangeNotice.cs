namespace PartnerOffice.Notifications;

/// <summary>One notification, as far as it is looked at.</summary>
/// <param name="LifecycleEvent">What happened to the subscription itself; null for a change of what it watches.</param>
internal sealed record ChangeNotice(string? TenantId, string? ClientState, string? LifecycleEvent);
