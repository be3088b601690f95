using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Who had the minutes on one board, and whether a note to them lies ready in its mailbox.</summary>
/// <param name="Holders">Everybody who was to get them, by mail.</param>
/// <param name="ByPost">Those of them whom no mail reaches any more.</param>
/// <param name="IsLaid">False where the mailbox is not set up or did not answer: then a person writes to them.</param>
internal sealed record HolderNote(District District, IReadOnlyList<Person> Holders, IReadOnlyList<Person> ByPost, bool IsLaid);
