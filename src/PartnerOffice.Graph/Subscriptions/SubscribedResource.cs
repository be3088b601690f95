namespace PartnerOffice.Graph;

/// <summary>What a subscription can watch: a drive's root or a list. Graph tells that something changed there, never what.</summary>
public readonly record struct SubscribedResource
{
    private readonly string? _path;

    private SubscribedResource(string path) => _path = path;

    /// <summary>As Graph writes it, without a leading slash.</summary>
    public string Path => _path ?? throw new InvalidOperationException("This SubscribedResource was never set.");

    public static SubscribedResource Of(DriveId drive) => new($"drives/{drive.Value}/root");

    public static SubscribedResource Of(SiteId site, ListId list) => new($"sites/{site.Value}/lists/{list.Value}");

    internal bool Is(string? resource) => string.Equals(resource?.Trim('/'), _path, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => _path ?? "";
}
