using System.Collections.Frozen;

namespace PartnerOffice.Documents.Edition;

/// <summary>The tags of controls that carry no id (design 7): they are the template's contract, so that the partner's copy can be read too.</summary>
internal static class AllowedTags
{
    private static readonly FrozenSet<string> Tags = new[]
    {
        "meeting.id", "meeting.district", "meeting.board", "meeting.kind", "meeting.number", "meeting.date", "meeting.endDate", "meeting.start", "meeting.end",
        "meeting.interruptions", "meeting.place", "meeting.form", "meeting.record",
        "invitation.sentOn", "invitation.inTime", "invitation.reason", "invitation.how",
        "chair", "minuteTaker", "board.chair",
        "quorum.elected", "quorum.required", "quorum.present", "quorum.established", "quorum.establishedBy", "quorum.establishedAt",
        "agenda.list", "agenda.changes", "agenda.adopted",
        "title", "audience", "status", "start", "text", "partnerNote", "takesNoteOf",
        "next.date", "next.start", "next.place", "issued.place", "issued.date", "distribution",
        "approval.state", "approval.releasedBy", "approval.releasedAt", "approval.approvedOn", "approval.approvedIn", "approval.item", "approval.vote",
        "version.number", "version.note", "version.replaces",
        "frame.district", "frame.use", "frame.standing", "frame.note", "frame.absences",
    }.Select(tag => "po:" + tag).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string tag) => Tags.Contains(tag);

    /// <summary>All tags, for what is known to be markup.</summary>
    public static IEnumerable<string> All => Tags;
}
