namespace PartnerOffice.Core;

/// <summary>Minutes that are not in the format <c>partneroffice/minutes/1</c>: the JSON path, and what is expected there.</summary>
public sealed class MinutesFormatException(string place, Bilingual problem, Bilingual remedy)
    : RefusalException("minutes-format", place, problem, remedy);
