namespace PartnerOffice.Core;

/// <summary>How the partner reads a person: the name, a role, or nothing.</summary>
/// <param name="Text">The words; null where nothing may point to the person.</param>
internal sealed record ShownName(string? Text, bool IsHidden);
