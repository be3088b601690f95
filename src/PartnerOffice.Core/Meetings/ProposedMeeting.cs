namespace PartnerOffice.Core;

/// <summary>What a meeting to come is called, and its standing agenda: a proposal that people change.</summary>
/// <param name="Agenda">In order; what is not for the partner stays in the board.</param>
public sealed record ProposedMeeting(string Number, IReadOnlyList<StandardItem> Agenda)
{
    /// <param name="last">The number of the last meeting that the district knows of; null for none.</param>
    public static ProposedMeeting Of(Partnership partnership, District own, MeetingKind kind, DateOnly on, string? last)
    {
        ArgumentNullException.ThrowIfNull(partnership);
        ArgumentNullException.ThrowIfNull(own);
        var format = own.Rules.Numbers.Meeting;
        var request = new DraftRequest(kind, on, Last: null)
        {
            Date = on,
            Number = kind is MeetingKind.BoardMeeting or MeetingKind.ExtraordinaryBoardMeeting && MeetingNumbers.Next(format, last, on) is { } next ? format.Write(on.Year, next, next) : null,
        };
        var draft = MeetingDraft.Of(partnership, own, request).Content;
        return new(draft.Number, [.. draft.Items.Select(item => new StandardItem(item.Title, item.Audience))]);
    }
}
