using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Counts what a delivery left behind, by its keys, ten minutes and a day after it (engine R8): one file, one message, each row once. Drafts
/// that nobody sent are swept away; everything else that is not as it should be is reported and left to a person.
/// </summary>
internal sealed class Verification(Ledger ledger, DeliverySecrets secrets, GraphConnections connections, Library library, TimeProvider time)
{
    public static readonly TimeSpan First = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Second = TimeSpan.FromHours(24);

    /// <returns>The verdict, which the ledger keeps.</returns>
    /// <exception cref="GraphException">Graph refused or stayed away; nothing was kept.</exception>
    public async Task<string> RunAsync(DeliveryId delivery, PartnershipRoute route, CancellationToken cancellationToken)
    {
        var ground = await ledger.GroundAsync(delivery, cancellationToken);
        var doubts = ground.IsOvertaken ? [Verdict.Overtaken] : (List<string>)
        [
            .. await FilesAsync(ground, route, cancellationToken),
            .. await RowsAsync(ground, route, cancellationToken),
            .. await MailsAsync(ground, route, cancellationToken),
            .. await EventsAsync(ground, route, cancellationToken),
        ];
        var verdict = doubts.Count == 0 ? Verdict.AsItShouldBe : string.Join(", ", doubts);
        await ledger.SaveVerdictAsync(delivery, verdict, ground.Status.Verdict is null or Verdict.NotYet ? time.GetUtcNow() + Second : null, cancellationToken);
        return verdict;
    }

    private async Task<IEnumerable<string>> FilesAsync(CountingGround ground, PartnershipRoute route, CancellationToken cancellationToken)
    {
        if (ground.Status.Find(DeliveryStep.Upload) is not { State: StepState.Done, RemoteId: { } id } || route.Districts.GetValueOrDefault(ground.To) is not { Library: { } place } to) return [];

        var connection = connections.Of(to.Identity);
        var doubts = new List<string>();
        if (await connection.Drives.FindAsync(place.Drive, ItemId.Parse(id), cancellationToken) is null) doubts.Add(StepError.RemovedByPartner);
        if (await CountAsync(to, place, secrets.StepKey(route.Id, ground.Status.Delivery, DeliveryStep.Upload), cancellationToken) is > 1 and var files) doubts.Add($"files {files}");
        // What was taken back may have come late, from a request that nobody heard the end of.
        if (ground.Status.Replaces is { } old && ground.Status.Find(DeliveryStep.Remove) is not null && await CountAsync(to, place, secrets.StepKey(route.Id, old, DeliveryStep.Upload), cancellationToken) > 0)
            doubts.Add("withdrawn file is back");
        return doubts;
    }

    private async Task<int?> CountAsync(DistrictRoute to, LibraryRoute place, string key, CancellationToken cancellationToken) =>
        (await library.ColumnsAsync(to, place, cancellationToken)).Contains(Library.KeyColumn)
            ? (await connections.Of(to.Identity).Lists.FindItemsByFieldAsync(place.Site, place.List, Library.KeyColumn, key, cancellationToken)).Count
            : null;

    private async Task<IEnumerable<string>> RowsAsync(CountingGround ground, PartnershipRoute route, CancellationToken cancellationToken)
    {
        if (ground.Status.Find(DeliveryStep.Tracker) is not { State: StepState.Done } || ground.Rows.Count == 0 || route.Tracker is not { } tracker) return [];

        var drives = connections.Of(tracker.Identity).Drives;
        if (await drives.FindAsync(tracker.Drive, tracker.Path, cancellationToken) is not { } workbook) return ["tracker is gone"];

        var content = await drives.DownloadAsync(tracker.Drive, workbook.Id, cancellationToken);
        try
        {
            // Keys alone change nothing in a row that is there.
            var found = TrackerWorkbook.Apply(content.Bytes, [.. ground.Rows.GroupBy(row => row.Table).Select(table => new TrackerChange(table.Key, [.. table.Select(row => KeyOnly(row.Key))]))]);
            return found.Added.Count > 0 ? [$"rows missing {found.Added.Count}"] : [];
        }
        catch (TrackerRefusedException refused)
        {
            return [$"workbook: {refused.Code}"];
        }
    }

    private async Task<IEnumerable<string>> MailsAsync(CountingGround ground, PartnershipRoute route, CancellationToken cancellationToken)
    {
        if (ground.Status.Find(DeliveryStep.Mail) is not { State: StepState.Done or StepState.Uncertain } step || route.Districts.GetValueOrDefault(ground.From) is not { Mailbox: { } mailbox } from) return [];

        var mail = connections.Of(from.Identity).Mail;
        var messages = await mail.FindByKeyAsync(mailbox, secrets.StepKey(route.Id, ground.Status.Delivery, DeliveryStep.Mail), cancellationToken);
        var sent = messages.Count(message => !message.IsDraft);
        if (step.State == StepState.Uncertain)
        {
            // It turned up: looked for once more, it is confirmed and not sent.
            if (sent == 1) await ledger.RetryAsync(ground.Status.Delivery, cancellationToken);
            return [];
        }

        // A draft that lost the race reaches nobody, and is not ours to keep.
        foreach (var draft in messages.Where(message => message.IsDraft)) await mail.DeleteAsync(mailbox, draft.Id, cancellationToken);
        return sent > 1 ? [$"messages {sent}"] : [];
    }

    // Only what made an event left a key in the calendar; what a person took away since is theirs to decide.
    private async Task<IEnumerable<string>> EventsAsync(CountingGround ground, PartnershipRoute route, CancellationToken cancellationToken)
    {
        if (ground.Status.Find(DeliveryStep.Event) is not { State: StepState.Done } || route.Districts.GetValueOrDefault(ground.From) is not { Mailbox: { } mailbox } from) return [];

        var key = secrets.StepKey(route.Id, ground.Status.Delivery, DeliveryStep.Event);
        var events = await connections.Of(from.Identity).Calendars.FindByKeyAsync(new(mailbox, TimeZoneInfo.Utc), key, cancellationToken);
        return events.Count > 1 ? [$"events {events.Count}"] : [];
    }

    private static TrackerRow KeyOnly(string key) => new(new Dictionary<string, TrackerValue?>(StringComparer.OrdinalIgnoreCase) { [TrackerTables.Key] = new TrackerValue.Text(key) });
}
