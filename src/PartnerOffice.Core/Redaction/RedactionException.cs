namespace PartnerOffice.Core;

/// <summary>Minutes that cannot become an edition of this partnership at all.</summary>
public sealed class RedactionException(string place, Bilingual problem, Bilingual remedy) : Exception($"{place}: {problem?.English}")
{
    public string Place { get; } = place;

    public Bilingual Problem { get; } = problem;

    public Bilingual Remedy { get; } = remedy;
}
