namespace PartnerOffice.Core;

/// <summary>A joint retreat of both boards (clause 5), from the first proposal to the record of who took part.</summary>
/// <param name="Year">The calendar year whose duty it is to meet; its days may lie in the next one where it is late.</param>
public sealed record Retreat(RetreatId Id, int Year)
{
    /// <summary>What both confirmed; null while nothing is.</summary>
    public RetreatTerms? Agreed { get; init; }

    /// <summary>What one of them proposes, beside what may be agreed already; null for nothing.</summary>
    public RetreatOffer? Offer { get; init; }

    /// <summary>Whether it was called off.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>The planned meeting, whose id the minutes have; null while none is planned.</summary>
    public MinutesId? Meeting { get; init; }

    /// <summary>In whose district and on which day the invitations say that it begins; null while none are out.</summary>
    public (DistrictId Host, DateOnly Day)? Invited { get; init; }

    /// <summary>Who took part, by board; empty while nobody recorded it.</summary>
    public IReadOnlyList<BoardPresence> Attended { get; init; } = [];

    /// <summary>Host and days that both confirmed; null where there are none.</summary>
    public RetreatTerms.Meet? Fixed => Agreed as RetreatTerms.Meet;

    /// <summary>Whether the invitations name another host or day than what both confirmed (R24).</summary>
    public bool IsInvitedOtherwise => Invited is { } invited && Fixed is { } terms && (invited.Host != terms.Host || invited.Day != terms.Day);

    /// <summary>Whether it was recorded that it took place.</summary>
    public bool TookPlace => Attended.Count > 0;

    /// <summary>Whether nothing can be changed about it any more.</summary>
    public bool IsOver => IsCancelled || TookPlace;

    /// <summary>Whether it meets the duty of its year: enough members of each board took part.</summary>
    /// <param name="minimum">How many of each board make it one of both.</param>
    public bool Counts(int minimum) => !IsCancelled && TookPlace && Fixed is not null && Attended.All(board => board.Members.Count >= minimum);

    /// <summary>How it stands at the end of <paramref name="day"/>.</summary>
    public RetreatState On(DateOnly day, int minimum) => this switch
    {
        { IsCancelled: true } => RetreatState.Cancelled,
        { TookPlace: true } => Counts(minimum) ? RetreatState.Held : RetreatState.TooFew,
        { Agreed: RetreatTerms.Waive } => RetreatState.Waived,
        { Fixed: { } terms } => day > terms.LastDay ? RetreatState.Unrecorded : RetreatState.Agreed,
        _ => RetreatState.Proposed,
    };

    /// <summary>The same with a proposal of one district; what the other had proposed in the same words is confirmed by it.</summary>
    /// <exception cref="RetreatException">It is over already.</exception>
    public Retreat Propose(RetreatTerms terms, DistrictId by, DateOnly on)
    {
        RequireOpen();
        if (Offer is { } offer && offer.Terms == terms)
            return offer.By == by ? this : Confirm(by);
        return Agreed == terms ? this with { Offer = null } : this with { Offer = new(terms, by, on) };
    }

    /// <summary>The same, confirmed by the other district: now it binds both.</summary>
    /// <exception cref="RetreatException">Nothing is proposed, it is the own proposal, or it is over already.</exception>
    public Retreat Confirm(DistrictId by)
    {
        RequireOpen();
        if (Offer is not { } offer)
            throw RetreatException.NothingProposed(Id);
        return offer.By == by ? throw RetreatException.OwnProposal(Id) : this with { Agreed = offer.Terms, Offer = null };
    }

    /// <summary>The same without what is proposed: whoever proposed it takes it back, or the other declines it. What was agreed before stays.</summary>
    /// <exception cref="RetreatException">Nothing is proposed.</exception>
    public Retreat Decline() => this switch
    {
        { Offer: null } => throw RetreatException.NothingProposed(Id),
        { Agreed: null } => this with { Offer = null, IsCancelled = true },
        _ => this with { Offer = null },
    };

    /// <summary>The same, called off: its year is open again, to be replaced or waived.</summary>
    /// <exception cref="RetreatException">It took place already.</exception>
    public Retreat Cancel() => TookPlace ? throw RetreatException.TookPlace(Id) : this with { IsCancelled = true, Offer = null };

    /// <summary>The same with who took part; said again, the last counts.</summary>
    /// <exception cref="RetreatException">It was called off, no days were agreed, or they lie ahead.</exception>
    public Retreat Record(IReadOnlyList<BoardPresence> attended, DateOnly today)
    {
        if (IsCancelled || Fixed is not { } terms)
            throw RetreatException.NotAgreed(Id);
        return today < terms.Day ? throw RetreatException.LiesAhead(Id, terms.Day) : this with { Attended = attended, Offer = null };
    }

    private void RequireOpen()
    {
        if (IsCancelled)
            throw RetreatException.Cancelled(Id);
        if (TookPlace)
            throw RetreatException.TookPlace(Id);
    }
}
