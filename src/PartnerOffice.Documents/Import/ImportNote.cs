namespace PartnerOffice.Documents.Import;

/// <summary>One thing that was understood, with its place in the old file.</summary>
/// <param name="Kind">item, resolution, action, person or head.</param>
public sealed record ImportNote(string Place, string Kind, string What);
