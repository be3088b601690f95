namespace PartnerOffice.Features.People;

/// <summary>What a list would change, and what of it was not understood. Nothing is entered by it.</summary>
/// <param name="Preview">What would follow; null where there is nothing to change, or where it cannot be entered as a whole.</param>
/// <param name="Problem">Why the whole cannot be entered; null where it can.</param>
internal sealed record PeopleImportAnswer(PeopleChangesAnswer? Preview, IReadOnlyList<ListNoteCard> Notes, string? Problem);
