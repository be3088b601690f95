namespace PartnerOffice.Api;

/// <summary>A document, and what belongs to it: the body of requests that say more than the document does.</summary>
/// <param name="Document">The .docx.</param>
internal sealed record DocumentRequest(byte[] Document)
{
    /// <summary>What a person let pass.</summary>
    public IReadOnlyList<AcceptedFinding> Accepted { get; init; } = [];

    /// <summary>SHA-256 of the edition that a person looked at.</summary>
    public string? Consent { get; init; }

    /// <summary>The day of an approval.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The minutes of the meeting that approved.</summary>
    public byte[]? Later { get; init; }

    /// <summary>Whether it was approved with changes.</summary>
    public bool WithChanges { get; init; }

    /// <summary>Whether what only the board may know goes to private addresses as well (R13).</summary>
    public bool WithBoardOnly { get; init; }

    /// <summary>The number of private addresses that a person has confirmed for it.</summary>
    public int? ConfirmedPrivate { get; init; }

    /// <summary>The Word file instead of a PDF, or a PDF instead of the Word file; the other one where nothing is said.</summary>
    public string? As { get; init; }

    /// <summary>What becomes of objections, by their keys.</summary>
    public IReadOnlyList<SettledObjection> Objections { get; init; } = [];

    /// <summary>Where the signed original lies.</summary>
    public string? Original { get; init; }

    /// <summary>What a correction corrects.</summary>
    public string? Note { get; init; }
}
