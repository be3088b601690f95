using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What is released and approved: the only place that says so (D25). Every change goes with the deliveries that it starts, in one transaction.</summary>
internal sealed class ReleaseLedger(
    LedgerDatabase database, LedgerWriter writer, DeliverySecrets secrets, AuditTrail audit, NewDeliveries newDeliveries, ReviewLedger reviews, TimeProvider time)
{
    private readonly BoardConsents _boards = new(audit, time);

    private const string FrozenPurpose = "frozen";
    private const string ReasonsPurpose = "reasons";

    /// <summary>The last version of these minutes that was released; null where none was.</summary>
    public async Task<Release?> LastAsync(PartnershipId partnership, MinutesId minutes, CancellationToken cancellationToken) =>
        (await ListAsync(partnership, cancellationToken)).LastOrDefault(release => release.Minutes == minutes);

    /// <summary>Every release of a partnership, by meeting and version.</summary>
    public async Task<IReadOnlyList<Release>> ListAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var text = partnership.ToString();
        var rows = await context.Releases.AsNoTracking().Where(row => row.Partnership == text).OrderBy(row => row.Date).ThenBy(row => row.Minutes).ThenBy(row => row.Version).ToListAsync(cancellationToken);
        return [.. rows.Select(ReleaseOf)];
    }

    /// <summary>Whether these very words were released: the digest leaves out the approval note (R7).</summary>
    public async Task<bool> SaysAsync(Release release, Minutes minutes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(release);
        var digest = secrets.KeyedDigest(release.Partnership, CanonicalMinutes.DigestOf(minutes));
        await using var context = database.Open();
        return (await FindAsync(context, release.Partnership, release.Minutes, release.Version, cancellationToken))?.Digest == digest;
    }

    /// <summary>The boards whose person released these very words of joint minutes, with that person's id; empty for a board's own minutes (R22).</summary>
    public async Task<IReadOnlyDictionary<DistrictId, string>> ReleasedByBoardAsync(PartnershipId partnership, MinutesId minutes, int version, string contentDigest, CancellationToken cancellationToken)
    {
        var (p, m, digest) = (partnership.ToString(), minutes.ToString(), secrets.KeyedDigest(partnership, contentDigest));
        await using var context = database.Open();
        return await context.BoardConsents.AsNoTracking().Where(row => row.Partnership == p && row.Minutes == m && row.Version == version && row.Digest == digest)
            .ToDictionaryAsync(row => DistrictId.Parse(row.Board), row => row.ReleasedBy, cancellationToken);
    }

    /// <summary>The allowed model of a release as it was frozen; null once it left, or was opened again.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Sealed with another key, which is lost.</exception>
    public async Task<FrozenMinutes?> OpenFrozenAsync(Release release, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(release);
        await using var context = database.Open();
        var row = await FindAsync(context, release.Partnership, release.Minutes, release.Version, cancellationToken);
        return row?.Frozen is { } frozen ? JsonSerializer.Deserialize<FrozenMinutes>(secrets.OpenKept(PurposeOf(FrozenPurpose, row), frozen)) : null;
    }

    /// <summary>Records a release, the approvals that these minutes hold, and what leaves by them.</summary>
    public Task<ReleaseOutcome> ReleaseAsync(ReleaseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return GuardAsync(() => writer.WriteAsync("Release", (context, wakeUps) => ReleaseInsideAsync(context, wakeUps, request, cancellationToken), cancellationToken));
    }

    /// <summary>Records that the board approved released minutes, or opened them again, and what leaves by it.</summary>
    public Task<ReleaseOutcome> ApproveAsync(ApprovalRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return GuardAsync(() => writer.WriteAsync<ReleaseOutcome>("Approve", async (context, wakeUps) =>
            await ApproveInsideAsync(context, wakeUps, request, cancellationToken) is not var (release, delivery, missing) ? new ReleaseOutcome.ChangedMeanwhile()
                : missing is { } other ? new ReleaseOutcome.AwaitsOther(other, SaidOtherwise: false)
                : new ReleaseOutcome.Recorded(release, IsNew: true, [release], delivery), cancellationToken));
    }

    /// <summary>The findings that were let pass at the release, with their reasons; they stay in the board.</summary>
    public async Task<IReadOnlyList<string>> ReasonsAsync(Release release, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(release);
        await using var context = database.Open();
        var row = await FindAsync(context, release.Partnership, release.Minutes, release.Version, cancellationToken);
        return row?.Reasons is { } reasons ? JsonSerializer.Deserialize<List<string>>(secrets.OpenKept(PurposeOf(ReasonsPurpose, row), reasons))! : [];
    }

    internal static Release ReleaseOf(ReleaseRow row) => new(
        PartnershipId.Parse(row.Partnership), MinutesId.Parse(row.Minutes, CultureInfo.InvariantCulture), row.Version, DistrictId.Parse(row.District), row.Number,
        DayOf(row.Date), row.Kind, row.State, row.ReleasedBy, DateTimeOffset.FromUnixTimeMilliseconds(row.ReleasedAt), row.Edition,
        row.Approval is { } approval ? ApprovalNote.Parse(approval) : null)
    {
        Revision = row.Revision,
        Next = row.Next is { } next ? NextOf(next) : null,
    };

    private static async Task<ReleaseOutcome> GuardAsync(Func<Task<ReleaseOutcome>> write)
    {
        try
        {
            return await write();
        }
        catch (DbUpdateException)
        {
            // Two persons released or approved at the same moment: one of them did, the other looks again.
            return new ReleaseOutcome.ChangedMeanwhile();
        }
    }

    private async Task<ReleaseOutcome> ReleaseInsideAsync(LedgerContext context, HashSet<WakeUp> wakeUps, ReleaseRequest request, CancellationToken cancellationToken)
    {
        var (partnership, minutes, version) = (request.Partnership.ToString(), request.Minutes.Id.ToString(), request.Minutes.Version);
        var known = await context.Releases.Where(row => row.Partnership == partnership && row.Minutes == minutes).OrderBy(row => row.Version).ToListAsync(cancellationToken);
        var digest = secrets.KeyedDigest(request.Partnership, request.Minutes.ContentDigest);

        if (request.Round is { } round && !await ReviewLedger.IsOpenAsync(context, partnership, minutes, round, cancellationToken)) return NothingOf(context);
        if (known.Find(row => IsOtherMeeting(row, request)) is { } original) return new ReleaseOutcome.IsCopy(ReleaseOf(original));
        var same = known.Find(row => row.Version == version);
        if (same is { State: ReleaseState.Withdrawn }) return new ReleaseOutcome.Withdrawn(ReleaseOf(same));
        if (same is not null && same.Digest == digest && same.State != ReleaseState.Reopened)
            return new ReleaseOutcome.Recorded(ReleaseOf(same), IsNew: false, [], null);
        if (same is not null && await HasLeftAsync(context, partnership, minutes, version, cancellationToken)) return new ReleaseOutcome.AlreadyDelivered(ReleaseOf(same));
        // A ledger that was lost knows no earlier version; one that is there is followed by the next one.
        if (known.Count > 0 && same is null && version != known[^1].Version + 1) return new ReleaseOutcome.WrongVersion(ReleaseOf(known[^1]));
        if (same is not null && same != known[^1]) return new ReleaseOutcome.WrongVersion(ReleaseOf(known[^1]));

        var by = request.By;
        if (request.Board is { } board)
        {
            var agreed = await _boards.ReleaseAsync(context, request, board, digest, cancellationToken);
            if (agreed.Count < 2)
            {
                // What both had released is not what this board wants any more.
                await ReopenAsync(context, same, request.By, cancellationToken);
                await reviews.CloseAsync(context, partnership, minutes, digest, request.By, cancellationToken, board);
                var other = request.Boards.First(one => one != board);
                return new ReleaseOutcome.AwaitsOther(other, await SaidOtherwiseAsync(context, partnership, minutes, version, other, cancellationToken));
            }

            // The note names both: whoever prepared it before the other agreed looks again.
            if (agreed.First(row => row.Board != board.ToString()).ReleasedBy != request.With) return NothingOf(context);
            by = string.Join(' ', request.Boards.Select(one => agreed.First(row => row.Board == one.ToString()).ReleasedBy));
        }

        var row = same ?? Added(context, request, digest);
        (row.State, row.Digest, row.Edition, row.ReleasedBy, row.ReleasedAt) = (ReleaseState.Released, digest, request.Edition, by, Now);
        (row.Approval, row.ApprovedBy, row.ApprovedAt, row.Next) = (null, null, null, TextOf(request.Minutes.Next));
        row.Frozen = secrets.SealKept(
            PurposeOf(FrozenPurpose, row), JsonSerializer.SerializeToUtf8Bytes(new FrozenMinutes(request.Minutes.ContentDigest, request.Frozen.ToArray()) { Joint = request.FrozenPair }));
        row.Reasons = request.Reasons.Count == 0 ? null : secrets.SealKept(PurposeOf(ReasonsPurpose, row), JsonSerializer.SerializeToUtf8Bytes(request.Reasons));
        row.Revision++;
        await audit.AddAsync(context, request.By, "released", SubjectOf(row), $"edition {request.Edition} reasons {request.Reasons.Count}");

        // Whoever released it, and whichever way: nobody need look at it any more.
        await reviews.CloseAsync(context, partnership, minutes, digest, request.By, cancellationToken);

        var approved = new List<Release>();
        foreach (var approval in request.Approves)
        {
            if (await ApproveInsideAsync(context, wakeUps, approval, cancellationToken) is not var (earlier, _, missing)) return NothingOf(context);
            if (missing is null) approved.Add(earlier);
        }

        return new ReleaseOutcome.Recorded(ReleaseOf(row), IsNew: true, approved, await SendAsync(context, wakeUps, request.Dispatch, request.Back, request.By, cancellationToken));
    }

    private async Task<(Release Release, DeliveryStatus? Delivery, DistrictId? Missing)?> ApproveInsideAsync(LedgerContext context, HashSet<WakeUp> wakeUps, ApprovalRequest request, CancellationToken cancellationToken)
    {
        var release = request.Release;
        if (await FindAsync(context, release.Partnership, release.Minutes, release.Version, cancellationToken) is not { } row || row.Revision != release.Revision) return null;

        row.Revision++;
        if (request.Note is not { } note)
        {
            await ReopenAsync(context, row, request.By, cancellationToken);
            await BoardConsents.ReopenAsync(context, row.Partnership, row.Minutes, row.Version, cancellationToken);
            return (ReleaseOf(row), null, null);
        }

        if (request.Board is { } board && await _boards.ApproveAsync(context, request, board, cancellationToken) is [var other, ..])
            return (ReleaseOf(row), null, DistrictId.Parse(other.Board));

        row.State = ReleaseState.Approved;
        (row.Approval, row.ApprovedBy, row.ApprovedAt) = (note.ToText(), request.By, Now);
        // From here on the consignment carries it.
        if (request.Dispatch is not null) row.Frozen = null;
        await audit.AddAsync(context, request.By, "approved", SubjectOf(row), FormattableString.Invariant($"{note.On:O} {note.In}").TrimEnd());
        return (ReleaseOf(row), await SendAsync(context, wakeUps, request.Dispatch, request.Back, request.By, cancellationToken), null);
    }

    private async Task ReopenAsync(LedgerContext context, ReleaseRow? row, string by, CancellationToken cancellationToken)
    {
        if (row is null or { State: ReleaseState.Reopened }) return;

        (row.State, row.Frozen) = (ReleaseState.Reopened, null);
        row.Revision++;
        await audit.AddAsync(context, by, "reopened", SubjectOf(row));
        await newDeliveries.StopUntouchedAsync(context, row.Partnership, row.Minutes, row.Version, by, "reopened", cancellationToken);
    }

    private static Task<bool> SaidOtherwiseAsync(LedgerContext context, string partnership, string minutes, int version, DistrictId board, CancellationToken cancellationToken)
    {
        var other = board.ToString();
        return context.BoardConsents.AnyAsync(row => row.Partnership == partnership && row.Minutes == minutes && row.Version == version && row.Board == other, cancellationToken);
    }

    // Both boards of a joint meeting get theirs, or neither does.
    private async Task<DeliveryStatus?> SendAsync(LedgerContext context, HashSet<WakeUp> wakeUps, Dispatch? dispatch, Dispatch? back, string who, CancellationToken cancellationToken)
    {
        var sent = await SendAsync(context, wakeUps, dispatch, who, cancellationToken);
        await SendAsync(context, wakeUps, back, who, cancellationToken);
        return sent;
    }

    private async Task<DeliveryStatus?> SendAsync(LedgerContext context, HashSet<WakeUp> wakeUps, Dispatch? dispatch, string who, CancellationToken cancellationToken)
    {
        if (dispatch is null) return null;

        var outcome = await newDeliveries.AddAsync(context, wakeUps, dispatch.Edition.Consignment, who, dispatch.StartsAt, cancellationToken);
        if (outcome is EnqueueOutcome.Accepted { IsNew: true } && dispatch.Announcement is { } announcement)
            await newDeliveries.AddAsync(context, wakeUps, announcement.Consignment, who, null, cancellationToken);
        return (outcome as EnqueueOutcome.Accepted)?.Delivery;
    }

    // What was added so far is not saved.
    private static ReleaseOutcome.ChangedMeanwhile NothingOf(LedgerContext context)
    {
        context.ChangeTracker.Clear();
        return new();
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static DateOnly DayOf(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    // A day and a time are no words of the minutes; the place is, and stays out.
    private static string? TextOf(NextMeeting? next) => next is { Date: { } date }
        ? date.ToString("O", CultureInfo.InvariantCulture) + next.Start?.ToString("'T'HH:mm", CultureInfo.InvariantCulture)
        : null;

    private static NextMeeting NextOf(string text) => text.Split('T') is [var day, var time]
        ? new(DayOf(day), TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), null)
        : new(DayOf(text), null, null);

    private static string SubjectOf(ReleaseRow row) => FormattableString.Invariant($"{row.Minutes} v{row.Version}");

    private static string PurposeOf(string what, ReleaseRow row) => FormattableString.Invariant($"{what}/{row.Partnership}/{row.Minutes}/{row.Version}");

    private static bool IsOtherMeeting(ReleaseRow row, ReleaseRequest request) =>
        row.District != request.District.ToString() || row.Number != request.Minutes.Number || DayOf(row.Date) != request.Minutes.Date || row.Kind != request.Minutes.Kind;

    private static Task<ReleaseRow?> FindAsync(LedgerContext context, PartnershipId partnership, MinutesId minutes, int version, CancellationToken cancellationToken)
    {
        var (p, m) = (partnership.ToString(), minutes.ToString());
        return context.Releases.SingleOrDefaultAsync(row => row.Partnership == p && row.Minutes == m && row.Version == version, cancellationToken);
    }

    private static Task<bool> HasLeftAsync(LedgerContext context, string partnership, string minutes, int version, CancellationToken cancellationToken) => context.Deliveries.AnyAsync(
        row => row.Partnership == partnership && row.Minutes == minutes && row.Version == version && row.Kind == DeliveryKind.Edition && row.Steps.Any(step => step.Attempts > 0 || step.State != StepState.Planned),
        cancellationToken);

    private static ReleaseRow Added(LedgerContext context, ReleaseRequest request, string digest)
    {
        var row = new ReleaseRow
        {
            Partnership = request.Partnership.ToString(),
            Minutes = request.Minutes.Id.ToString(),
            Version = request.Minutes.Version,
            District = request.District.ToString(),
            Number = request.Minutes.Number,
            Date = request.Minutes.Date.ToString("O", CultureInfo.InvariantCulture),
            Kind = request.Minutes.Kind,
            State = ReleaseState.Released,
            Digest = digest,
            Edition = request.Edition,
            ReleasedBy = request.By,
            ReleasedAt = 0,
            Revision = 0,
        };
        context.Add(row);
        return row;
    }
}
