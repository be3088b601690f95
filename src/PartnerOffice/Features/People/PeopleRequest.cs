using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>What somebody wants to change, and what of a list was left open.</summary>
internal sealed record PeopleRequest(DistrictId District, IReadOnlyList<PeopleChange> Changes)
{
    public IReadOnlyList<PeopleListNote> Notes { get; init; } = [];
}
