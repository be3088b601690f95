using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>Who is signed in, for which district, and what they may do today.</summary>
internal sealed record SignedInPerson(PersonName Person, DistrictName District, DistrictName Partner, IReadOnlyList<OfficeRole> Roles, bool Sandbox);
