using Microsoft.EntityFrameworkCore;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Nobody gets more than one reminder in a week and four automatic mails in a month (R24): the one place that counts. What must go at once is
/// counted too, and what can wait waits for it. Receivers are known by keyed marks, never by their addresses.
/// </summary>
internal sealed class MailBudget(DeliverySecrets secrets)
{
    public const int PerMonth = 4;

    public static readonly TimeSpan Month = TimeSpan.FromDays(30);
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private const string MarkPurpose = "mail-receiver";

    /// <summary>The earliest time for this message, inside the transaction that hands it in.</summary>
    /// <param name="wanted">In UTC milliseconds.</param>
    /// <returns>Null where it is left away.</returns>
    public async Task<long?> PlaceAsync(LedgerContext context, Consignment consignment, long wanted, CancellationToken cancellationToken)
    {
        if (consignment.Pace == MailPace.AtOnce) return wanted;

        var earliest = wanted;
        // Later for one of them may be too early for another.
        for (var before = long.MinValue; before != earliest;)
        {
            before = earliest;
            foreach (var receiver in consignment.Mail.To.Select(MarkOf)) earliest = await FreeFromAsync(context, receiver, consignment.IsReminder, earliest, cancellationToken);
        }

        return earliest > wanted && consignment.Pace == MailPace.OrNotAtAll ? null : earliest;
    }

    /// <summary>Counts a message for each of its receivers.</summary>
    public void Count(LedgerContext context, Consignment consignment, long at)
    {
        foreach (var receiver in consignment.Mail.To.Select(MarkOf).Distinct(StringComparer.Ordinal))
        {
            context.Add(new MailCountRow
            {
                DeliveryId = consignment.Delivery.Value,
                Receiver = receiver,
                Partnership = consignment.Partnership.ToString(),
                At = at,
                IsReminder = consignment.IsReminder,
            });
        }
    }

    private static async Task<long> FreeFromAsync(LedgerContext context, string receiver, bool isReminder, long wanted, CancellationToken cancellationToken)
    {
        var from = wanted - (long)Month.TotalMilliseconds;
        // What was stopped never reached anybody. What is planned for later counts already.
        var counted = await context.MailCounts.AsNoTracking()
            .Where(mail => mail.Receiver == receiver && mail.At > from && context.Deliveries.Any(row => row.Id == mail.DeliveryId && row.StoppedAt == null))
            .Select(mail => new { mail.At, mail.IsReminder }).ToListAsync(cancellationToken);
        var times = counted.Select(mail => mail.At).Concat(Pending(context, receiver, from)).Order().ToList();
        if (times.Count >= PerMonth) wanted = Math.Max(wanted, times[^PerMonth] + (long)Month.TotalMilliseconds);

        var reminders = counted.Where(mail => mail.IsReminder).Select(mail => mail.At).ToList();
        return isReminder && reminders.Count > 0 ? Math.Max(wanted, reminders.Max() + (long)Week.TotalMilliseconds) : wanted;
    }

    // Handed in by this very transaction: an edition and the letter that announces it.
    private static IEnumerable<long> Pending(LedgerContext context, string receiver, long from) => context.ChangeTracker.Entries<MailCountRow>()
        .Where(entry => entry.State == EntityState.Added && entry.Entity.Receiver == receiver && entry.Entity.At > from).Select(entry => entry.Entity.At);

    private string MarkOf(string address) => secrets.MarkOf(MarkPurpose, address.Trim().ToUpperInvariant());
}
