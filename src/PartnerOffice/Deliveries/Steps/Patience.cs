using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>How long a step waits after a failure, and when it is given up (engine R5, R6).</summary>
/// <param name="time">The clock.</param>
/// <param name="chance">0 to 1, so that many steps that failed together do not come back together.</param>
internal sealed class Patience(TimeProvider time, Func<double> chance)
{
    /// <summary>After this long a step is given up and a person is told; the tracker never is (D26).</summary>
    public static readonly TimeSpan GivesUpAfter = TimeSpan.FromHours(24);

    /// <summary>After this long a tracker that cannot be written, or a file that is locked, is warned of, and from then on daily (D26, D7).</summary>
    public static readonly TimeSpan WarnsAfter = TimeSpan.FromHours(4);

    /// <summary>A file that somebody at the partner's has open is waited for so long (D7).</summary>
    public static readonly TimeSpan WaitsForLocked = TimeSpan.FromDays(7);

    private const string Locked = "locked";
    private static readonly TimeSpan WarnsAgainAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LockedShortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LockedLongest = TimeSpan.FromMinutes(15);

    /// <summary>What a failed request means for its step.</summary>
    public (StepEvent Happened, StepChange Change) Judge(StepClaim claim, GraphException failure)
    {
        var (error, wait, isFinal) = failure switch
        {
            ThrottledException => ("throttled", failure.RetryAfter ?? Growing(claim, Shortest, Longest), false),
            LockedException => (Locked, Growing(claim, LockedShortest, LockedLongest), false),
            SignInException => ("sign-in-refused", Growing(claim, LockedShortest, LockedLongest), false),
            AccessDeniedException => ("access-denied", Growing(claim, LockedShortest, LockedLongest), false),
            QuotaExceededException => ("library-full", LockedLongest, true),
            InvalidRequestException => ("request-refused", LockedLongest, true),
            GraphUnreachableException => ("unreachable", Growing(claim, Shortest, Longest), false),
            NotFoundException => ("not-found", Growing(claim, Shortest, Longest), false),
            PreconditionFailedException or ConflictException or NameTakenException => ("changed-meanwhile", Growing(claim, Shortest, Longest), false),
            _ => ("unavailable", Growing(claim, Shortest, Longest), false),
        };
        return Judge(claim, failure.Outcome == GraphOutcome.Unknown, error, wait, isFinal, failure.RequestId);
    }

    /// <summary>Certainly nothing was changed; the reason is ours or the partner's.</summary>
    public (StepEvent Happened, StepChange Change) Later(StepClaim claim, string error, TimeSpan wait) =>
        Judge(claim, isUnknown: false, error, wait, isFinal: false, requestId: null);

    /// <summary>A mistake of ours: what was under way may be out.</summary>
    public (StepEvent Happened, StepChange Change) Broken(StepClaim claim) =>
        Judge(claim, isUnknown: true, "internal", Growing(claim, LockedShortest, LockedLongest), isFinal: false, requestId: null);

    /// <summary>From <paramref name="shortest"/> on, twice as long after each try, up to <paramref name="longest"/>, and a fifth more or less.</summary>
    public TimeSpan Growing(StepClaim claim, TimeSpan shortest, TimeSpan longest)
    {
        var grown = shortest * Math.Pow(2, Math.Clamp(claim.Attempts - 1, 0, 20));
        return (grown < longest ? grown : longest) * (0.8 + (0.4 * chance()));
    }

    private (StepEvent Happened, StepChange Change) Judge(StepClaim claim, bool isUnknown, string error, TimeSpan wait, bool isFinal, string? requestId)
    {
        var change = new StepChange { Error = error, RequestId = requestId, Wait = wait };
        var isTracker = claim.Step == DeliveryStep.Tracker;
        var isLocked = error == Locked && claim.Step is DeliveryStep.Upload or DeliveryStep.Remove;
        var now = time.GetUtcNow();
        if ((isTracker || isLocked) && now - claim.FirstAt >= WarnsAfter && (claim.WarnedAt is not { } last || now - last >= WarnsAgainAfter))
            change = change with { Warns = true };
        if (!isTracker && (isFinal || now - claim.FirstAt >= (isLocked ? WaitsForLocked : GivesUpAfter)))
            // A message that may have left is not "failed": that word invites to send it again.
            return claim is { Step: DeliveryStep.Mail, State: StepState.Sending } && (isUnknown || claim.MayBeOut)
                ? (StepEvent.Doubt, change)
                : (StepEvent.GiveUp, change);

        return (isUnknown && claim.State == StepState.Sending ? StepEvent.Unknown : StepEvent.NotDone, change);
    }
}
