using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What one person says of one day of a poll. It stays in the own district: the partner reads numbers (R11).</summary>
internal sealed class PollAnswerRow
{
    public required string Partnership { get; init; }

    public required string Poll { get; init; }

    public required string Person { get; init; }

    public required string Day { get; init; }

    public required DayAnswer Answer { get; set; }

    /// <summary>Whether the office entered it.</summary>
    public required bool IsByHand { get; set; }

    /// <summary>What the person said by link afterwards, where it is something else; null for nothing.</summary>
    public DayAnswer? Own { get; set; }

    public required long At { get; set; }

    /// <summary>Who entered it.</summary>
    public required string By { get; set; }
}
