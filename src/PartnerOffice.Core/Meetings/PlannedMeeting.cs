namespace PartnerOffice.Core;

/// <summary>A meeting to come: what an invitation, the tracker and the minutes say of it. It holds no title of what only the board may know.</summary>
/// <remarks>
/// Its id is the minutes' (R8): it stays when the meeting is moved, since it names the meeting and not its day.
/// </remarks>
public sealed record PlannedMeeting
{
    public required MinutesId Id { get; init; }

    /// <summary>Whose shared mailbox invites.</summary>
    public required DistrictId District { get; init; }

    public required MeetingKind Kind { get; init; }

    public required string Number { get; init; }

    /// <summary>What meets: "Kreisvorstand".</summary>
    public required string Board { get; init; }

    public required MeetingForm Form { get; init; }

    public required MeetingTime Time { get; init; }

    /// <summary>Where, in full: for those who are to find it.</summary>
    public string? Place { get; init; }

    /// <summary>Where, as the partner reads it: known rooms by name, of any other address the town (R31).</summary>
    public string? PartnerPlace { get; init; }

    public IReadOnlyList<PlannedItem> Agenda { get; init; } = [];

    public IReadOnlyList<MeetingGuest> Guests { get; init; } = [];

    /// <summary>Why the notice period was not kept; null where it was.</summary>
    public string? Urgency { get; init; }

    /// <summary>The day of a series that this meeting is; null for none (D37).</summary>
    public SeriesDay? Series { get; init; }

    /// <summary>How it is repeated, where this is a series itself; null for one meeting.</summary>
    public MeetingSeries? Rhythm { get; init; }

    /// <summary>Whether both boards meet.</summary>
    public bool IsJoint => Kind is MeetingKind.JointRetreat or MeetingKind.JointMeeting;

    /// <summary>Whether there is anything on the agenda that only the board may know.</summary>
    public bool HasConfidentialItems => Agenda.Any(item => item.Title is null);

    /// <summary>The meeting that a draft of its minutes begins.</summary>
    /// <param name="draft">Its agenda, with the audience of each point; an undecided one is the board's.</param>
    /// <exception cref="RedactionException">The minutes belong to no district of this partnership.</exception>
    public static PlannedMeeting Of(Minutes draft, MeetingTime time, Partnership partnership)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(partnership);

        var view = PartnerView(draft, partnership).Content;
        return new PlannedMeeting
        {
            Id = draft.Id,
            District = DistrictId.Parse(draft.District),
            Kind = draft.Kind,
            Number = draft.Number,
            Board = draft.Board,
            Form = draft.Form,
            Time = time,
            Place = draft.Place,
            PartnerPlace = view.Place,
            Agenda = [.. draft.Items.Zip(view.Items, (own, partners) => own.Audience == Audience.Partner
                ? new PlannedItem(own.Number, own.Title, partners.Title)
                : new PlannedItem(own.Number, null, null))],
        };
    }

    /// <summary>A series of meetings: invited to once, each day's agenda follows when it is planned.</summary>
    public static PlannedMeeting OfSeries(MeetingSeries series, District own, MeetingForm form, MeetingTime first, string? place)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(own);
        return new PlannedMeeting
        {
            Id = MinutesId.Parse(series.Id.ToString(), null),
            District = own.Id,
            Kind = MeetingKind.BoardMeeting,
            Number = series.Id.ToString(),
            Board = own.BoardName,
            Form = form,
            Time = first,
            Place = place,
            PartnerPlace = PlacePolicy.Show(place, own.Rooms),
            Rhythm = series,
        };
    }

    /// <summary>What the partner may read of the head and the agenda alone: everything that leaves is searched by it.</summary>
    public static PartnerEdition PartnerView(Minutes draft, Partnership partnership)
    {
        ArgumentNullException.ThrowIfNull(draft);

        // Nothing but head and titles goes into an invitation, so nothing else can be repeated in it by chance.
        var head = draft with
        {
            Invitation = null,
            Agenda = null,
            Circulation = [],
            FollowUps = [],
            Attachments = [],
            Next = null,
            Distribution = [],
            Items = [.. draft.Items.Select(item => new AgendaItem { Id = item.Id, Number = item.Number, Title = item.Title, Audience = item.Audience, Status = ItemStatus.DealtWith })],
        };
        return Redactor.Redact(head, partnership);
    }

    /// <summary>The same meeting at another time, and perhaps another place.</summary>
    public PlannedMeeting MovedTo(MeetingTime time, string? place, District own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return this with { Time = time, Place = place, PartnerPlace = place == Place ? PartnerPlace : PlacePolicy.Show(place, own.Rooms) };
    }
}
