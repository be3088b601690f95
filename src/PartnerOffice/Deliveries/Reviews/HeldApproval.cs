namespace PartnerOffice.Deliveries;

/// <summary>What minutes under review say of earlier ones.</summary>
/// <param name="Note">As <see cref="PartnerOffice.Core.ApprovalNote.ToText"/> writes it.</param>
internal sealed record HeldApproval(string Minutes, string Note, bool WithChanges);
