namespace PartnerOffice.Deliveries;

/// <summary>What starts by itself after a release or an approval (R7): the edition at its time, and the letter that announces it at once.</summary>
/// <param name="StartsAt">The end of the hold, in which a person may still stop it.</param>
/// <param name="Announcement">To secretary and coordinator; null where nobody is to be told.</param>
public sealed record Dispatch(ClearedConsignment Edition, DateTimeOffset StartsAt, ClearedConsignment? Announcement);
