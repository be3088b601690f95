namespace PartnerOffice.Core;

/// <summary>What a person says of one day of a poll.</summary>
/// <param name="IsByHand">Whether the office entered it, who was told on the telephone: then no link overwrites it (R12).</param>
/// <param name="Own">What the person said by link after the office had entered something else; a person of the office decides. Null for nothing else.</param>
public sealed record PollAnswer(PersonId Person, DateOnly Day, DayAnswer Answer, bool IsByHand, DayAnswer? Own);
