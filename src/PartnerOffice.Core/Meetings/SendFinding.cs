namespace PartnerOffice.Core;

/// <summary>Something to look at before an invitation goes out. It never stops anybody: people decide (R10).</summary>
/// <param name="People">Who is meant, by name; empty where nobody is.</param>
/// <param name="Attendees">Which attendees are meant, by their place in the question: a finding repeats no address.</param>
public sealed record SendFinding(SendFindingKind Kind, Bilingual Message, Bilingual Remedy, IReadOnlyList<PersonId> People, IReadOnlyList<int> Attendees)
{
    /// <summary>Whether it only reminds; the rest is asked about when the invitation is sent.</summary>
    public bool IsReminder => Kind == SendFindingKind.OtherWay;
}
