namespace PartnerOffice.Core;

/// <summary>Somebody whom an event names, as far as the two districts know them.</summary>
/// <param name="District">Whose person or mailbox it is; null for a stranger.</param>
/// <param name="Person">Who it is; null for a stranger and for a district's own mailbox.</param>
/// <param name="IsPrivate">Whether the event names a private address.</param>
public sealed record SeenAttendee(District? District, Person? Person, bool IsPrivate)
{
    /// <summary>Neither of the two districts knows the address.</summary>
    public static SeenAttendee Stranger { get; } = new(null, null, false);
}
