namespace PartnerOffice.Core;

/// <summary>The signed paper: "unterschrieben am …, Original liegt …" (R13).</summary>
/// <param name="Kept">Where the paper lies, in the board's own words.</param>
public sealed record SignedOriginal(DateOnly? SignedOn, string? Kept);
