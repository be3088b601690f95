namespace PartnerOffice.Features.People;

/// <summary>Something of a list that a person must look at; line 0 is the whole list.</summary>
internal sealed record ListNoteCard(int Line, string Sentence);
