using PartnerOffice.CommandLine;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Inviting;

/// <summary>Waits until everything that goes out for a meeting has come to rest.</summary>
internal static class InvitationProgress
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<IReadOnlyList<DeliveryStatus>> FollowAsync(VerbContext context, DeliveryOffice office, KnownMeeting meeting, bool waits, CancellationToken cancellationToken)
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
