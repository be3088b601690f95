namespace PartnerOffice.Documents.Edition;

/// <summary>What the verifier found in a package. Only a clean one may leave.</summary>
public sealed record EditionVerdict(IReadOnlyList<Leak> Leaks, IReadOnlyList<Coincidence> Coincidences)
{
    /// <summary>Whether both questions were answered with no, and every coincidence is settled by a person.</summary>
    public bool IsClean => Leaks.Count == 0 && Coincidences.All(coincidence => coincidence.IsAccepted);
}
