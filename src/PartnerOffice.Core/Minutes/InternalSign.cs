namespace PartnerOffice.Core;

/// <summary>One sign found in a text: where it stands, whether it ends the passage, and whose board it names.</summary>
/// <param name="Board">The words behind "nur Vorstand"; empty for none.</param>
public readonly record struct InternalSign(int Start, int Length, bool IsEnd, string Board);
