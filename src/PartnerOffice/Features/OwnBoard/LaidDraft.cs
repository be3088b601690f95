using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>A mail that lies ready in the district's mailbox.</summary>
/// <param name="People">Who gets it, hidden from each other.</param>
/// <param name="PrivateAddresses">How many of them at a private address.</param>
/// <param name="File">pdf or docx.</param>
/// <param name="IsNew">False where it lay there already.</param>
/// <param name="IsSent">Whether a person has sent it by now.</param>
internal sealed record LaidDraft(BoardCopyScope Scope, IReadOnlyList<Person> People, int PrivateAddresses, string File, bool IsNew, bool IsSent);
