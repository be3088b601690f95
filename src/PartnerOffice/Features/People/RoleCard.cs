using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>A role of a person; both days belong to it, and null is an open end.</summary>
internal sealed record RoleCard(OfficeRole Role, bool Deputy, DateOnly From, DateOnly? Until);
