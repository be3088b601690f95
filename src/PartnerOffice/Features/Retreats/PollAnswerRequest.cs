using PartnerOffice.Core;

namespace PartnerOffice.Features.Retreats;

/// <summary>What the office was told by somebody of the own board.</summary>
internal sealed record PollAnswerRequest(string Person, IReadOnlyDictionary<DateOnly, DayAnswer> Answers);
