using System.Text.Json;

namespace PartnerOffice.Features.SettingUp;

/// <summary>What every manifest says, whatever the environment: <c>addin-manifest/model.json</c>.</summary>
internal sealed record ManifestModel(string Provider, WordAddIn Word, OutlookAddIn Outlook, string Help, string Icons, IReadOnlyList<string> SignInDomains)
{
    private const string Resource = "addin-manifest.model.json";

    /// <summary>The delivered model.</summary>
    public static ManifestModel Load()
    {
        using var stream = typeof(ManifestModel).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<ManifestModel>(stream, JsonSerializerOptions.Web)!;
    }
}
