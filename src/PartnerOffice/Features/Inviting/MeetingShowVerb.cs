using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Meetings;

namespace PartnerOffice.Features.Inviting;

/// <summary><c>meeting show</c>: one meeting, who was invited how and when, and what still has to be done by hand.</summary>
internal sealed class MeetingShowVerb : Verb
{
    private readonly Argument<string> id = new("ID") { Description = "Kennung der Sitzung, wie meeting list sie nennt" };

    protected override Command Describe() => new("show", "Eine Sitzung: wer wie und wann eingeladen wurde, und was noch von Hand zu tun ist") { id };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        var known = await PlannedMeetings.FindAsync(office.Ledger, context.Partnership.Partnership, context.Get(id)!, cancellationToken);
        await InvitationProgress.TellAsync(context, office, new(context), known, waits: false, file: null, cancellationToken);
        return ExitCode.Done;
    }
}
