using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>The edition that a person means with an id.</summary>
internal static class DeliveredEdition
{
    /// <exception cref="VerbException">There is no such delivery, it is no edition, or a later one took its place.</exception>
    public static async Task<RecallGround> FindAsync(DeliveryOffice office, string id, CancellationToken cancellationToken)
    {
        if (!DeliveryId.TryParse(id, out var delivery) || await office.Recalls.FindAsync(delivery, cancellationToken) is not { } ground)
            throw UnknownDelivery.Of(id);

        var later = (await office.ListAsync(cancellationToken)).FirstOrDefault(other =>
            // One that still waits for its time has taken nobody's place.
            other.Replaces == delivery && other is { Kind: DeliveryKind.Edition, StartsAt: null, State: not (DeliveryState.Stopped or DeliveryState.Withdrawn) });
        return later is null ? ground : throw Overtaken(id, later.Delivery);
    }

    private static VerbException Overtaken(string id, DeliveryId later) => new(
        "overtaken",
        id,
        new Bilingual("An die Stelle dieser Übermittlung ist eine spätere getreten.", "A later delivery took the place of this one."),
        new Bilingual($"Die spätere nennen: {later}.", $"Name the later one: {later}."));
}
