namespace PartnerOffice.Documents.Import;

/// <summary>A task as an old document has it.</summary>
internal sealed record FoundAction(string What, string? Who, DateOnly? Due, string Place);
