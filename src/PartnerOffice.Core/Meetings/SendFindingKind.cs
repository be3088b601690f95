namespace PartnerOffice.Core;

/// <summary>What a send check can find.</summary>
public enum SendFindingKind
{
    /// <summary>A voting member of that day is not on the event.</summary>
    MissingMember,

    /// <summary>Members who do not belong into a calendar: they are invited another way.</summary>
    OtherWay,

    /// <summary>The partner's coordinator is not on the event of a joint meeting.</summary>
    MissingCoordinator,

    /// <summary>People outside the board are invited to an agenda that has items for the board only.</summary>
    OutsidePeople,

    /// <summary>A private address stands where other invited people see it.</summary>
    PrivateAddress,

    /// <summary>The text holds no agenda.</summary>
    NoAgenda,

    /// <summary>Fewer whole days than the board's notice lie before the meeting.</summary>
    ShortNotice,

    /// <summary>The meeting has begun already.</summary>
    Past,
}
