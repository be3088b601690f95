namespace PartnerOffice.Core;

/// <summary>Which people of a district its partner reads by name: one row for each group, decided per person and not per place (R4).</summary>
/// <param name="Rows">A group that is missing here is shown not at all.</param>
public sealed record NamesPolicy(IReadOnlyDictionary<PersonGroup, NameShown> Rows)
{
    /// <summary>The table that holds where the partnership file says nothing.</summary>
    public static NamesPolicy Default { get; } = new(new Dictionary<PersonGroup, NameShown>
    {
        [PersonGroup.VotingMember] = NameShown.ByName,
        [PersonGroup.Guest] = NameShown.ByRole,
        [PersonGroup.Excused] = NameShown.AsNumber,
        [PersonGroup.Unexcused] = NameShown.AsNumber,
        [PersonGroup.Employee] = NameShown.ByRole,
        [PersonGroup.Member] = NameShown.ByRole,
        [PersonGroup.Applicant] = NameShown.NotAtAll,
        [PersonGroup.Personnel] = NameShown.NotAtAll,
        [PersonGroup.PublicPerson] = NameShown.ByName,
    });

    /// <summary>How people of a group are shown; not at all where the table has no row.</summary>
    public NameShown For(PersonGroup group) => Rows.GetValueOrDefault(group, NameShown.NotAtAll);
}
