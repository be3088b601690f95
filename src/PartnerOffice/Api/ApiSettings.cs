using PartnerOffice.Connections;

namespace PartnerOffice.Api;

/// <summary>How the API answers, from <c>appsettings.json</c> and <c>PartnerOffice__Api__…</c>.</summary>
internal sealed class ApiSettings
{
    public const string Section = "Api";

    /// <summary>
    /// Who may show the panes in a frame: Office on the web. Microsoft publishes no list; these are the hosts that were seen, and a district may
    /// add or replace them.
    /// </summary>
    public string FrameAncestors { get; set; } = "'self' https://*.officeapps.live.com https://*.office.com https://*.office365.com https://outlook.live.com https://*.sharepoint.com https://*.cloud.microsoft https://onedrive.live.com";

    /// <summary>Where people reach the service, as messages name it: the address of the reverse proxy. Null: messages carry no links.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>The largest body, in bytes. A document of 12 MB fits as base64 too.</summary>
    public int MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How many requests a person may send in a minute.</summary>
    public int RequestsPerMinute { get; set; } = 120;

    public static ApiSettings Load() => HostSettings.Section<ApiSettings>(Section);
}
