using PartnerOffice.Core;

namespace PartnerOffice.Features.Sharing;

/// <summary>What the service writes into the two columns.</summary>
/// <param name="Stand">How far the minutes really are.</param>
/// <param name="Hint">One sentence; null to leave what stands there.</param>
/// <param name="Minutes">Which minutes the file holds; null where it could not be read.</param>
internal sealed record DoorAnswer(string Stand, Bilingual? Hint, MinutesId? Minutes)
{
    /// <summary>A sentence that has no counterpart in English: a remark that a person wrote.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether the file's own address stands behind it, to open it where the pane is.</summary>
    public bool HasLink { get; init; } = true;
}
