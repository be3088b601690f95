using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Who had the minutes (R13), and what lies in a library for a moment.</summary>
internal sealed class BoardCopyLedger(LedgerDatabase database, LedgerWriter writer, DeliverySecrets secrets, AuditTrail audit, TimeProvider time)
{
    /// <summary>The key of such a mail: the same minutes for the same people in the same way are the same mail.</summary>
    /// <param name="content">What tells this mail from others of the same minutes: digests and words of ours.</param>
    public string KeyOf(PartnershipId partnership, string content) => secrets.MarkOf($"board-copy/{partnership}", content);

    /// <summary>The mail of this key; null where none was laid ready.</summary>
    public async Task<BoardCopyRecord?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.BoardCopies.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellationToken) is { } row ? RecordOf(row) : null;
    }

    /// <summary>Every mail with minutes of a partnership, the oldest first.</summary>
    /// <param name="minutes">Of these alone; null for all.</param>
    public async Task<IReadOnlyList<BoardCopyRecord>> ListAsync(PartnershipId partnership, MinutesId? minutes, CancellationToken cancellationToken)
    {
        var (own, id) = (partnership.ToString(), minutes?.ToString());
        await using var context = database.Open();
        var rows = await context.BoardCopies.AsNoTracking().Where(row => row.Partnership == own && (id == null || row.Minutes == id)).OrderBy(row => row.At).ThenBy(row => row.Key).ToListAsync(cancellationToken);
        return [.. rows.Select(RecordOf)];
    }

    /// <summary>Notes who was to get it. The same mail again is one row; only its draft may be another by now.</summary>
    public Task<BoardCopyRecord> RecordAsync(BoardCopyRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return writer.WriteAsync("BoardCopy", async (context, _) =>
        {
            if (await context.BoardCopies.SingleOrDefaultAsync(known => known.Key == record.Key, cancellationToken) is { } row)
            {
                row.Draft = record.Draft;
                return RecordOf(row);
            }

            row = new()
            {
                Key = record.Key,
                Partnership = record.Partnership.ToString(),
                Minutes = record.Minutes.ToString(),
                Version = record.Version,
                District = record.District.ToString(),
                Scope = record.Scope,
                Delivery = record.Delivery?.ToString(),
                Persons = string.Join(' ', record.Persons),
                PrivateAddresses = record.PrivateAddresses,
                Draft = record.Draft,
                File = record.File,
                By = record.By,
                At = time.GetUtcNow().ToUnixTimeMilliseconds(),
            };
            context.Add(row);
            await audit.AddAsync(
                context, record.By, "board-copy", $"{record.Minutes} v{record.Version.ToString(CultureInfo.InvariantCulture)}",
                FormattableString.Invariant($"{record.District} {record.Scope} people {record.Persons.Count} private {record.PrivateAddresses}"));
            return RecordOf(row);
        }, cancellationToken);
    }

    /// <summary>Notes that a file is about to lie in a board's library for a moment.</summary>
    public Task<int> BeginPassingAsync(string name, PartnershipId partnership, DistrictId district, CancellationToken cancellationToken) => writer.WriteAsync("PassingBegins", (context, _) =>
    {
        context.Add(new PassingFileRow { Name = name, Partnership = partnership.ToString(), District = district.ToString(), At = time.GetUtcNow().ToUnixTimeMilliseconds() });
        return Task.FromResult(0);
    }, cancellationToken);

    /// <summary>It is gone.</summary>
    public Task<int> EndPassingAsync(string name, CancellationToken cancellationToken) => writer.WriteAsync("PassingEnds", async (context, _) =>
    {
        if (await context.PassingFiles.SingleOrDefaultAsync(known => known.Name == name, cancellationToken) is { } row) context.Remove(row);
        return 0;
    }, cancellationToken);

    /// <summary>Files that were to be gone by now: whoever laid them was stopped.</summary>
    public async Task<IReadOnlyList<PassingFileRow>> LeftLyingAsync(TimeSpan since, CancellationToken cancellationToken)
    {
        var before = (time.GetUtcNow() - since).ToUnixTimeMilliseconds();
        await using var context = database.Open();
        return await context.PassingFiles.AsNoTracking().Where(row => row.At <= before).ToListAsync(cancellationToken);
    }

    private static BoardCopyRecord RecordOf(BoardCopyRow row) => new(
        row.Key, PartnershipId.Parse(row.Partnership), MinutesId.Parse(row.Minutes, CultureInfo.InvariantCulture), row.Version, DistrictId.Parse(row.District), row.Scope,
        row.Delivery is { } delivery && DeliveryId.TryParse(delivery, out var id) ? id : null,
        [.. row.Persons.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PersonId.Parse)],
        row.PrivateAddresses, row.Draft, row.File, row.By, DateTimeOffset.FromUnixTimeMilliseconds(row.At));
}
