namespace PartnerOffice.Core;

/// <summary>Something in a list that was not understood, or not taken over, or assumed.</summary>
/// <param name="Line">As the person sees it, from 1; 0 for the whole list.</param>
public sealed record PeopleListNote(int Line, Bilingual Sentence);
