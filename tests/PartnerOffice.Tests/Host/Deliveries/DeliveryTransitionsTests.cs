using PartnerOffice.Deliveries;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

public sealed class DeliveryTransitionsTests
{
    private static readonly DeliveryStep[] Steps = Enum.GetValues<DeliveryStep>();
    private static readonly StepState[] States = Enum.GetValues<StepState>();
    private static readonly StepEvent[] Events = Enum.GetValues<StepEvent>();

    public static TheoryData<DeliveryStep> EveryStep => [.. Steps];

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void What_is_done_stays_done(DeliveryStep step) =>
        Assert.All(Events, happened => Assert.False(DeliveryTransitions.Allows(step, StepState.Done, happened, mayBeOut: true)));

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void Only_a_person_moves_what_has_come_to_rest(DeliveryStep step) =>
        Assert.All(
            from state in States
            where DeliveryTransitions.IsSettled(state)
            from happened in Events
            where DeliveryTransitions.Allows(step, state, happened, mayBeOut: false)
            select happened,
            happened => Assert.Equal(StepEvent.Retry, happened));

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void Once_something_may_be_out_no_event_makes_the_step_forget_it(DeliveryStep step) =>
        Assert.All(
            from state in States
            from happened in Events
            where DeliveryTransitions.Allows(step, state, happened, mayBeOut: true)
            select DeliveryTransitions.Next(step, state, happened, mayBeOut: true),
            next => Assert.NotEqual(StepState.Planned, next));

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void Every_open_step_can_come_to_rest_and_every_given_up_one_can_be_tried_again(DeliveryStep step)
    {
        Assert.True(DeliveryTransitions.Allows(step, StepState.Planned, StepEvent.Confirm, mayBeOut: false));
        Assert.True(DeliveryTransitions.Allows(step, StepState.Sending, StepEvent.Confirm, mayBeOut: true));
        Assert.True(DeliveryTransitions.Allows(step, StepState.Failed, StepEvent.Retry, mayBeOut: false));
    }

    [Fact]
    public void Only_a_message_can_be_in_doubt()
    {
        var doubtful = from step in Steps from state in States where DeliveryTransitions.Allows(step, state, StepEvent.Doubt, mayBeOut: true) select (step, state);

        // Planned and perhaps out: restored from a backup that is older than the message.
        Assert.Equal([(DeliveryStep.Mail, StepState.Planned), (DeliveryStep.Mail, StepState.Sending)], doubtful);
    }

    [Fact]
    public void A_doubtful_message_is_looked_for_when_a_person_asks_and_not_planned_anew() =>
        Assert.Equal(StepState.Sending, DeliveryTransitions.Next(DeliveryStep.Mail, StepState.Uncertain, StepEvent.Retry, mayBeOut: true));

    [Fact]
    public void Nothing_leaves_without_an_intent() =>
        Assert.All(Steps, step => Assert.False(DeliveryTransitions.Allows(step, StepState.Planned, StepEvent.Unknown, mayBeOut: false)));

    [Fact]
    public void The_tracker_holds_nothing_back()
    {
        foreach (var tracker in States)
            Assert.Equal(DeliveryState.Delivered, DeliveryTransitions.Sum(All(StepState.Done, tracker)));
    }

    [Fact]
    public void The_payload_goes_when_nothing_can_need_it_and_not_before()
    {
        Assert.True(DeliveryTransitions.IsPayloadSpent(All(StepState.Done, StepState.Done)));
        Assert.All(
            new[] { StepState.Planned, StepState.Sending, StepState.Failed },
            tracker => Assert.False(DeliveryTransitions.IsPayloadSpent(All(StepState.Done, tracker))));
    }

    [Fact]
    public void Every_sum_of_four_states_has_a_name()
    {
        var sums = from upload in States
                   from fields in States
                   from tracker in States
                   from mail in States
                   select DeliveryTransitions.Sum(new Dictionary<DeliveryStep, StepState>
                   {
                       [DeliveryStep.Upload] = upload,
                       [DeliveryStep.Fields] = fields,
                       [DeliveryStep.Tracker] = tracker,
                       [DeliveryStep.Mail] = mail,
                   });

        Assert.All(sums, sum => Assert.True(sum is not (DeliveryState.Refused or DeliveryState.Withdrawn)));
    }

    private static Dictionary<DeliveryStep, StepState> All(StepState others, StepState tracker) =>
        Steps.ToDictionary(step => step, step => step == DeliveryStep.Tracker ? tracker : others);
}
