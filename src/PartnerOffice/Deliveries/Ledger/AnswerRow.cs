using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What one person answered to one invitation by one way: ids, a word and a moment; never a name, an address or anything that somebody wrote (R11).</summary>
internal sealed class AnswerRow
{
    public required string Partnership { get; init; }

    public required string Meeting { get; init; }

    public required int Generation { get; init; }

    /// <summary>The person's id in the partnership file, or a guest's of this meeting.</summary>
    public required string Person { get; init; }

    public required AnswerWay Way { get; init; }

    public required InvitationAnswer Answer { get; set; }

    /// <summary>When it was given or entered.</summary>
    public required long At { get; set; }

    /// <summary>Who entered it; the person's own id for an own answer.</summary>
    public required string By { get; set; }

    /// <summary>Another time that the person proposed, as 2026-09-10T19:00:00 by the clock of the meeting's zone; null for none.</summary>
    public string? ProposedStart { get; set; }

    public string? ProposedEnd { get; set; }
}
