namespace PartnerOffice.Deliveries;

/// <summary>What counts as somebody's answer.</summary>
/// <param name="Counts">What a person of the office entered, else the last own one; null for none.</param>
/// <param name="Since">Another answer that the person gave after somebody entered one: shown, so that a person decides. Null for none.</param>
public sealed record StandingAnswer(KnownAnswer? Counts, KnownAnswer? Since)
{
    /// <param name="answers">All of one person.</param>
    public static StandingAnswer Of(IEnumerable<KnownAnswer> answers)
    {
        var all = answers.ToList();
        var own = all.Where(answer => answer.Way != AnswerWay.Hand).MaxBy(answer => answer.At);
        return all.Find(answer => answer.Way == AnswerWay.Hand) is { } entered
            ? new(entered, own is not null && own.At > entered.At && own.Answer != entered.Answer ? own : null)
            : new(own, null);
    }
}
