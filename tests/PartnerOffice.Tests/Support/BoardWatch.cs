using PartnerOffice.Core;
using PartnerOffice.Graph;
using PartnerOffice.Notifications;

namespace PartnerOffice.Tests.Support;

/// <summary>What notifications of one district's calendar wake; whoever lives with it looks.</summary>
internal sealed class BoardWatch(District district) : IWatch
{
    public DistrictId District => district.Id;

    public WatchedResource Resource { get; } = new(
        district.Id, district.Tenant!.Id, SubscribedResource.Of(MailboxId.Parse(district.Mailbox!.Value.ToString())), $"geheim-{district.Id}");

    public TimeSpan Interval { get; } = TimeSpan.FromMinutes(15);

    public IReadOnlyList<WatchedResource> Resources => [Resource];

    public Task LookAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("It is looked at by the clock of the test.");
}
