using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>What was read from a document: the minutes, and what a person should look at.</summary>
/// <param name="Minutes">In canonical form; null where the document is no minutes or a value that must be there cannot be read.</param>
/// <param name="Findings">In the order of the document.</param>
/// <param name="Withheld">What is not in the model and so never travels: pictures, footnotes.</param>
/// <param name="People">Author and last editor from the file's properties.</param>
public sealed record MinutesReading(
    Minutes? Minutes,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Withheld> Withheld,
    IReadOnlyList<string> People);
