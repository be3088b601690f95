using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>The step's row in the ledger, changed as <see cref="Ledger"/> changes it and through the code's own table alone.</summary>
/// <param name="Epoch">Only whether somebody's epoch is the newest is ever asked, so the newest always counts as 1 and every other as 0: the exploration ends.</param>
/// <param name="Sessions">Workbook sessions that may still be open, as bits.</param>
internal readonly record struct Row(
    DeliveryStep Step, StepState State = StepState.Planned, bool MayBeOut = false, int Epoch = 0, int? RemoteId = null, bool Confirmed = false, Word Says = Word.None, int Sessions = 0)
{
    public bool IsOpen => !DeliveryTransitions.IsSettled(State);

    /// <summary>Somebody takes the step over. Whoever finds a request under way that is not its own cannot know what became of it.</summary>
    public Row Claimed() => this with { Epoch = Epoch + 1, MayBeOut = MayBeOut || State == StepState.Sending };

    /// <summary>After this event.</summary>
    /// <exception cref="InvalidOperationException">The table does not allow it.</exception>
    public Row After(StepEvent happened, int? remoteId, Word says) => this with
    {
        State = DeliveryTransitions.Next(Step, State, happened, MayBeOut),
        MayBeOut = MayBeOut || happened == StepEvent.Unknown,
        RemoteId = remoteId ?? RemoteId,
        Says = says,
    };

    /// <summary>A person asks to try again what was given up or is in doubt.</summary>
    public Row Retried() => this with
    {
        Epoch = Epoch + 1,
        State = DeliveryTransitions.Next(Step, State, StepEvent.Retry, MayBeOut),
        Confirmed = Confirmed || Says == Word.EditedByPartner,
        Says = Word.None,
    };
}
