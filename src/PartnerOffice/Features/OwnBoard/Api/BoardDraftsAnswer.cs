using PartnerOffice.Core;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>What was laid ready for the board.</summary>
internal sealed record BoardDraftsAnswer(IReadOnlyList<BoardDraftCard> Drafts, IReadOnlyList<PersonLine> ByPost, IReadOnlyList<PersonLine> HadEarlier)
{
    public static BoardDraftsAnswer Of(BoardSending sending, Language language) => new(
        [.. sending.Drafts.Select(draft => new BoardDraftCard(draft.Scope, BoardSendingAnswer.ScopeWords(draft.Scope).In(language), draft.File, PersonLine.Of(draft.People), draft.PrivateAddresses, draft.IsNew, draft.IsSent))],
        PersonLine.Of(sending.ByPost),
        PersonLine.Of(sending.HadEarlier));
}
