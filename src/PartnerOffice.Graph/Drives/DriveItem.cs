namespace PartnerOffice.Graph;

/// <summary>A file or folder as Graph describes it.</summary>
/// <param name="ETag">Changes with content and metadata: guards changes of metadata.</param>
/// <param name="CTag">Changes with the content only: guards overwriting it.</param>
/// <param name="Size">In bytes. SharePoint rewrites Office files after upload, so it need not be what was sent.</param>
/// <param name="CreatedByApplication">The client id of the app that made it; null when a person did.</param>
/// <param name="LastModifiedByApplication">The client id of the app that changed it last; null when a person did.</param>
/// <param name="QuickXorHash">The only hash SharePoint has, in base64; see <see cref="Graph.QuickXorHash"/>.</param>
/// <param name="ListItemId">Its row in the library's list; null where Graph did not say, as in the answer to an upload.</param>
public sealed record DriveItem(
    ItemId Id,
    string Name,
    string ETag,
    string CTag,
    long Size,
    DateTimeOffset LastModified,
    Uri? WebUrl,
    string? CreatedByApplication,
    string? LastModifiedByApplication,
    string? QuickXorHash,
    string? ListItemId,
    bool IsFolder);
