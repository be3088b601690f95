using PartnerOffice.Api;
using PartnerOffice.Notifications;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Retreats;

/// <summary>Looks every hour which poll ends, and of what people are to be reminded. Nothing of Graph wakes it: it watches the calendar on the wall.</summary>
internal sealed class RetreatWatch(Func<ServedOffice> office, ServiceAddress address) : IWatch
{
    public TimeSpan Interval { get; } = TimeSpan.FromHours(1);

    public IReadOnlyList<WatchedResource> Resources => [];

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var served = office();
        await new PollDesk(served.Deliveries.Ledger, served.Partnership, served.Time, address.Value).LookAsync(cancellationToken);
        await new RetreatReminders(served.Deliveries.Ledger, served.Partnership, served.Time).LookAsync(cancellationToken);
    }
}
