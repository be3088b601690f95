using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>A mail to be laid ready in a district's own mailbox; a person looks at it and sends it.</summary>
/// <param name="District">Whose mailbox.</param>
/// <param name="Hidden">All who get it; none of them sees another.</param>
/// <param name="File">What goes along; null for a note.</param>
internal sealed record BoardDraft(string Key, DistrictId District, IReadOnlyList<string> Hidden, string Subject, string Text, MailAttachment? File);
