using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>A planned meeting as the ledger knows it.</summary>
/// <param name="Generation">From 1; another one after each cancellation.</param>
/// <param name="Sequence">How often it was moved since.</param>
/// <param name="EventId">Graph's id of its event; null until it is made.</param>
/// <param name="ICalUId">What every calendar calls the event; null until it is made.</param>
/// <param name="Invitations">Of this generation, each person once for each way.</param>
public sealed record KnownMeeting(
    PartnershipId Partnership, PlannedMeeting Plan, MeetingState State, int Generation, int Sequence, string? EventId, string? ICalUId, IReadOnlyList<KnownInvitation> Invitations)
{
    /// <summary>Who was invited for certain.</summary>
    public IReadOnlyList<InvitedPerson> Invited => [.. Invitations.Where(one => one.At is not null).Select(one => new InvitedPerson(one.Person, one.Channel, one.At!.Value))];

    /// <summary>What people answered since it is planned for this time, each once for each way.</summary>
    public IReadOnlyList<KnownAnswer> Answers { get; init; } = [];

    /// <summary>How its event was last found in the calendar.</summary>
    public MeetingSight Sight { get; init; } = MeetingSight.AsItShouldBe;

    /// <summary>When it was planned, moved or cancelled last.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>What counts as this person's answer.</summary>
    public StandingAnswer AnswerOf(PersonId person) => StandingAnswer.Of(Answers.Where(answer => answer.Person == person));

    /// <summary>How many of these people answered what.</summary>
    public AnswerCounts Count(IEnumerable<Invitee> people) => AnswerCounts.Of(people.Select(person => AnswerOf(person.Id).Counts?.Answer));

    /// <summary>The turn that the next change of it is.</summary>
    internal MeetingTurn Next => new(Partnership, Plan.Id, Generation, Sequence + 1);

    internal MeetingTurn Current => new(Partnership, Plan.Id, Generation, Sequence);
}
