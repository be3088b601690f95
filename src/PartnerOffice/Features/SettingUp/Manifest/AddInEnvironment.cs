using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.SettingUp;

/// <summary>Where one district's add-ins live: each environment has a manifest of its own.</summary>
/// <param name="BaseUrl">The service as people's computers reach it; https, ending with a slash.</param>
internal sealed record AddInEnvironment(Uri BaseUrl, DistrictId District)
{
    private static readonly Guid Space = new("5f0c3f0a-6c8e-4a55-9d3c-0d6f8b1f7a01");

    /// <summary>An address below the service's.</summary>
    public string UrlOf(string path) => new Uri(BaseUrl, path).AbsoluteUri;

    /// <summary>The pane's address: it says whose pane it is before anybody signs in.</summary>
    public string PageOf(string path) => $"{UrlOf(path)}?district={District}";

    /// <summary>The id of an add-in here: always the same for the same environment, another in every other.</summary>
    public Guid IdOf(string addIn) => NameBasedGuid.Create(Space, $"{addIn} {BaseUrl} {District}");
}
