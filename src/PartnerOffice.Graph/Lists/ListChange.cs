namespace PartnerOffice.Graph;

/// <summary>One changed row.</summary>
/// <param name="Item">As it is now; null where it is gone.</param>
public sealed record ListChange(string Id, ListItem? Item);
