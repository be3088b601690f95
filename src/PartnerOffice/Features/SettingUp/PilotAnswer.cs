namespace PartnerOffice.Features.SettingUp;

/// <summary>What a real tenant answered to one of the questions that Microsoft's documentation leaves open.</summary>
/// <param name="Answer">Yes, no, or null where it was not asked.</param>
/// <param name="Detail">What was seen, in codes and counts: no names, no addresses.</param>
internal sealed record PilotAnswer(string District, string Question, bool? Answer, string Detail);
