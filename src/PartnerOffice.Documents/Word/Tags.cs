using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>The tags of the content controls that carry what the code reads. Part of the template's contract.</summary>
public static class Tags
{
    public const string Prefix = "po:";

    public const string MinutesId = "po:meeting.id";
    public const string District = "po:meeting.district";
    public const string Board = "po:meeting.board";
    public const string Kind = "po:meeting.kind";
    public const string Number = "po:meeting.number";
    public const string Date = "po:meeting.date";
    public const string EndDate = "po:meeting.endDate";
    public const string Start = "po:meeting.start";
    public const string End = "po:meeting.end";
    public const string Interruptions = "po:meeting.interruptions";
    public const string Place = "po:meeting.place";
    public const string Form = "po:meeting.form";
    public const string Record = "po:meeting.record";

    public const string InvitationSentOn = "po:invitation.sentOn";
    public const string InvitationInTime = "po:invitation.inTime";
    public const string InvitationReason = "po:invitation.reason";
    public const string InvitationHow = "po:invitation.how";

    public const string Chair = "po:chair";
    public const string MinuteTaker = "po:minuteTaker";

    /// <summary>The block of one board's quorum; the district's id follows.</summary>
    public const string BoardPrefix = "po:board:";
    public const string BoardChair = "po:board.chair";
    public const string QuorumElected = "po:quorum.elected";
    public const string QuorumRequired = "po:quorum.required";
    public const string QuorumPresent = "po:quorum.present";
    public const string QuorumEstablished = "po:quorum.established";
    public const string QuorumEstablishedBy = "po:quorum.establishedBy";
    public const string QuorumEstablishedAt = "po:quorum.establishedAt";

    public const string AgendaList = "po:agenda.list";
    public const string AgendaChanges = "po:agenda.changes";
    public const string AgendaAdopted = "po:agenda.adopted";

    /// <summary>The block of one agenda item; its id follows.</summary>
    public const string ItemPrefix = "po:item:";
    public const string Title = "po:title";
    public const string Audience = "po:audience";
    public const string Status = "po:status";
    public const string Text = "po:text";
    public const string PartnerNote = "po:partnerNote";
    public const string ItemStart = "po:start";
    public const string TakesNoteOf = "po:takesNoteOf";

    /// <summary>A passage that stays in the board; one of the three carriers of the mark (R1).</summary>
    public const string Internal = "po:internal";

    /// <summary>The control of a passage that one board of two alone may read; the district's id follows (R22).</summary>
    public const string InternalPrefix = Internal + ":";

    public const string NextDate = "po:next.date";
    public const string NextStart = "po:next.start";
    public const string NextPlace = "po:next.place";
    public const string IssuedPlace = "po:issued.place";
    public const string IssuedDate = "po:issued.date";
    public const string OriginalSignedOn = "po:original.signedOn";
    public const string OriginalKept = "po:original.kept";

    public const string ApprovalState = "po:approval.state";
    public const string ReleasedBy = "po:approval.releasedBy";
    public const string ReleasedAt = "po:approval.releasedAt";
    public const string ApprovedOn = "po:approval.approvedOn";
    public const string ApprovedIn = "po:approval.approvedIn";
    public const string ApprovedByItem = "po:approval.item";
    public const string ApprovedByVote = "po:approval.vote";

    public const string VersionNumber = "po:version.number";
    public const string VersionNote = "po:version.note";
    public const string VersionReplaces = "po:version.replaces";
    public const string Distribution = "po:distribution";

    /// <summary>A block that nobody has used yet.</summary>
    public static string SpareItem(int number) => $"{ItemPrefix}frei-{number}";

    public static string Item(EntryId id) => ItemPrefix + id;

    /// <summary>Whether a tag is that of an agenda item's block.</summary>
    public static bool IsItem(string? tag) => tag?.StartsWith(ItemPrefix, StringComparison.Ordinal) == true;

    public static string InternalOf(string? district) => district is null ? Internal : InternalPrefix + district;

    /// <summary>Whether a control says that what it holds stays in a board, whichever.</summary>
    public static bool IsInternal(string? tag) => tag == Internal || tag?.StartsWith(InternalPrefix, StringComparison.Ordinal) == true;

    public static string BoardOf(string district) => BoardPrefix + district;
}
