using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace PartnerOffice.Deliveries;

/// <summary>
/// The audit log: who did what to which minutes or delivery. Each entry is chained to the one before by an HMAC, so that whoever changes the
/// database without the key cannot change, insert or remove one unseen; the database itself refuses updates and deletions.
/// </summary>
/// <remarks>A log that was cut off at its end is whole in itself: compare with the last entry that a backup or an administrator has noted.</remarks>
internal sealed class AuditTrail(DeliverySecrets secrets, TimeProvider time)
{
    /// <summary>Who the service is in the log.</summary>
    public const string Service = "service";

    /// <summary>Somebody on the command line who did not say who.</summary>
    public const string Nobody = "command-line";

    private const string Purpose = "audit";

    /// <summary>Adds an entry to the transaction of the change that it tells of.</summary>
    public async Task AddAsync(LedgerContext context, string who, string what, string subject, string detail = "")
    {
        var last = context.Audit.Local.MaxBy(row => row.Number) ?? await context.Audit.AsNoTracking().OrderByDescending(row => row.Number).FirstOrDefaultAsync();
        var (number, at) = ((last?.Number ?? 0) + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
        context.Add(new AuditRow { Number = number, At = at, Who = who, What = what, Subject = subject, Detail = detail, Hash = HashOf(last?.Hash ?? "", number, at, who, what, subject, detail) });
    }

    /// <summary>Everything, the oldest first.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> ReadAsync(LedgerContext context, CancellationToken cancellationToken)
    {
        var rows = await context.Audit.AsNoTracking().OrderBy(row => row.Number).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new AuditEntry(row.Number, DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Who, row.What, row.Subject, row.Detail, row.Hash))];
    }

    /// <summary>The number of the first entry that does not follow from the one before; null where all do.</summary>
    public long? FindBreak(IReadOnlyList<AuditEntry> entries)
    {
        var before = "";
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            var expected = HashOf(before, index + 1, entry.At.ToUnixTimeMilliseconds(), entry.Who, entry.What, entry.Subject, entry.Detail);
            if (entry.Number != index + 1 || entry.Hash != expected) return index + 1;
            before = entry.Hash;
        }

        return null;
    }

    private string HashOf(string before, long number, long at, string who, string what, string subject, string detail) => secrets.MarkOf(
        Purpose, string.Join('\n', before, number.ToString(CultureInfo.InvariantCulture), at.ToString(CultureInfo.InvariantCulture), who, what, subject, detail));
}
