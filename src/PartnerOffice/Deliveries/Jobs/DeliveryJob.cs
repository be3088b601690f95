using PartnerOffice.Core;
using Quartz;

namespace PartnerOffice.Deliveries;

/// <summary>One delivery's own steps, or the count of its effects. Its key is the delivery's, so none runs twice at once.</summary>
[DisallowConcurrentExecution]
internal sealed class DeliveryJob(Courier courier) : IJob
{
    internal const string Group = "delivery";
    internal const string PartnershipKey = "partnership";
    internal const string CountGroup = "count";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var delivery = DeliveryId.Parse(context.JobDetail.Key.Name);
        var partnership = PartnershipId.Parse(context.MergedJobDataMap.GetString(PartnershipKey)!);
        await courier.RunAsync(context.JobDetail.Key.Group == CountGroup ? Work.Verify(delivery, partnership) : Work.Of(delivery, partnership), cancellationToken);
    }
}
