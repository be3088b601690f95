using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>One try of a step by one executor: what it took over, and what it was answered last.</summary>
/// <param name="row">The row as it stood when it was taken over.</param>
internal sealed class Attempt(Row row)
{
    private static readonly FakeTimeProvider Clock = new(new(2026, 8, 3, 9, 0, 0, TimeSpan.Zero));
    private static readonly Patience Patience = new(Clock, () => 0.5);
    private static readonly TimeSpan AllPatience = TimeSpan.FromDays(30);

    /// <summary>The row as it stood when it was taken over.</summary>
    public Row Row { get; } = row;

    /// <summary>What came of the last act.</summary>
    public Answer Answer
    {
        get;
        set
        {
            field = value;
            Answers++;
        }
    }

    /// <summary>How many answers there were.</summary>
    public int Answers { get; private set; }

    /// <summary>How many of them no longer matter, and how often that was said.</summary>
    public (int UpTo, int Times) Forgotten { get; private set; }

    /// <summary>How the step stands after the attempt's own saves.</summary>
    public StepState State { get; set; } = row.State;

    /// <summary>What was answered so far has no part in what comes: attempts that differ in nothing else are one from here on.</summary>
    public void ForgetTheAnswers() => Forgotten = (Answers, Forgotten.Times + 1);

    /// <summary>What a failed request means for the step, by the code's own <see cref="PartnerOffice.Deliveries.Patience"/>.</summary>
    public IEnumerable<Act> GiveIn() => Settle(Answer.Reply == Reply.Unknown ? Patience.Broken : NotDone);

    /// <summary>Certainly nothing was changed by this attempt; later again.</summary>
    public IEnumerable<Act> TryLater() => Settle(NotDone);

    private static (StepEvent Happened, StepChange Change) NotDone(StepClaim claim) => Patience.Later(claim, "later", TimeSpan.FromSeconds(1));

    private IEnumerable<Act> Settle(Func<StepClaim, (StepEvent Happened, StepChange Change)> judge)
    {
        var (inTime, late) = (judge(Claim(Clock.GetUtcNow())).Happened, judge(Claim(Clock.GetUtcNow() - AllPatience)).Happened);
        if (inTime != late) yield return new Act.LookAtTheClock();
        yield return new Act.Save(Answer.Reply == Reply.Late ? late : inTime);
    }

    private StepClaim Claim(DateTimeOffset firstAt) => new()
    {
        Delivery = DeliveryId.From(Guid.Empty),
        Partnership = PartnershipId.Parse("probe"),
        From = DistrictId.Parse("nord"),
        To = DistrictId.Parse("sued"),
        Step = Row.Step,
        Key = "",
        Epoch = Row.Epoch,
        State = State,
        Attempts = 1,
        MayBeOut = Row.MayBeOut,
        FirstAt = firstAt,
        // Patience asks the step alone.
        Known = null!,
    };
}
