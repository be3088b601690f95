using PartnerOffice.Core;

namespace PartnerOffice.PersonalLinks;

/// <summary>What the person reads after pressing a button.</summary>
/// <param name="Message">What is true now.</param>
/// <param name="Next">What comes next, or how to take it back; null where there is nothing to say.</param>
/// <param name="UsesUp">Whether the link is done with. An answer to an invitation may be changed until the meeting begins.</param>
internal sealed record LinkDone(Bilingual Message, Bilingual? Next = null, bool UsesUp = true);
