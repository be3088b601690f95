using PartnerOffice.Core;

namespace PartnerOffice.Features.Inviting;

/// <summary>An item of the standing agenda.</summary>
internal sealed record ProposedItem(string Title, Audience Audience);
