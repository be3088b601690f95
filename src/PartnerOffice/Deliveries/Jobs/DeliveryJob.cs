using PartnerOffice.Core;
using Quartz;

namespace PartnerOffice.Deliveries;

/// <summary>One delivery's upload, columns and message. Its key is the delivery's, so none runs twice at once.</summary>
[DisallowConcurrentExecution]
internal sealed class DeliveryJob(Courier courier) : IJob
{
    internal const string Group = "delivery";
    internal const string PartnershipKey = "partnership";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var delivery = DeliveryId.Parse(context.JobDetail.Key.Name);
        var partnership = PartnershipId.Parse(context.MergedJobDataMap.GetString(PartnershipKey)!);
        await courier.RunAsync(Work.Of(delivery, partnership), cancellationToken);
    }
}
