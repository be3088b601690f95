namespace PartnerOffice.Core;

/// <summary>Something that cannot be done, said so that a person can act on it. Nothing was changed.</summary>
public abstract class RefusalException : Exception
{
    protected RefusalException(string code, string place, Bilingual problem, Bilingual remedy, Exception? inner = null)
        : base($"{place}: {problem?.English}", inner)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(remedy);
        (Code, Place, Problem, Remedy) = (code, place, problem, remedy);
    }

    /// <summary>Stable name of the reason, for scripts.</summary>
    public string Code { get; }

    /// <summary>Where: a JSON path, a control, a part, a cell.</summary>
    public string Place { get; }

    /// <summary>What is the matter.</summary>
    public Bilingual Problem { get; }

    /// <summary>What a person can do.</summary>
    public Bilingual Remedy { get; }

    /// <summary>How that is done on the command line; null where there is no verb for it, or the remedy names it.</summary>
    public Bilingual? Command { get; protected init; }
}
