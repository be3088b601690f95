namespace PartnerOffice.Graph;

/// <summary>A session with one workbook. Record its id before using it: after a crash it must be closed before anything is looked up.</summary>
/// <param name="Persists">False for a session whose changes vanish with it.</param>
public sealed record WorkbookSession(DriveId Drive, ItemId Workbook, string Id, bool Persists);
