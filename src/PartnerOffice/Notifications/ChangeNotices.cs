namespace PartnerOffice.Notifications;

/// <summary>What Graph sends: several notifications at once.</summary>
internal sealed record ChangeNotices(IReadOnlyList<ChangeNotice>? Value);
