using PartnerOffice.Core;

namespace PartnerOffice.Api;

/// <summary>The planned meetings of a district, as whoever plans them registers it; the people's preview names whom their invitations then reach or miss.</summary>
internal delegate Task<IReadOnlyList<FutureMeeting>> FutureMeetings(DistrictId district, CancellationToken cancellationToken);
