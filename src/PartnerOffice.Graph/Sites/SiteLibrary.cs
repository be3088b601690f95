namespace PartnerOffice.Graph;

/// <summary>A library of a site.</summary>
/// <param name="Entries">Files and folders at its top.</param>
public sealed record SiteLibrary(DriveId Drive, string Name, int Entries);
