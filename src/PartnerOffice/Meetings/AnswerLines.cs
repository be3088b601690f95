using PartnerOffice.Core;

namespace PartnerOffice.Meetings;

/// <summary>How whoever is invited by mail answers, as a line of that mail: by a personal link where people reach the service, else by answering the mail (R12).</summary>
internal sealed class AnswerLines
{
    /// <summary>Where nobody outside reaches the service.</summary>
    public const string ByMail = "Zusagen oder absagen: auf diese Nachricht antworten.";

    /// <summary>The line of each person.</summary>
    public Task<Func<Invitee, string?>> ForAsync(PlannedMeeting meeting, IEnumerable<Invitee> people, CancellationToken cancellationToken) =>
        Task.FromResult<Func<Invitee, string?>>(_ => ByMail);
}
