using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>The page for the data protection officer: what the ledger knows of a recall (R16).</summary>
internal static class IncidentNotes
{
    public static IncidentNote Of(Partnership partnership, RecallGround ground, DeliveryStatus recall, WithdrawalReason why, Person who, DateTimeOffset now) => new(
        partnership.Find(ground.From)!,
        partnership.Find(ground.To)!,
        ground.Release?.Number ?? ground.Delivery.Minutes.ToString(),
        ground.Release?.Date ?? DateOnly.FromDateTime(now.UtcDateTime),
        why,
        ground.Delivery.Find(DeliveryStep.Upload) is { State: StepState.Done, At: { } since } ? since : null,
        now,
        ground.Told.Count,
        who.Name,
        [.. recall.Steps.Select(step => $"{DeliveryWords.Step(step.Step, recall.Kind).German}: {DeliveryWords.State(step).German}")]);

    /// <summary>A name that every file system takes.</summary>
    public static string FileNameOf(IncidentNote note) => $"Vorfallnotiz {string.Concat(note.Number.Select(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' ? c : '-'))}.docx";
}
