using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>What waited for the partner to be set up goes out, oldest first, after this one confirmation (R20).</summary>
internal sealed class GoOn(DeliveryOffice office, Partnership partnership)
{
    /// <param name="sender">Whose deliveries.</param>
    /// <param name="by">Who says so, for the audit log.</param>
    /// <exception cref="ShareException">The partnership file does not name the partner's library yet, nor one to pick up from.</exception>
    public Task<IReadOnlyList<DeliveryStatus>> RunAsync(District sender, string by, CancellationToken cancellationToken)
    {
        var partner = partnership.PartnerOf(sender.Id);
        var isThere = partner is { Tenant: not null, Library: not null } || partner is { Tenant: null, PickUp: not null };
        return isThere ? office.Brakes.GoAsync(partnership.Id, sender.Id, by, cancellationToken) : throw ShareException.PartnerNotSetUp(partner.Name);
    }
}
