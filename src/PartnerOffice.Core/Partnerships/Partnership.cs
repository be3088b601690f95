namespace PartnerOffice.Core;

/// <summary>Two districts and what they agreed on: one partnership file.</summary>
/// <param name="Since">The day from which the contract binds both.</param>
/// <param name="Graph">Microsoft's Graph or the local one.</param>
/// <param name="Districts">Exactly two.</param>
/// <param name="Use">What a board may do with the minutes it receives.</param>
/// <param name="Tracker">The shared workbook.</param>
/// <param name="Obligations">The figures that the contract leaves open.</param>
/// <param name="FederalEvents">In the order of the file.</param>
public sealed record Partnership(
    PartnershipId Id,
    string Name,
    DateOnly Since,
    GraphKind Graph,
    IReadOnlyList<District> Districts,
    PermittedUse Use,
    TrackerSettings Tracker,
    ObligationSettings Obligations,
    IReadOnlyList<FederalEvent> FederalEvents)
{
    /// <summary>What both agreed on for their joint retreats.</summary>
    public RetreatSettings Retreats { get; init; } = RetreatSettings.Default;

    /// <summary>Whether editions say how many passages were withheld: only where both boards want it.</summary>
    public bool CountsWithheld => Districts.All(district => district.WantsWithheldCounted);

    /// <summary>The district with this id; null for none.</summary>
    public District? Find(DistrictId id) => Districts.FirstOrDefault(district => district.Id == id);

    /// <summary>The district that minutes name with this text; null for none.</summary>
    public District? Find(string id) => DistrictId.TryParse(id, out var parsed) ? Find(parsed) : null;

    /// <summary>Whole days between the invitation to a joint retreat and its first day: the longer notice of the two boards, unless they agreed on another.</summary>
    public int RetreatNoticeDays => Retreats.NoticeDays ?? Districts.Max(district => district.Rules.NoticeDays);

    /// <summary>The other of the two.</summary>
    /// <exception cref="ArgumentException">Neither of the two has this id.</exception>
    public District PartnerOf(DistrictId id) => Find(id) is null
        ? throw new ArgumentException($"District {id} is not one of this partnership.", nameof(id))
        : Districts.Single(district => district.Id != id);
}
