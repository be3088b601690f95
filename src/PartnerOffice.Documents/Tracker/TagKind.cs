namespace PartnerOffice.Documents.Tracker;

internal enum TagKind
{
    /// <summary>Nothing read yet.</summary>
    None,
    Start,
    Empty,
    End,
}
