namespace PartnerOffice.Core;

/// <summary>The library where a district receives its partner's editions.</summary>
/// <remarks>All three ids are needed: with rights on a single list the service cannot look them up (facts.md 1).</remarks>
/// <param name="Folder">The path below the library's root, without a leading slash; empty for the root.</param>
public sealed record ReceivingLibrary(string SiteId, string DriveId, Guid ListId, string Folder);
