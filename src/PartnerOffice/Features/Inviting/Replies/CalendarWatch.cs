using Microsoft.Extensions.Logging;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Graph;
using PartnerOffice.Meetings;
using PartnerOffice.Notifications;

namespace PartnerOffice.Features.Inviting;

/// <summary>Looks into the calendars of the districts' shared mailboxes by a timer, and at once when Graph says that something changed there; reminds afterwards of what was not answered.</summary>
internal sealed class CalendarWatch(Func<ServedOffice> office, ServiceAddress address, ILogger<CalendarRound> logger) : IWatch
{
    public TimeSpan Interval { get; } = TimeSpan.FromMinutes(15);

    public IReadOnlyList<WatchedResource> Resources => ResourcesOf(office());

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var served = office();
        var answers = new AnswerLines(served.Deliveries.Links, served.Deliveries.PublicAddress ?? address.Value);
        var failures = new List<GraphException>();
        foreach (var district in Districts(served))
        {
            try
            {
                using var desk = served.Deliveries.OpenTenant(district.Id);
                if (desk is null)
                    continue;

                var ledger = served.Deliveries.Ledger;
                await new CalendarRound(
                    ledger, served.Partnership, district, MailboxOf(district), desk.Connection.Calendars, new(ledger, served.Partnership, served.Time, answers), served.Time, logger).RunAsync(cancellationToken);
                await new ReminderRound(ledger, served.Partnership, district, answers, served.Time).RunAsync(cancellationToken);
            }
            catch (GraphException failure)
            {
                // One tenant that is away keeps back no other.
                failures.Add(failure);
            }
        }

        if (failures is [var first, ..])
            throw first;
    }

    private static IReadOnlyList<WatchedResource> ResourcesOf(ServedOffice served) =>
        [.. Districts(served).Select(district => WatchedResource.Of(served.Deliveries, district, SubscribedResource.Of(MailboxOf(district))))];

    private static IEnumerable<District> Districts(ServedOffice served) => served.Partnership.Districts.Where(district => district is { Mailbox: not null, Tenant: not null });

    private static MailboxId MailboxOf(District district) => MailboxId.Parse(district.Mailbox!.Value.ToString());
}
