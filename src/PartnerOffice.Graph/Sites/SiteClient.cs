using Model = Microsoft.Graph.Models;

namespace PartnerOffice.Graph;

/// <summary>Sites and what lies in them, for whoever checks a set-up. Deliveries address lists and drives by id and need none of it.</summary>
/// <remarks>Every method throws <see cref="GraphException"/>.</remarks>
public sealed class SiteClient
{
    // SharePoint's own names for "Everyone" and "Everyone except external users", whatever the tenant's language.
    private static readonly string[] EverybodyClaims = ["c:0-.f|rolemanager|spo-grid-all-users", "c:0(.s|true"];

    private readonly GraphSession _session;

    internal SiteClient(GraphSession session) => _session = session;

    /// <summary>The site's address for people. With a role on one list only, the site itself is not readable.</summary>
    /// <exception cref="AccessDeniedException">No role on the site.</exception>
    /// <exception cref="NotFoundException">There is no such site.</exception>
    public Task<Uri> AddressAsync(SiteId site, CancellationToken cancellationToken)
    {
        var call = Reading();
        return call.AskAsync(async () => (await _session.Sdk.Sites[site.Value].GetAsync(request =>
        {
            request.BelongsTo(call);
            request.QueryParameters.Select = ["id", "webUrl"];
        }, cancellationToken))?.WebUrl is { } address ? new Uri(address) : null);
    }

    /// <summary>Every library of the site with the number of entries at its top.</summary>
    public async Task<IReadOnlyList<SiteLibrary>> LibrariesAsync(SiteId site, CancellationToken cancellationToken)
    {
        var call = Reading();
        var libraries = new List<SiteLibrary>();
        var builder = _session.Sdk.Sites[site.Value].Drives;
        for (var at = builder; ;)
        {
            var page = await call.AskAsync(() => at.GetAsync(request => request.BelongsTo(call), cancellationToken));
            foreach (var drive in page.Value ?? [])
            {
                var id = await call.AskAsync(() => Task.FromResult(drive.Id));
                var root = await call.AskAsync(() => _session.Sdk.Drives[id].Root.GetAsync(request =>
                {
                    request.BelongsTo(call);
                    request.QueryParameters.Select = ["id", "folder"];
                }, cancellationToken));
                libraries.Add(new(DriveId.Parse(id), drive.Name ?? "", root.Folder?.ChildCount ?? 0));
            }

            if (page.OdataNextLink is null) return libraries;
            at = builder.WithUrl(_session.Own(call, page.OdataNextLink).AbsoluteUri);
        }
    }

    /// <summary>The drive that holds the files of a list.</summary>
    /// <exception cref="NotFoundException">There is no such list, or it is no library.</exception>
    public Task<string> DriveOfAsync(SiteId site, ListId list, CancellationToken cancellationToken)
    {
        var call = Reading();
        return call.AskAsync(async () => (await _session.Sdk.Sites[site.Value].Lists[list.Value].Drive.GetAsync(request => request.BelongsTo(call), cancellationToken))?.Id);
    }

    /// <summary>Whether a library is open to everybody in the organisation, or beyond.</summary>
    public async Task<bool> IsOpenToEverybodyAsync(DriveId drive, CancellationToken cancellationToken)
    {
        var call = Reading();
        var builder = _session.Sdk.Drives[drive.Value].Items["root"].Permissions;
        for (var at = builder; ;)
        {
            var page = await call.AskAsync(() => at.GetAsync(request => request.BelongsTo(call), cancellationToken));
            if ((page.Value ?? []).Exists(IsForEverybody)) return true;
            if (page.OdataNextLink is null) return false;
            at = builder.WithUrl(_session.Own(call, page.OdataNextLink).AbsoluteUri);
        }
    }

    private static bool IsForEverybody(Model.Permission permission) =>
        permission.Link?.Scope is "anonymous" or "organization"
        || (permission.GrantedToIdentitiesV2 ?? []).Append(permission.GrantedToV2).Any(granted =>
            new[] { granted?.SiteUser?.LoginName, granted?.SiteGroup?.LoginName }.Any(name =>
                name is not null && Array.Exists(EverybodyClaims, claim => name.StartsWith(claim, StringComparison.OrdinalIgnoreCase))));

    private GraphCall Reading() => new(_session.FilesScope) { ChangesNothing = true };
}
