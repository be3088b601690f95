using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>The service accounts that people signed in with <c>partneroffice login</c> (D8).</summary>
public sealed class AccountIdentities
{
    private readonly string _dataDirectory;
    private readonly Lazy<DeliverySecrets> _secrets;

    public AccountIdentities(string dataDirectory)
    {
        _dataDirectory = dataDirectory;
        _secrets = new(() => SecretStore.Open(dataDirectory, Environment.GetEnvironmentVariable(SecretStore.Variable)));
    }

    /// <summary>As whom the service enters the district's tenant with its account; null where the district has no tenant yet.</summary>
    public GraphIdentity? Of(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        return district.Tenant is { } tenant
            ? new GraphIdentity(tenant.Id.ToString("D"), tenant.ClientId.ToString("D"), new GraphCredential.OfAccount(new AccountVault(_dataDirectory, district.Id, _secrets.Value)))
            : null;
    }

    /// <summary>Whether somebody signed the district's account in on this machine.</summary>
    public bool Has(DistrictId district) => AccountVault.HasAccount(_dataDirectory, district);
}
