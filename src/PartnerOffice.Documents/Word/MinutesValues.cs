using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>The single values of minutes, as they stand on paper.</summary>
internal static class MinutesValues
{
    /// <summary>Lines of the form that finished minutes leave out when they say nothing.</summary>
    public static readonly IReadOnlyList<string> LinesThatMayGo =
    [
        Tags.EndDate, Tags.Interruptions, Tags.InvitationReason, Tags.ReleasedBy, Tags.ApprovedOn, Tags.ApprovedIn,
        Tags.ApprovedByVote, Tags.VersionReplaces, Tags.VersionNote, Tags.NextDate,
        Tags.OriginalSignedOn, Tags.OriginalKept,
    ];

    public static IEnumerable<MinutesValue> Of(Minutes minutes)
    {
        yield return new(Tags.MinutesId, minutes.Id.ToString());
        yield return new(Tags.District, minutes.District);
        yield return new(Tags.Board, minutes.Board);
        yield return new(Tags.Kind, FormWords.Kinds[minutes.Kind]);
        yield return new(Tags.Number, minutes.Number);
        yield return new(Tags.Date, FormText.Date(minutes.Date));
        yield return new(Tags.EndDate, FormText.Date(minutes.EndDate));
        yield return new(Tags.Start, FormText.Time(minutes.Start));
        yield return new(Tags.End, FormText.Time(minutes.End));
        yield return new(Tags.Interruptions, FormText.Interruptions(minutes.Interruptions));
        yield return new(Tags.Place, minutes.Place ?? FormText.Nothing);
        yield return new(Tags.Form, FormWords.Forms[minutes.Form]);
        yield return new(Tags.Record, FormWords.Records[minutes.Record]);
        yield return new(Tags.InvitationSentOn, FormText.Date(minutes.Invitation?.SentOn));
        yield return new(Tags.InvitationInTime, YesNo(minutes.Invitation?.InTime));
        yield return new(Tags.InvitationReason, minutes.Invitation?.Reason ?? FormText.Nothing);
        yield return new(Tags.InvitationHow, minutes.Invitation?.How ?? FormText.Nothing);
        yield return new(Tags.Chair, minutes.Chair ?? FormText.Nothing);
        yield return new(Tags.MinuteTaker, minutes.MinuteTaker ?? FormText.Nothing);
        yield return new(Tags.AgendaChanges, minutes.Agenda?.Changes ?? FormText.Nothing);
        yield return new(Tags.AgendaAdopted, VoteText.Write(minutes.Agenda?.Adopted));
        yield return new(Tags.NextDate, FormText.Date(minutes.Next?.Date));
        yield return new(Tags.NextStart, FormText.Time(minutes.Next?.Start));
        yield return new(Tags.NextPlace, minutes.Next?.Place ?? FormText.Nothing);
        yield return new(Tags.IssuedPlace, minutes.Issued?.Place ?? FormText.Nothing);
        yield return new(Tags.IssuedDate, FormText.Date(minutes.Issued?.Date));
        yield return new(Tags.OriginalSignedOn, FormText.Date(minutes.Original?.SignedOn));
        yield return new(Tags.OriginalKept, minutes.Original?.Kept ?? FormText.Nothing);
        yield return new(Tags.ApprovalState, FormWords.ApprovalStates[minutes.Approval.State]);
        yield return new(Tags.ReleasedBy, minutes.Approval.ReleasedBy ?? FormText.Nothing);
        yield return new(Tags.ReleasedAt, FormText.Moment(minutes.Approval.ReleasedAt));
        yield return new(Tags.ApprovedOn, FormText.Date(minutes.Approval.ApprovedOn));
        yield return new(Tags.ApprovedIn, minutes.Approval.ApprovedIn?.ToString() ?? FormText.Nothing);
        yield return new(Tags.ApprovedByItem, minutes.Approval.ApprovedBy?.Item ?? FormText.Nothing);
        yield return new(Tags.ApprovedByVote, VoteText.Write(minutes.Approval.ApprovedBy?.Vote));
        yield return new(Tags.VersionNumber, FormText.Number(minutes.Version.Number));
        yield return new(Tags.VersionNote, minutes.Version.Note ?? FormText.Nothing);
        yield return new(Tags.VersionReplaces, FormText.Number(minutes.Version.Replaces));
    }

    public static IEnumerable<MinutesValue> Of(ParticipatingBoard board)
    {
        yield return new(Tags.QuorumElected, FormText.Number(board.Quorum?.Elected));
        yield return new(Tags.QuorumRequired, FormText.Number(board.Quorum?.Required));
        yield return new(Tags.QuorumPresent, FormText.Number(board.Quorum?.Present));
        yield return new(Tags.QuorumEstablished, YesNo(board.Quorum?.Established));
        yield return new(Tags.QuorumEstablishedBy, board.Quorum?.EstablishedBy ?? FormText.Nothing);
        yield return new(Tags.QuorumEstablishedAt, FormText.Time(board.Quorum?.EstablishedAt));
    }

    private static string YesNo(bool? value) => value is { } known ? FormWords.YesNo[known] : FormText.Nothing;
}
