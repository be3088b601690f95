using PartnerOffice.Core;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>What was laid ready for a board.</summary>
/// <param name="Drafts">One for each version of the minutes that goes out.</param>
/// <param name="ByPost">Members of that day whom no mail reaches.</param>
/// <param name="HadEarlier">Who was to get an earlier version; they are among the receivers.</param>
/// <param name="LeftBehind">What stands in the file and in no model, such as pictures: it does not go along.</param>
internal sealed record BoardSending(
    District District, IReadOnlyList<LaidDraft> Drafts, IReadOnlyList<Person> ByPost, IReadOnlyList<Person> HadEarlier, IReadOnlyList<Withheld> LeftBehind);
