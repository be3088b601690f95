using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>A person of the own district: the roles of today, and all terms.</summary>
internal sealed record PersonCard(string Id, string Name, IReadOnlyList<OfficeRole> Roles, IReadOnlyList<TermCard> Terms);
