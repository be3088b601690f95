namespace PartnerOffice.Core;

/// <summary>Minutes that cannot become an edition of this partnership at all.</summary>
public sealed class RedactionException(string place, Bilingual problem, Bilingual remedy)
    : RefusalException("not-in-partnership", place, problem, remedy);
