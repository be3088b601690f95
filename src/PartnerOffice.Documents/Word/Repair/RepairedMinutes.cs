using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>What repair made of a document.</summary>
/// <param name="Reading">The minutes as they were understood, with every question; null minutes where too much is missing.</param>
/// <param name="Document">The standard form, filled anew; null without minutes.</param>
/// <param name="Lines">Old and new side by side.</param>
public sealed record RepairedMinutes(MinutesReading Reading, ReadOnlyMemory<byte>? Document, IReadOnlyList<LinePair> Lines);
