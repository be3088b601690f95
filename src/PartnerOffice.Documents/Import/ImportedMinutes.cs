using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Old minutes in the standard form; everything in them is for the board only.</summary>
/// <param name="Understood">What was recognised, with its place in the old file.</param>
/// <param name="NotUnderstood">Lines that belong to nothing known; they stand in a last item of their own, so that none is lost.</param>
/// <param name="Questions">What a person must settle.</param>
public sealed record ImportedMinutes(Minutes Minutes, IReadOnlyList<ImportNote> Understood, IReadOnlyList<ImportNote> NotUnderstood, IReadOnlyList<Finding> Questions);
