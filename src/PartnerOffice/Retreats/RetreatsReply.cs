using PartnerOffice.Core;

namespace PartnerOffice.Retreats;

/// <summary>How the joint retreats stand: whose turn it is, what is due, what is agreed, and which polls there are.</summary>
/// <param name="Host">Whose turn it is next; null while nobody agreed on who begins.</param>
/// <param name="Turn">Why.</param>
internal sealed record RetreatsReply(string? Host, IReadOnlyList<string> Turn, IReadOnlyList<DutyCard> Duties, IReadOnlyList<RetreatCard> Retreats, IReadOnlyList<string> Polls)
{
    /// <param name="today">In the viewer's zone.</param>
    public static RetreatsReply Of(RetreatPicture picture, Partnership partnership, District viewer, DateOnly today, Language language) => new(
        picture.Turn.Host?.ToString(), [.. picture.Turn.Reasons.Select(reason => reason.In(language))],
        [.. picture.Duties.Where(duty => duty.IsSeenBy(viewer.Id, today)).Select(duty => DutyCard.Of(duty, today))],
        [.. picture.Retreats.Select(retreat => RetreatCard.Of(retreat, partnership, today))],
        [.. picture.Polls.Select(poll => poll.Id.ToString())]);
}
