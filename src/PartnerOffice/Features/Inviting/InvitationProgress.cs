using PartnerOffice.CommandLine;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Inviting;

/// <summary>Waits until everything that goes out for a meeting has come to rest.</summary>
internal static class InvitationProgress
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Waits unless told not to, then tells how the meeting and what went out for it stand.</summary>
    /// <param name="file">Where the draft of the minutes lies; null where none was written.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> TellAsync(
        VerbContext context, DeliveryOffice office, MeetingSpeech speech, KnownMeeting meeting, bool waits, string? file, CancellationToken cancellationToken)
    {
        var deliveries = await FollowAsync(context, office, meeting, waits, cancellationToken);
        var now = await office.Meetings.FindAsync(context.Partnership.Partnership.Id, meeting.Plan.Id, cancellationToken);
        return speech.Done(now!, deliveries, file);
    }

    private static async Task<IReadOnlyList<DeliveryStatus>> FollowAsync(VerbContext context, DeliveryOffice office, KnownMeeting meeting, bool waits, CancellationToken cancellationToken)
    {
        var own = (await office.ListAsync(cancellationToken))
            .Where(status => status.Kind == DeliveryKind.Invitation && status.Minutes == meeting.Plan.Id && status.Version == meeting.Generation).ToList();
        if (!waits)
            return own;

        var lines = new StepLines(context);
        var followed = new List<DeliveryStatus>();
        foreach (var status in own)
            followed.Add(await office.FollowAsync(status.Delivery, status.IsSettled ? null : lines, Patience, cancellationToken));
        return followed;
    }
}
