using PartnerOffice.Core;

namespace PartnerOffice.Features.Sharing;

/// <summary>Something that does not go along: where, what kind, why. Never the words.</summary>
internal sealed record WithheldCard(string Place, WithheldKind Kind, string Reason);
