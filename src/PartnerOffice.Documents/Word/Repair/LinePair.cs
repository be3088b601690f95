namespace PartnerOffice.Documents.Word.Repair;

/// <summary>A line of the old document beside the same line of the new one; null where there is none.</summary>
public sealed record LinePair(string? Old, string? New)
{
    public bool IsSame => Old == New;
}
