using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>A meeting that is still to come.</summary>
/// <param name="AnnouncedIn">The number of the minutes that name it; null where it is known from elsewhere.</param>
internal sealed record UpcomingMeeting(DateOnly Day, TimeOnly? Start, string? AnnouncedIn)
{
    /// <summary>Its own number; null while it is not planned.</summary>
    public string? Number { get; init; }

    /// <summary>How many answered what; null while nobody is invited.</summary>
    public AnswerCounts? Answers { get; init; }

    /// <summary>A meeting to which people are invited.</summary>
    public static UpcomingMeeting Of(KnownMeeting known, Partnership partnership) => new(known.Plan.Time.Day, TimeOnly.FromDateTime(known.Plan.Time.Start), null)
    {
        Number = known.Plan.Number,
        Answers = known.Count(InvitationList.Of(known.Plan, partnership).People),
    };
}
