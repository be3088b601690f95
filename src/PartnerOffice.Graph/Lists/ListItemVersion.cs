namespace PartnerOffice.Graph;

/// <summary>A row as it was once.</summary>
/// <param name="Id">SharePoint's number of it: "3.0".</param>
/// <param name="By">Who made it so.</param>
/// <param name="Fields">Its columns, as <see cref="ListItem.Fields"/>.</param>
public sealed record ListItemVersion(string Id, DateTimeOffset At, Editor By, IReadOnlyDictionary<string, object?> Fields);
