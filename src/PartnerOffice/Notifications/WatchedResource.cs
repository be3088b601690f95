using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;

namespace PartnerOffice.Notifications;

/// <summary>Something that Graph tells us of when it changes.</summary>
/// <param name="Tenant">In whose Microsoft 365 it is.</param>
/// <param name="ClientState">What each notification must bring along: made of the service's own secret, for this resource alone.</param>
internal sealed record WatchedResource(DistrictId District, Guid Tenant, SubscribedResource Resource, string ClientState)
{
    /// <exception cref="ArgumentException">The district has no tenant.</exception>
    public static WatchedResource Of(DeliveryOffice office, District district, SubscribedResource resource) => district.Tenant is { } tenant
        ? new(district.Id, tenant.Id, resource, office.NotificationSecretOf($"{tenant.Id:D} {resource.Path}"))
        : throw new ArgumentException("A district without a tenant has nothing to be watched.", nameof(district));
}
