namespace PartnerOffice.Graph;

/// <summary>What a subscription can watch: a drive's root, a list or a mailbox's calendar. Graph tells that something changed there; what, is asked of it.</summary>
public readonly record struct SubscribedResource
{
    private readonly string? _path;

    private SubscribedResource(string path, string changes, TimeSpan longest) => (_path, Changes, Longest) = (path, changes, longest);

    /// <summary>Which changes can be watched there, in Graph's words.</summary>
    public string Changes { get; }

    /// <summary>Longer subscriptions to it are refused.</summary>
    public TimeSpan Longest { get; }

    /// <summary>As Graph writes it, without a leading slash.</summary>
    public string Path => _path ?? throw new InvalidOperationException("This SubscribedResource was never set.");

    public static SubscribedResource Of(DriveId drive) => OfFiles($"drives/{drive.Value}/root");

    public static SubscribedResource Of(SiteId site, ListId list) => OfFiles($"sites/{site.Value}/lists/{list.Value}");

    /// <summary>The events in a mailbox's calendar.</summary>
    public static SubscribedResource Of(MailboxId mailbox) => new($"users/{mailbox.Value}/events", "created,updated,deleted", TimeSpan.FromMinutes(10_080));

    private static SubscribedResource OfFiles(string path) => new(path, "updated", TimeSpan.FromMinutes(42_300));

    internal bool Is(string? resource) => string.Equals(resource?.Trim('/'), _path, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => _path ?? "";
}
