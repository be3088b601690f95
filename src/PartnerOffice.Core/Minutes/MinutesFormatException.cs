namespace PartnerOffice.Core;

/// <summary>Minutes that are not in the format <c>partneroffice/minutes/1</c>: where, and what is expected there.</summary>
public sealed class MinutesFormatException : Exception
{
    public MinutesFormatException(string place, Bilingual problem, Bilingual remedy)
        : base($"{place}: {problem?.English}")
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(remedy);
        (Place, Problem, Remedy) = (place, problem, remedy);
    }

    /// <summary>The JSON path of the place.</summary>
    public string Place { get; }

    public Bilingual Problem { get; }

    /// <summary>What the author of the file can do.</summary>
    public Bilingual Remedy { get; }
}
