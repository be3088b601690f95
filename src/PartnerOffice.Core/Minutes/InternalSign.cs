namespace PartnerOffice.Core;

/// <summary>One sign found in a text: where it stands, and whether it ends the passage.</summary>
public readonly record struct InternalSign(int Start, int Length, bool IsEnd);
