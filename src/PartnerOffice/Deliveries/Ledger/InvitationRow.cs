using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>One person invited to one meeting by one way: an id and a moment, never a name or an address.</summary>
internal sealed class InvitationRow
{
    public required string Partnership { get; init; }

    public required string Meeting { get; init; }

    public required int Generation { get; init; }

    /// <summary>The person's id in the partnership file, or a guest's of this meeting.</summary>
    public required string Person { get; init; }

    public required InvitationChannel Channel { get; init; }

    /// <summary>The delivery that invites; null where a person did it.</summary>
    public Guid? Delivery { get; init; }

    /// <summary>When it left, or a person did it; null while it is on its way.</summary>
    public long? At { get; set; }

    /// <summary>Who recorded it: a person's id, or "service".</summary>
    public required string By { get; set; }
}
