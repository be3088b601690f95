using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Overview;

/// <summary>Something of the own district that is under way or wants a person; nobody else's business.</summary>
/// <param name="Number">Of the minutes that it is about; null where it is about none.</param>
/// <param name="Title">What it is.</param>
/// <param name="Sentence">How it stands, and what to do.</param>
/// <param name="Actions">What a press of a button does about it.</param>
internal sealed record Matter(MatterWeight Weight, string? Number, Bilingual Title, Bilingual Sentence, DeliveryId? Delivery, IReadOnlyList<MatterAction> Actions)
{
    /// <summary>A part of the page that says more; null for none.</summary>
    public string? Part { get; init; }
}
