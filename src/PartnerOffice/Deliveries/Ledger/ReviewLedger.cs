using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Deliveries;

/// <summary>What waits for the look of a second person (R14): sealed, with a link for each who may decide, and gone once it is decided.</summary>
internal sealed class ReviewLedger(
    LedgerDatabase database, LedgerWriter writer, DeliverySecrets secrets, AuditTrail audit, NewDeliveries newDeliveries, PersonalLinkBook links, TimeProvider time)
{
    /// <summary>The action of a link to a review.</summary>
    public const string LinkAction = "review";

    /// <summary>How long anybody may decide.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    private const string ContentPurpose = "review";
    private const string RemarkPurpose = "review-remark";

    /// <summary>Puts minutes to the review. The same words again are the same review while it is open; other words end the one before.</summary>
    /// <param name="requests">One for each board that is asked, all of the same minutes: of a joint meeting each board has a review of its own (R22).</param>
    /// <returns>The reviews in the same order, and whether each is a new one.</returns>
    public Task<IReadOnlyList<(Review Review, bool IsNew)>> ProposeAsync(IReadOnlyList<ReviewRequest> requests, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return writer.WriteAsync<IReadOnlyList<(Review, bool)>>("Review", async (context, wakeUps) =>
        {
            var (partnership, minutes) = (requests[0].Partnership.ToString(), requests[0].Minutes.Id.ToString());
            var known = await context.Reviews.Where(row => row.Partnership == partnership && row.Minutes == minutes).OrderBy(row => row.Round).ToListAsync(cancellationToken);
            var kept = requests.Select(request => known.Find(row => IsSame(row, request))).ToList();
            foreach (var row in known.Where(row => row.State == ReviewState.Open && !kept.Contains(row))) await CloseAsync(context, row, ReviewState.Overtaken, requests[0].By, cancellationToken);

            var round = known.Count == 0 ? 0 : known[^1].Round;
            var reviews = new List<(Review, bool)>();
            foreach (var (request, same) in requests.Zip(kept))
            {
                if (same is not null) same.Item ??= request.Item;
                reviews.Add(same is null ? (await AddAsync(context, wakeUps, request, ++round, cancellationToken), true) : (Of(same), false));
            }

            return reviews;
        }, cancellationToken);
    }

    /// <summary>The review that a link is about; null where there is none.</summary>
    public async Task<Review?> FindAsync(PartnershipId partnership, string subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var cut = subject.LastIndexOf('/');
        if (cut < 0 || !int.TryParse(subject.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var round)) return null;

        await using var context = database.Open();
        var (own, minutes) = (partnership.ToString(), subject[..cut]);
        return await context.Reviews.AsNoTracking().SingleOrDefaultAsync(row => row.Partnership == own && row.Minutes == minutes && row.Round == round, cancellationToken) is { } row ? Of(row) : null;
    }

    /// <summary>The review of these minutes that nobody has decided; null where there is none.</summary>
    public async Task<Review?> OpenAsync(PartnershipId partnership, MinutesId minutes, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var (own, id) = (partnership.ToString(), minutes.ToString());
        return await context.Reviews.AsNoTracking().Where(row => row.Partnership == own && row.Minutes == id && row.State == ReviewState.Open).OrderBy(row => row.Round).LastOrDefaultAsync(cancellationToken) is { } row
            ? Of(row)
            : null;
    }

    /// <summary>What waits of it; null once it is decided, or where the key is lost.</summary>
    public async Task<ReviewContent?> ContentAsync(Review review, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        await using var context = database.Open();
        return await RowAsync(context, review, cancellationToken) is { Content: { } content } row && TryOpen(ContentPurpose, row, content) is { } plain
            ? JsonSerializer.Deserialize<ReviewContent>(plain)
            : null;
    }

    /// <summary>Whether these are the words that wait.</summary>
    public async Task<bool> SaysAsync(Review review, Minutes minutes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        var digest = secrets.KeyedDigest(review.Partnership, CanonicalMinutes.DigestOf(minutes));
        await using var context = database.Open();
        return (await RowAsync(context, review, cancellationToken))?.Digest == digest;
    }

    /// <summary>Sends it back with a remark, which goes out as a letter and into the board's library.</summary>
    /// <returns>Whether it was open; somebody else may have decided it meanwhile.</returns>
    public Task<bool> ReturnAsync(Review review, string by, string remark, ClearedConsignment? letter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        return writer.WriteAsync("ReviewReturned", async (context, wakeUps) =>
        {
            if (await RowAsync(context, review, cancellationToken) is not { State: ReviewState.Open } row) return false;

            await CloseAsync(context, row, ReviewState.Returned, by, cancellationToken);
            // What one of two boards sends back, the other need not look at any more (R22).
            await CloseOpenAsync(context, row.Partnership, row.Minutes, _ => ReviewState.Overtaken, by, null, cancellationToken);
            if (row.Item is not null) row.Remark = secrets.SealKept(PurposeOf(RemarkPurpose, row), Encoding.UTF8.GetBytes(remark));
            if (letter is not null) await newDeliveries.AddAsync(context, wakeUps, letter.Consignment, by, null, cancellationToken);
            return true;
        }, cancellationToken);
    }

    /// <summary>What was open of these minutes is overtaken: a person changed them, or took them back to the draft.</summary>
    /// <returns>Whether anything was.</returns>
    public Task<bool> OvertakeAsync(PartnershipId partnership, MinutesId minutes, string by, CancellationToken cancellationToken) =>
        writer.WriteAsync("ReviewOvertaken", async (context, _) => await CloseAsync(context, partnership.ToString(), minutes.ToString(), null, by, cancellationToken) > 0, cancellationToken);

    /// <summary>Ends what nobody decided in time; nothing of it is kept.</summary>
    public Task ExpireAsync(PartnershipId partnership, CancellationToken cancellationToken) => writer.WriteAsync("ReviewExpired", async (context, _) =>
    {
        var (own, now) = (partnership.ToString(), Now);
        var rows = await context.Reviews.Where(row => row.Partnership == own && row.State == ReviewState.Open && row.ExpiresAt <= now).ToListAsync(cancellationToken);
        foreach (var row in rows) await CloseAsync(context, row, ReviewState.Expired, AuditTrail.Service, cancellationToken);
        return rows.Count;
    }, cancellationToken);

    /// <summary>What was decided elsewhere and a board's library does not say yet, with the remark of what was sent back.</summary>
    public async Task<IReadOnlyList<(Review Review, string? Remark)>> OwedAsync(PartnershipId partnership, DistrictId district, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var (own, whose) = (partnership.ToString(), district.ToString());
        var rows = await context.Reviews.AsNoTracking().Where(row => row.Partnership == own && row.District == whose && row.IsOwed && row.Item != null).OrderBy(row => row.DecidedAt).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (Of(row), row.Remark is { } remark && TryOpen(RemarkPurpose, row, remark) is { } plain ? Encoding.UTF8.GetString(plain) : null))];
    }

    /// <summary>The library says what became of everything that was decided of this file.</summary>
    public Task ToldAsync(PartnershipId partnership, DistrictId district, string item, CancellationToken cancellationToken) => writer.WriteAsync("ReviewTold", async (context, _) =>
    {
        var (own, whose) = (partnership.ToString(), district.ToString());
        var rows = await context.Reviews.Where(row => row.Partnership == own && row.District == whose && row.Item == item && row.IsOwed).ToListAsync(cancellationToken);
        foreach (var row in rows) (row.IsOwed, row.Remark, row.Revision) = (false, null, row.Revision + 1);
        return rows.Count;
    }, cancellationToken);

    /// <summary>Inside a transaction that decides about these minutes another way: everything open of them is settled, all links end.</summary>
    /// <param name="released">The keyed digest of what was released; null where nothing was.</param>
    /// <param name="board">The one of two boards that decided, while the other is waited for (R22); null where it is decided for all.</param>
    /// <returns>How many were open.</returns>
    internal Task<int> CloseAsync(LedgerContext context, string partnership, string minutes, string? released, string by, CancellationToken cancellationToken, DistrictId? board = null) =>
        CloseOpenAsync(context, partnership, minutes, row => row.Digest == released ? ReviewState.Released : ReviewState.Overtaken, by, board, cancellationToken);

    /// <summary>Inside a transaction: whether this round is still open.</summary>
    internal static Task<bool> IsOpenAsync(LedgerContext context, string partnership, string minutes, int round, CancellationToken cancellationToken) =>
        context.Reviews.AnyAsync(row => row.Partnership == partnership && row.Minutes == minutes && row.Round == round && row.State == ReviewState.Open, cancellationToken);

    private bool IsSame(ReviewRow row, ReviewRequest request) =>
        row.State == ReviewState.Open && row.District == request.District.ToString() && row.Version == request.Minutes.Version && row.ExpiresAt > Now
            && row.Digest == secrets.KeyedDigest(request.Partnership, request.Minutes.ContentDigest);

    private async Task<Review> AddAsync(LedgerContext context, HashSet<WakeUp> wakeUps, ReviewRequest request, int round, CancellationToken cancellationToken)
    {
        var added = Added(request, round, secrets.KeyedDigest(request.Partnership, request.Minutes.ContentDigest));
        context.Add(added);
        await audit.AddAsync(context, request.By, "review", SubjectOf(added), FormattableString.Invariant($"readers {request.Readers.Count}"));
        var review = Of(added);
        foreach (var reader in request.Readers)
        {
            var token = links.Add(context, new(request.Partnership, request.District, reader, LinkAction, review.Subject), review.Until);
            if (request.LetterOf(review, reader, token) is { } letter) await newDeliveries.AddAsync(context, wakeUps, letter.Consignment, request.By, null, cancellationToken);
        }

        return review;
    }

    private async Task<int> CloseOpenAsync(LedgerContext context, string partnership, string minutes, Func<ReviewRow, ReviewState> state, string by, DistrictId? board, CancellationToken cancellationToken)
    {
        var rows = await context.Reviews.Where(row => row.Partnership == partnership && row.Minutes == minutes && row.State == ReviewState.Open).ToListAsync(cancellationToken);
        // One that this very transaction has closed is open in the database still.
        rows = [.. rows.Where(row => row.State == ReviewState.Open && (board is not { } own || row.District == own.ToString()))];
        foreach (var row in rows) await CloseAsync(context, row, state(row), by, cancellationToken);
        return rows.Count;
    }

    private async Task CloseAsync(LedgerContext context, ReviewRow row, ReviewState state, string by, CancellationToken cancellationToken)
    {
        (row.State, row.Content, row.DecidedBy, row.DecidedAt, row.Revision) = (state, null, by, Now, row.Revision + 1);
        row.IsOwed = row.Item is not null;
        await links.EndAsync(context, LinkAction, SubjectOf(row), null, cancellationToken);
        await audit.AddAsync(context, by, $"review {state}", SubjectOf(row));
    }

    private static Task<ReviewRow?> RowAsync(LedgerContext context, Review review, CancellationToken cancellationToken)
    {
        var (partnership, minutes, round) = (review.Partnership.ToString(), review.Minutes.ToString(), review.Round);
        return context.Reviews.SingleOrDefaultAsync(row => row.Partnership == partnership && row.Minutes == minutes && row.Round == round, cancellationToken);
    }

    private ReviewRow Added(ReviewRequest request, int round, string digest)
    {
        var row = new ReviewRow
        {
            Partnership = request.Partnership.ToString(),
            Minutes = request.Minutes.Id.ToString(),
            Round = round,
            Version = request.Minutes.Version,
            District = request.District.ToString(),
            Number = request.Minutes.Number,
            Date = request.Minutes.Date.ToString("O", CultureInfo.InvariantCulture),
            Kind = request.Minutes.Kind,
            State = ReviewState.Open,
            Digest = digest,
            ProposedBy = request.By,
            ProposedAt = Now,
            ExpiresAt = Now + (long)Lasts.TotalMilliseconds,
            Item = request.Item,
            Revision = 0,
        };
        row.Content = secrets.SealKept(PurposeOf(ContentPurpose, row), JsonSerializer.SerializeToUtf8Bytes(request.Content));
        return row;
    }

    // With the key lost nobody can decide it any more; it is put to the review anew.
    private byte[]? TryOpen(string purpose, ReviewRow row, byte[] box)
    {
        try
        {
            return secrets.OpenKept(PurposeOf(purpose, row), box);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static string SubjectOf(ReviewRow row) => Review.SubjectOf(row.Minutes, row.Round);

    private static string PurposeOf(string what, ReviewRow row) => FormattableString.Invariant($"{what}/{row.Partnership}/{row.Minutes}/{row.Round}");

    private static Review Of(ReviewRow row) => new(
        PartnershipId.Parse(row.Partnership), DistrictId.Parse(row.District), MinutesId.Parse(row.Minutes, CultureInfo.InvariantCulture), row.Round, row.Version, row.Number,
        DateOnly.ParseExact(row.Date, "O", CultureInfo.InvariantCulture), row.Kind, row.State, row.ProposedBy, DateTimeOffset.FromUnixTimeMilliseconds(row.ExpiresAt), row.Item)
    {
        DecidedBy = row.DecidedBy,
    };
}
