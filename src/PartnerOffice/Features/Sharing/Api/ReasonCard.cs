using PartnerOffice.Core;

namespace PartnerOffice.Features.Sharing;

/// <summary>A reason of the list; free words might repeat what was wrong.</summary>
internal sealed record ReasonCard(WithdrawalReason Reason, string Label);
