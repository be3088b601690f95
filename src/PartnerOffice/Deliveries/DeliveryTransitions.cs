using System.Collections.Frozen;

namespace PartnerOffice.Deliveries;

/// <summary>Every change of state that a step may make, and what the steps mean for the whole delivery. The only place that knows.</summary>
public static class DeliveryTransitions
{
    private static readonly FrozenDictionary<(StepState From, StepEvent Event), StepState> Table = new Dictionary<(StepState, StepEvent), StepState>
    {
        [(StepState.Planned, StepEvent.Intend)] = StepState.Sending,
        // A look before the first request found it: the ledger was lost, the effect was not.
        [(StepState.Planned, StepEvent.Confirm)] = StepState.Done,
        [(StepState.Planned, StepEvent.NotDone)] = StepState.Planned,
        [(StepState.Planned, StepEvent.Skip)] = StepState.Skipped,
        [(StepState.Planned, StepEvent.GiveUp)] = StepState.Failed,
        [(StepState.Planned, StepEvent.Note)] = StepState.Planned,

        [(StepState.Sending, StepEvent.Intend)] = StepState.Sending,
        [(StepState.Sending, StepEvent.Confirm)] = StepState.Done,
        [(StepState.Sending, StepEvent.NotDone)] = StepState.Planned,
        [(StepState.Sending, StepEvent.Unknown)] = StepState.Sending,
        [(StepState.Sending, StepEvent.Doubt)] = StepState.Uncertain,
        [(StepState.Sending, StepEvent.Skip)] = StepState.Skipped,
        [(StepState.Sending, StepEvent.GiveUp)] = StepState.Failed,
        [(StepState.Sending, StepEvent.Note)] = StepState.Sending,

        [(StepState.Failed, StepEvent.Retry)] = StepState.Planned,
        // Looked for once more; only what is provably still a draft is sent.
        [(StepState.Uncertain, StepEvent.Retry)] = StepState.Sending,
    }.ToFrozenDictionary();

    /// <summary>Steps that have come to rest; only a person moves them on.</summary>
    public static bool IsSettled(StepState state) => state is not (StepState.Planned or StepState.Sending);

    /// <summary>Whether the step may make this change.</summary>
    public static bool Allows(DeliveryStep step, StepState from, StepEvent happened, bool mayBeOut) => Find(step, from, happened, mayBeOut) is not null;

    /// <summary>Where the step stands afterwards.</summary>
    /// <param name="mayBeOut">
    /// An earlier attempt ended without a known outcome. Then no later refusal proves that nothing is there, and the step stays
    /// one that is looked for first.
    /// </param>
    /// <exception cref="InvalidOperationException">The table has no such change: a mistake in the code, and nothing is saved.</exception>
    public static StepState Next(DeliveryStep step, StepState from, StepEvent happened, bool mayBeOut) =>
        Find(step, from, happened, mayBeOut) ?? throw new InvalidOperationException($"The step {step} cannot {happened} while it is {from}.");

    /// <summary>How the delivery stands, by the steps that it has. The tracker holds nothing back (D26).</summary>
    public static DeliveryState Sum(IReadOnlyDictionary<DeliveryStep, StepState> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var counted = steps.Where(step => step.Key != DeliveryStep.Tracker).Select(step => step.Value).ToList();
        return counted switch
        {
            _ when counted.Contains(StepState.Failed) => DeliveryState.Failed,
            _ when counted.TrueForAll(state => state is StepState.Done or StepState.Skipped) => DeliveryState.Delivered,
            _ when counted.TrueForAll(state => state is StepState.Done or StepState.Skipped or StepState.Uncertain) => DeliveryState.Uncertain,
            _ when counted.TrueForAll(state => state == StepState.Planned) => DeliveryState.Queued,
            _ => DeliveryState.Running,
        };
    }

    /// <summary>Whether nothing can need the payload any more, so that it is erased (R19).</summary>
    public static bool IsPayloadSpent(IReadOnlyDictionary<DeliveryStep, StepState> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return steps.Values.All(state => state is StepState.Done or StepState.Skipped or StepState.Uncertain);
    }

    private static StepState? Find(DeliveryStep step, StepState from, StepEvent happened, bool mayBeOut) => (step, happened) switch
    {
        // Files, columns and rows can be looked up, so they are never left in doubt.
        (not DeliveryStep.Mail, StepEvent.Doubt) => null,
        // Nobody can do without the file and the message.
        (DeliveryStep.Upload or DeliveryStep.Mail, StepEvent.Skip) => null,
        // Restored from a backup: nobody tried it here, and yet it may be out.
        (_, StepEvent.Unknown) when from == StepState.Planned => mayBeOut ? StepState.Sending : null,
        (DeliveryStep.Mail, StepEvent.Doubt) when from == StepState.Planned => mayBeOut ? StepState.Uncertain : null,
        _ => (Table.TryGetValue((from, happened), out var next) ? next : (StepState?)null) is { } found
            ? found == StepState.Planned && mayBeOut ? StepState.Sending : found
            : null,
    };
}
