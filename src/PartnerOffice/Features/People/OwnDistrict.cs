using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>The own district with its people, also of former and coming terms.</summary>
internal sealed record OwnDistrict(string Id, string Name, ShareFrom Share, int? HoldHours, IReadOnlyList<PersonCard> People);
