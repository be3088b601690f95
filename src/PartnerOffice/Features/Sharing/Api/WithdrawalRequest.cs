using PartnerOffice.Core;

namespace PartnerOffice.Features.Sharing;

/// <summary>Why an edition is taken back.</summary>
internal sealed record WithdrawalRequest(WithdrawalReason Reason);
