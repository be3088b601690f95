namespace PartnerOffice.Documents.Edition;

/// <summary>A relationship as a .rels part has it.</summary>
internal sealed record Relation(string Id, string Type, string Target, bool IsExternal);
