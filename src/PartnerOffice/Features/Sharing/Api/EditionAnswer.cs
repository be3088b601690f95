using PartnerOffice.Api;
using PartnerOffice.Core;

namespace PartnerOffice.Features.Sharing;

/// <summary>What the partner would read.</summary>
/// <param name="Sha256">What a person consents to who has seen it.</param>
/// <param name="Mail">Who is told by mail.</param>
/// <param name="Preview">A whole page in HTML without scripts; of a joint meeting what the own board reads, with its own passages (R22).</param>
/// <param name="OtherPreview">Of a joint meeting what the other board reads of it beside its own passages, which only that board is shown; null otherwise.</param>
internal sealed record EditionAnswer(string Sha256, ReceiverCard Partner, IReadOnlyList<string> Mail, IReadOnlyList<WithheldCard> Withheld, IReadOnlyList<FindingJson> Findings, string Preview, string? OtherPreview = null);
