namespace PartnerOffice.Core;

/// <summary>The board's own library, in which its minutes are written and which the partner cannot open (R14, R26).</summary>
/// <param name="Folder">The path below the library's root, without a leading slash; empty for the whole library.</param>
public sealed record BoardLibrary(string SiteId, string DriveId, Guid ListId, string Folder);
