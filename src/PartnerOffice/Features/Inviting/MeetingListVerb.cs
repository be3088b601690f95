using System.CommandLine;
using PartnerOffice.CommandLine;

namespace PartnerOffice.Features.Inviting;

/// <summary><c>meeting list</c>: what is planned, the earliest first.</summary>
internal sealed class MeetingListVerb : Verb
{
    protected override Command Describe() => new("list", "Geplante Sitzungen, die früheste zuerst");

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        new MeetingSpeech(context).List(await office.Meetings.ListAsync(context.Partnership.Partnership.Id, cancellationToken));
        return ExitCode.Done;
    }
}
