namespace PartnerOffice.Graph;

/// <summary>What changed in a drive, each item once, and where the next look begins.</summary>
/// <param name="Next">Keep it and hand it to the next call; it is opaque, and a secret like any address of Graph.</param>
public sealed record DriveDelta(IReadOnlyList<DriveChange> Changes, Uri Next);
