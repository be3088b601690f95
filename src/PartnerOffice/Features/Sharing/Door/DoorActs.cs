using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.Sharing;

/// <summary>
/// What a person meant by setting the column »Stand«, done as the pane does it (R14). Doing it again finds it done: a service that was killed
/// between the deed and the answer does nothing twice.
/// </summary>
internal sealed class DoorActs(Ledger ledger, Partnership partnership, District district, Uri? service, TimeProvider time)
{
    /// <param name="item">The file's row.</param>
    /// <param name="reading">What the file says; null where it could not be read as minutes.</param>
    /// <param name="known">Which minutes the file held when the service last answered.</param>
    /// <returns>What to answer, and the recalls that began, for their incident note.</returns>
    public async Task<(DoorAnswer Answer, IReadOnlyList<DoorRecall> Recalls)> RunAsync(string item, string stand, DoorHistory history, MinutesReading? reading, MinutesId? known, CancellationToken cancellationToken)
    {
        var minutes = reading?.Minutes?.Id ?? known;
        try
        {
            if (stand == BoardColumns.Draft)
                return (await DraftAsync(minutes, cancellationToken), []);

            var person = PersonOf(history.Setter) ?? throw ShareException.UnknownSetter();
            if (stand == BoardColumns.Withdrawn)
                return await WithdrawAsync(minutes, person, cancellationToken);
            if (reading is null)
                return (new(await StandingAsync(minutes, cancellationToken), DoorWords.Unreadable, minutes), []);
            if (reading.Minutes is { } read && read.District != district.Id.ToString())
                throw ShareException.ForeignDistrict(read.District);

            return (stand == BoardColumns.Released
                ? await ReleaseAsync(reading, person, history, cancellationToken)
                : await ReviewAsync(item, reading, person, history, cancellationToken), []);
        }
        catch (RefusalException refusal)
        {
            return (new(await StandingAsync(minutes, cancellationToken), DoorWords.Refused(refusal), minutes), []);
        }
    }

    /// <summary>Nobody touched the column, but the text may have changed; null where there is nothing to say.</summary>
    public async Task<DoorAnswer?> TextChangedAsync(string stand, MinutesReading? reading, MinutesId? known, CancellationToken cancellationToken)
    {
        if (known is not { } minutes)
            return null;

        if (stand == BoardColumns.Review && await ledger.Reviews.OpenAsync(partnership.Id, minutes, cancellationToken) is { } review)
        {
            if (reading?.Minutes is { } read && read.Id == minutes && await ledger.Reviews.SaysAsync(review, read, cancellationToken))
                return null;
            await ledger.Reviews.OvertakeAsync(partnership.Id, minutes, AuditTrail.Service, cancellationToken);
            return new(BoardColumns.Draft, DoorWords.ChangedSinceReview, minutes);
        }

        return stand == BoardColumns.Released
            && await ledger.Releases.LastAsync(partnership.Id, minutes, cancellationToken) is { State: ReleaseState.Released or ReleaseState.Approved } release
            && !(reading?.Minutes is { } now && await ledger.Releases.SaysAsync(release, now, cancellationToken))
            ? new(BoardColumns.Released, DoorWords.ChangedSinceRelease, minutes)
            : null;
    }

    /// <summary>What became of a review that was decided elsewhere; null where the column has its answer already.</summary>
    public async Task<DoorAnswer?> DecidedAsync(Review review, string? remark, CancellationToken cancellationToken) => review.State switch
    {
        ReviewState.Released when await ledger.Releases.LastAsync(partnership.Id, review.Minutes, cancellationToken) is { } release =>
            new(BoardColumns.Released, DoorWords.Released(release, district), review.Minutes) { HasLink = false },
        ReviewState.Returned => new(BoardColumns.Draft, DoorWords.Returned(district.Find(review.DecidedBy)?.Name ?? ""), review.Minutes) { Remark = remark },
        ReviewState.Expired => new(BoardColumns.Draft, DoorWords.Expired, review.Minutes),
        _ => null,
    };

    private async Task<DoorAnswer> DraftAsync(MinutesId? minutes, CancellationToken cancellationToken)
    {
        if (minutes is not { } id)
            return new(BoardColumns.Draft, null, minutes);
        if (await ledger.Reviews.OvertakeAsync(partnership.Id, id, AuditTrail.Service, cancellationToken))
            return new(BoardColumns.Draft, DoorWords.BackToDraft, minutes) { HasLink = false };

        return new(BoardColumns.Draft, await StandingAsync(minutes, cancellationToken) == BoardColumns.Released ? DoorWords.ReleaseStands : null, minutes) { HasLink = false };
    }

