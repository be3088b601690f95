using PartnerOffice.Core;
using Quartz;

namespace PartnerOffice.Deliveries;

/// <summary>One delivery's own steps, the count of its effects, or the look for its receipts. Its key is the delivery's, so none runs twice at once.</summary>
[DisallowConcurrentExecution]
internal sealed class DeliveryJob(Courier courier) : IJob
{
    internal const string Group = "delivery";
    internal const string PartnershipKey = "partnership";
    internal const string CountGroup = "count";
    internal const string LookGroup = "look";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var delivery = DeliveryId.Parse(context.JobDetail.Key.Name);
        var partnership = PartnershipId.Parse(context.MergedJobDataMap.GetString(PartnershipKey)!);
        await courier.RunAsync(context.JobDetail.Key.Group switch
        {
            CountGroup => Work.Verify(delivery, partnership),
            LookGroup => Work.Look(delivery, partnership),
            _ => Work.Of(delivery, partnership),
        }, cancellationToken);
    }
}
