using PartnerOffice.Deliveries;
using Spectre.Console;

namespace PartnerOffice.CommandLine;

/// <summary>Tells a waiting person of each step as it happens, on standard error, so that the answer itself stays clean.</summary>
internal sealed class StepLines(VerbContext context) : IProgress<DeliveryStatus>
{
    private readonly Dictionary<DeliveryStep, StepState> told = [];

    public void Report(DeliveryStatus value)
    {
        foreach (var step in value.Steps.Where(step => step.State != StepState.Planned || step.Error is not null))
        {
            if (told.TryGetValue(step.Step, out var before) && before == step.State)
                continue;

            told[step.Step] = step.State;
            context.Answer.Errors.MarkupLine(Markup.Escape($"{context.Mark}{DeliveryWords.Step(step.Step, value.Kind).In(context.Language)}: {DeliveryWords.State(step).In(context.Language)}"));
        }
    }
}
