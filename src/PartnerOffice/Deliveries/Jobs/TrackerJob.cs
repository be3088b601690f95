using PartnerOffice.Core;
using Quartz;

namespace PartnerOffice.Deliveries;

/// <summary>All due rows of one partnership's tracker. Its key is the partnership's, so a workbook has one writer at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class TrackerJob(Courier courier, TrackerCalls calls) : IJob
{
    internal const string Group = "tracker";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var partnership = PartnershipId.Parse(context.JobDetail.Key.Name);
        calls.Begins(partnership);
        await courier.RunAsync(Work.Tracker(partnership), cancellationToken);
    }
}