    private async Task<DoorAnswer> ReviewAsync(string item, MinutesReading reading, Person person, DoorHistory history, CancellationToken cancellationToken)
    {
        RequireOneBoard(reading);
        var writers = history.Writer is { } writer && PersonOf(writer) is { } known ? [known.Id] : (IReadOnlyCollection<PersonId>)[];
        var outcome = await new ReviewMinutes(ledger, partnership, service, time).RunAsync(reading, [], person, writers, item, cancellationToken);
        return outcome switch
        {
            ReviewOutcome.Waits waits => new(BoardColumns.Review, ReviewWords.Waits(waits with { IsNew = true }), reading.Minutes!.Id) { HasLink = false },
            ReviewOutcome.NotFit not => new(await StandingAsync(reading.Minutes?.Id, cancellationToken), DoorWords.NotFit(not.Open), reading.Minutes?.Id),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<DoorAnswer> ReleaseAsync(MinutesReading reading, Person person, DoorHistory history, CancellationToken cancellationToken)
    {
        if (reading.Minutes is { } read && await ledger.Releases.LastAsync(partnership.Id, read.Id, cancellationToken) is { State: ReleaseState.Released or ReleaseState.Approved } last
            && last.Version == read.Version.Number && await ledger.Releases.SaysAsync(last, read, cancellationToken))
            return new(BoardColumns.Released, DoorWords.Released(last, district), read.Id) { HasLink = false };

        RequireOneBoard(reading);
        // Nobody can have looked at what was written after the column was set.
        if (history.WasWrittenAfter)
            throw ShareException.ChangedAfterwards();
        if (history.Writer is { } writer && (writer == history.Setter || PersonOf(writer)?.Id == person.Id))
            throw ShareException.LastWriter(person);

        var (proposal, open) = await ReleasePreparation.RunAsync(ledger, partnership, reading, [], _ => (person, district), time, cancellationToken);
        if (proposal is null)
            return new(await StandingAsync(reading.Minutes?.Id, cancellationToken), DoorWords.NotFit(open), reading.Minutes?.Id);

        var recorded = ReleaseAnswer.Require(await new ReleaseMinutes(ledger, partnership, time).RunAsync(proposal, cancellationToken), proposal.Minutes.Number);
        return new(BoardColumns.Released, DoorWords.Released(recorded.Release, district), proposal.Minutes.Id) { HasLink = false };
    }

    private async Task<(DoorAnswer, IReadOnlyList<DoorRecall>)> WithdrawAsync(MinutesId? minutes, Person person, CancellationToken cancellationToken)
    {
        if (minutes is not { } id)
            throw ShareException.NothingToWithdraw();

        var wasOpen = await ledger.Reviews.OvertakeAsync(partnership.Id, id, person.Id.ToString(), cancellationToken);
        var recalls = new List<DoorRecall>();
        var wasStopped = false;
        foreach (var edition in await EditionsAsync(id, cancellationToken))
        {
            if (await ledger.Recalls.FindAsync(edition, cancellationToken) is not { } ground)
                continue;
            if (await new RecallEdition(ledger, partnership, time).RunAsync(ground, WithdrawalReason.Confidential, person, cancellationToken) is RecallOutcome.Accepted accepted)
                recalls.Add(new(ground, accepted.Recall, person));
            else
                wasStopped = true;
        }

        if (recalls.Count > 0)
            return (new(BoardColumns.Withdrawn, DoorWords.Withdrawn, minutes), recalls);

        var last = await ledger.Releases.LastAsync(partnership.Id, id, cancellationToken);
        if (last is { State: ReleaseState.Released or ReleaseState.Approved })
        {
            // Nothing has left: released it is no more, and nothing leaves before it is released anew.
            ReleaseAnswer.Require(await new ReleaseMinutes(ledger, partnership, time).ApproveAsync(last, person, null, cancellationToken), last.Number);
            return (new(BoardColumns.Draft, DoorWords.NeverLeft, minutes) { HasLink = false }, []);
        }

        return last is { State: ReleaseState.Withdrawn } ? (new(BoardColumns.Withdrawn, null, minutes), [])
            : wasStopped || wasOpen || last is { State: ReleaseState.Reopened } ? (new(BoardColumns.Draft, DoorWords.NeverLeft, minutes) { HasLink = false }, [])
            : throw ShareException.NothingToWithdraw();
    }

    // What lies with the partner or is on its way there; what a later one replaced is gone already.
    private async Task<IReadOnlyList<DeliveryId>> EditionsAsync(MinutesId minutes, CancellationToken cancellationToken)
    {
        var all = (await ledger.ListAsync(cancellationToken)).Where(status => status.Minutes == minutes && status.From == district.Id && status.Kind == DeliveryKind.Edition).ToList();
        var live = all.Where(status => status.State is not (DeliveryState.Withdrawn or DeliveryState.Stopped or DeliveryState.Refused)).ToList();
        return [.. live.Where(status => !live.Exists(later => later.Replaces == status.Delivery && later.StartsAt is null)).Select(status => status.Delivery)];
    }

    // How far the minutes really are, for a column that says something else.
    private async Task<string> StandingAsync(MinutesId? minutes, CancellationToken cancellationToken)
    {
        if (minutes is not { } id)
            return BoardColumns.Draft;
        if (await ledger.Reviews.OpenAsync(partnership.Id, id, cancellationToken) is not null)
            return BoardColumns.Review;

        return (await ledger.Releases.LastAsync(partnership.Id, id, cancellationToken))?.State switch
        {
            ReleaseState.Released or ReleaseState.Approved => BoardColumns.Released,
            ReleaseState.Withdrawn => BoardColumns.Withdrawn,
            _ => BoardColumns.Draft,
        };
    }

    // A library is one board's, and its column speaks for that board alone (R22).
    private static void RequireOneBoard(MinutesReading reading)
    {
        if (reading.Minutes is { IsJoint: true } joint)
            throw ShareException.BothBoardsRelease(joint.Number);
    }

    // Somebody of the board, or with a role, today; the tenant's guests without one are nobody here.
    private Person? PersonOf(Editor editor)
    {
        var today = time.Today(district.TimeZone);
        return editor.IsPerson && district.FindAccount(editor.User, editor.Name) is { } person && (person.TermOn(today) is not null || district.RolesOn(person.Id, today).Count > 0) ? person : null;
    }
}
