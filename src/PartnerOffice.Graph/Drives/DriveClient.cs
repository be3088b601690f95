using Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession;
using Model = Microsoft.Graph.Models;

namespace PartnerOffice.Graph;

/// <summary>Files in a SharePoint document library, as Graph's drive resource has them.</summary>
/// <remarks>Every method throws <see cref="GraphException"/>; named below are those that a caller can act on.</remarks>
public sealed class DriveClient
{
    /// <summary>Up to here a file goes in one request; above, in an upload session.</summary>
    public const int SmallUpload = 10 * 1024 * 1024;

    private const string ConflictBehavior = "@microsoft.graph.conflictBehavior";
    private const int MaxDownloads = 3;

    private readonly GraphSession _session;
    private readonly DriveUploads _uploads;

    internal DriveClient(GraphSession session) => (_session, _uploads) = (session, new DriveUploads(session));

    /// <summary>The item at this place; null when nothing is there, or nothing yet: a new upload may stay invisible for a while.</summary>
    public Task<DriveItem?> FindAsync(DriveId drive, DrivePath path, CancellationToken cancellationToken)
    {
        var call = Reading();
        return GraphSession.OrNull(call.AskAsync(async () => await (path.IsRoot
            ? _session.Sdk.Drives[drive.Value].Root.GetAsync(request =>
            {
                request.BelongsTo(call);
                request.QueryParameters.Select = DriveItems.Select;
            }, cancellationToken)
            : At(drive, path).GetAsync(request =>
            {
                request.BelongsTo(call);
                (request.QueryParameters.Select, request.QueryParameters.Expand) = (DriveItems.Select, DriveItems.Expand);
            }, cancellationToken)) is { } item ? DriveItems.From(item) : null));
    }

    /// <summary>The item with this id, wherever people moved it; null when it is gone, or not there yet.</summary>
    public Task<DriveItem?> FindAsync(DriveId drive, ItemId item, CancellationToken cancellationToken) =>
        GraphSession.OrNull(GetAsync(drive, item, cancellationToken));

    /// <summary>Makes the folder and those above it; an existing one is returned as it is. Safe to repeat.</summary>
    /// <exception cref="NameTakenException">A file of this name is there.</exception>
    public async Task<DriveItem> EnsureFolderAsync(DriveId drive, DrivePath folder, CancellationToken cancellationToken)
    {
        if (await FindAsync(drive, folder, cancellationToken) is { } there) return Folder(there);

        // Graph knows the root's item by this name, so it need not be looked up.
        var parent = folder.Parent.IsRoot ? "root" : (await EnsureFolderAsync(drive, folder.Parent, cancellationToken)).Id.Value;
        var call = Changing();
        try
        {
            return await call.AskAsync(async () => DriveItems.From((await _session.Sdk.Drives[drive.Value].Items[parent].Children.PostAsync(
                new Model.DriveItem
                {
                    Name = folder.Name,
                    Folder = new Model.Folder(),
                    AdditionalData = new Dictionary<string, object> { [ConflictBehavior] = "fail" },
                },
                request => request.BelongsTo(call), cancellationToken))!));
        }
        catch (NameTakenException)
        {
            // Somebody was faster; that is as good.
            if (await FindAsync(drive, folder, cancellationToken) is { } theirs) return Folder(theirs);
            throw;
        }
    }

    /// <summary>Makes a new file and never overwrites one. The folder must be there (<see cref="EnsureFolderAsync"/>).</summary>
    /// <param name="clientRequestId">A GUID of the caller's, for finding the request again in Microsoft's logs.</param>
    /// <exception cref="NameTakenException">Something of this name is there: ours from an earlier try, or a stranger's.</exception>
    /// <exception cref="QuotaExceededException">The library is full.</exception>
    public async Task<DriveItem> CreateAsync(
        DriveId drive, DrivePath path, ReadOnlyMemory<byte> content, string clientRequestId, CancellationToken cancellationToken)
    {
        if (content.Length > SmallUpload)
        {
            var upload = await OpenUploadAsync(drive, path, content.Length, clientRequestId, cancellationToken);
            return await UploadWholeAsync(drive, upload, content, cancellationToken);
        }

        ThrowIfNoFile(path);
        var call = Changing(clientRequestId);
        var request = At(drive, path).Content.ToPutRequestInformation(new MemoryStream(content.ToArray()), request => request.BelongsTo(call));
        request.URI = new Uri($"{request.URI.AbsoluteUri}?{ConflictBehavior}=fail");
        var item = await call.AskAsync(() => _session.Sdk.RequestAdapter.SendAsync(
            request, Model.DriveItem.CreateFromDiscriminatorValue, cancellationToken: cancellationToken));
        return await WholeAsync(call, drive, item, cancellationToken);
    }

    /// <summary>Writes new content over exactly the content that <paramref name="ifMatchCTag"/> names: compare and swap.</summary>
    /// <exception cref="PreconditionFailedException">The content is another one by now.</exception>
    /// <exception cref="LockedException">Somebody has it open or checked out.</exception>
    /// <exception cref="NotFoundException">It is gone, or not there yet.</exception>
    public async Task<DriveItem> ReplaceAsync(
        DriveId drive, ItemId item, ReadOnlyMemory<byte> content, string ifMatchCTag, CancellationToken cancellationToken)
    {
        var upload = await OpenReplacementAsync(drive, item, content.Length, ifMatchCTag, cancellationToken);
        return await UploadWholeAsync(drive, upload, content, cancellationToken);
    }

    /// <summary>
    /// Writes new content in one request, with the tag as a condition. Microsoft does not document that the condition counts here, so only
    /// the doctor asks whether it does; everything else replaces by session (<see cref="ReplaceAsync"/>).
    /// </summary>
    /// <exception cref="PreconditionFailedException">The condition counts, and the tag is another one.</exception>
    public async Task<DriveItem> OverwriteAsync(DriveId drive, ItemId item, ReadOnlyMemory<byte> content, string ifMatch, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, SmallUpload, nameof(content));
        var call = Changing();
        var request = _session.Sdk.Drives[drive.Value].Items[item.Value].Content.ToPutRequestInformation(new MemoryStream(content.ToArray()), request =>
        {
            request.BelongsTo(call);
            request.Headers.Add("If-Match", ifMatch);
        });
        var written = await call.AskAsync(() => _session.Sdk.RequestAdapter.SendAsync(request, Model.DriveItem.CreateFromDiscriminatorValue, cancellationToken: cancellationToken));
        return await WholeAsync(call, drive, written, cancellationToken);
    }

    /// <summary>Opens the upload of a new file, for a caller who keeps the session and resumes it after a crash.</summary>
    /// <param name="size">In bytes; at least one, for a session carries no empty file.</param>
    /// <exception cref="NameTakenException">Something of this name is there already; it is looked at again when the last byte arrives.</exception>
    public Task<UploadSession> OpenUploadAsync(
        DriveId drive, DrivePath path, int size, string clientRequestId, CancellationToken cancellationToken)
    {
        ThrowIfNoFile(path);
        return OpenAsync(At(drive, path).CreateUploadSession, size, "fail", path.Name, ifMatch: null, clientRequestId, cancellationToken);
    }

    /// <summary>Opens the upload of new content for a file whose content still is the one that <paramref name="ifMatchCTag"/> names.</summary>
    /// <exception cref="PreconditionFailedException">The content is another one by now.</exception>
    /// <exception cref="LockedException">Somebody has it open or checked out.</exception>
    public Task<UploadSession> OpenReplacementAsync(
        DriveId drive, ItemId item, int size, string ifMatchCTag, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(ifMatchCTag);
        return OpenAsync(
            _session.Sdk.Drives[drive.Value].Items[item.Value].CreateUploadSession, size, "replace", name: null, ifMatchCTag, null, cancellationToken);
    }

    /// <summary>Sends what the server does not have yet. To be called again after a crash, with the same bytes.</summary>
    /// <exception cref="NotFoundException">
    /// The session is over. The outcome is unknown: it may have been finished by an answer that got lost, so look for the file.
    /// </exception>
    public async Task<DriveItem> UploadAsync(DriveId drive, UploadSession upload, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (content.Length != upload.Size) throw new ArgumentException("The session was opened for a file of another size.", nameof(content));

        int position;
        try
        {
            position = await _uploads.PositionAsync(upload, cancellationToken);
        }
        catch (NotFoundException over)
        {
            throw new NotFoundException(over.Failure with { Outcome = GraphOutcome.Unknown }, over);
        }
        return await WholeAsync(Reading(), drive, await _uploads.SendAsync(upload, content, position, cancellationToken), cancellationToken);
    }

    /// <summary>Gives the upload up; nothing of it becomes visible.</summary>
    public Task AbandonAsync(UploadSession upload, CancellationToken cancellationToken) => _uploads.AbandonAsync(upload, cancellationToken);

    /// <summary>The bytes, and the item whose cTag belongs to them.</summary>
    /// <exception cref="NotFoundException">It is gone, or not there yet.</exception>
    /// <exception cref="PreconditionFailedException">It was changed each time while it was being read.</exception>
    public async Task<DriveContent> DownloadAsync(DriveId drive, ItemId item, CancellationToken cancellationToken)
    {
        var before = await GetAsync(drive, item, cancellationToken);
        for (var round = 0; round < MaxDownloads; round++)
        {
            var bytes = await ContentAsync(drive, item, cancellationToken);
            // Downloads can lag behind the item, so only the hash proves that they belong together ...
            if (before.QuickXorHash is { } hash && hash == QuickXorHash.Of(bytes)) return new DriveContent(bytes, before, IsProven: true);

            // ... and where it does not, the cTag at least must have stood still meanwhile.
            var after = await GetAsync(drive, item, cancellationToken);
            if (after.CTag == before.CTag) return new DriveContent(bytes, after, IsProven: false);
            before = after;
        }
        throw new PreconditionFailedException(new GraphFailure(GraphOutcome.NotDone, _session.FilesScope, Code: "resourceModified"));
    }

    /// <summary>The file as a PDF that Microsoft makes of it: of a workbook every sheet, in its order and as it would be printed.</summary>
    /// <exception cref="NotFoundException">It is gone, or not there yet.</exception>
    /// <exception cref="InvalidRequestException">No PDF is made of such a file.</exception>
    /// <exception cref="UnavailableException">The conversion failed, or is not offered here.</exception>
    /// <exception cref="UnexpectedAnswerException">What came is no PDF.</exception>
    public async Task<ReadOnlyMemory<byte>> DownloadPdfAsync(DriveId drive, ItemId item, CancellationToken cancellationToken)
    {
        var call = Reading();
        var request = _session.Sdk.Drives[drive.Value].Items[item.Value].Content.ToGetRequestInformation(request => request.BelongsTo(call));
        // The SDK knows "$format" only; driveitem-get-content-format says "format".
        request.URI = new Uri($"{request.URI.AbsoluteUri}?format=pdf");
        var stream = await call.AskAsync<Stream>(() => _session.Sdk.RequestAdapter.SendPrimitiveAsync<Stream>(request, cancellationToken: cancellationToken));
        var pdf = await AllAsync(stream, cancellationToken);
        return pdf.AsSpan().StartsWith("%PDF-"u8) ? pdf : throw call.Unreadable();
    }

    /// <summary>Moves it to the recycle bin, where people can still read it. What is gone already is left in peace.</summary>
    /// <exception cref="PreconditionFailedException">It was changed since it was read.</exception>
    /// <exception cref="LockedException">Somebody has it open or checked out.</exception>
    public async Task DeleteAsync(DriveId drive, ItemId item, string? ifMatchETag, CancellationToken cancellationToken)
    {
        var call = Changing();
        try
        {
            await call.TellAsync(() => _session.Sdk.Drives[drive.Value].Items[item.Value].DeleteAsync(request =>
            {
                request.BelongsTo(call);
                if (ifMatchETag is not null) request.Headers.Add("If-Match", ifMatchETag);
            }, cancellationToken));
        }
        catch (NotFoundException)
        {
            // Gone is what was wanted.
        }
    }

    /// <summary>Deletes it past the recycle bin, with all its versions. What is gone already is left in peace.</summary>
    /// <exception cref="AccessDeniedException">Not allowed here: delete it to the recycle bin, and say so.</exception>
    public async Task PermanentDeleteAsync(DriveId drive, ItemId item, CancellationToken cancellationToken)
    {
        var call = Changing();
        try
        {
            await call.TellAsync(() => _session.Sdk.Drives[drive.Value].Items[item.Value].PermanentDelete.PostAsync(
                request => request.BelongsTo(call), cancellationToken));
        }
        catch (NotFoundException)
        {
            // Gone is what was wanted.
        }
    }

    /// <summary>Its versions, newest first.</summary>
    public async Task<IReadOnlyList<DriveVersion>> VersionsAsync(DriveId drive, ItemId item, CancellationToken cancellationToken)
    {
        var call = Reading();
        var versions = new List<DriveVersion>();
        var builder = _session.Sdk.Drives[drive.Value].Items[item.Value].Versions;
        for (var page = await Page(builder); ; page = await Page(builder.WithUrl(_session.Own(call, page.OdataNextLink).AbsoluteUri)))
        {
            versions.AddRange((page.Value ?? []).Select(version => new DriveVersion(
                version.Id ?? "", version.LastModifiedDateTime ?? default, version.Size ?? 0, version.LastModifiedBy?.Application?.Id)));
            if (page.OdataNextLink is null) return versions;
        }

        Task<Model.DriveItemVersionCollectionResponse> Page(Microsoft.Graph.Drives.Item.Items.Item.Versions.VersionsRequestBuilder at) =>
            call.AskAsync(() => at.GetAsync(request => request.BelongsTo(call), cancellationToken));
    }

    /// <summary>Makes it visible to others in a library that forces check-out; its required columns must be filled first.</summary>
    /// <exception cref="LockedException">Somebody else has it checked out.</exception>
    public Task CheckInAsync(DriveId drive, ItemId item, string comment, CancellationToken cancellationToken)
    {
        var call = Changing();
        return call.TellAsync(() => _session.Sdk.Drives[drive.Value].Items[item.Value].Checkin.PostAsync(
            new Microsoft.Graph.Drives.Item.Items.Item.Checkin.CheckinPostRequestBody { Comment = comment, CheckInAs = "published" },
            request => request.BelongsTo(call), cancellationToken));
    }

    /// <summary>Whether somebody has it checked out; in a library that forces check-out every new file is, and nobody else sees it.</summary>
    /// <exception cref="NotFoundException">It is gone, or not there yet.</exception>
    public async Task<bool> IsCheckedOutAsync(DriveId drive, ItemId item, CancellationToken cancellationToken)
    {
        var call = Reading();
        var found = await call.AskAsync(() => _session.Sdk.Drives[drive.Value].Items[item.Value].GetAsync(request =>
        {
            request.BelongsTo(call);
            request.QueryParameters.Select = ["id", "publication"];
        }, cancellationToken));
        return string.Equals(found.Publication?.Level, "checkout", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What changed since <paramref name="since"/>; everything there is when it is null.</summary>
    /// <exception cref="ResyncRequiredException">Too long ago: look at everything again.</exception>
    public async Task<DriveDelta> DeltaAsync(DriveId drive, Uri? since, CancellationToken cancellationToken)
    {
        var call = Reading();
        var builder = _session.Sdk.Drives[drive.Value].Items["root"].Delta;
        // An item may come several times; the last one counts (driveitem-delta).
        var changes = new OrderedDictionary<ItemId, DriveChange>();
        var at = since is null ? builder : builder.WithUrl(_session.Own(call, since.AbsoluteUri).AbsoluteUri);
        while (true)
        {
            var page = await call.AskAsync(() => at.GetAsDeltaGetResponseAsync(request => request.BelongsTo(call), cancellationToken));
            foreach (var item in page.Value ?? [])
            {
                var id = DriveItems.IdOf(item);
                changes.Remove(id);
                changes.Add(id, new DriveChange(id, item.Deleted is null ? DriveItems.From(item) : null));
            }
            if (page.OdataDeltaLink is { } next) return new DriveDelta([.. changes.Values], _session.Own(call, next));
            at = builder.WithUrl(_session.Own(call, page.OdataNextLink).AbsoluteUri);
        }
    }

    private Microsoft.Graph.CustomDriveItemItemRequestBuilder At(DriveId drive, DrivePath path) =>
        Microsoft.Graph.DriveItemRequestBuilderExtensions.ItemWithPath(_session.Sdk.Drives[drive.Value].Root, path.Value);

    private Task<DriveItem> GetAsync(DriveId drive, ItemId item, CancellationToken cancellationToken)
    {
        var call = Reading();
        return call.AskAsync(async () => await _session.Sdk.Drives[drive.Value].Items[item.Value].GetAsync(request =>
        {
            request.BelongsTo(call);
            (request.QueryParameters.Select, request.QueryParameters.Expand) = (DriveItems.Select, DriveItems.Expand);
        }, cancellationToken) is { } found ? DriveItems.From(found) : null);
    }

    private async Task<byte[]> ContentAsync(DriveId drive, ItemId item, CancellationToken cancellationToken)
    {
        var call = Reading();
        // The SDK has no stream for an empty file.
        var stream = await call.AskAsync<Stream>(async () => await _session.Sdk.Drives[drive.Value].Items[item.Value].Content.GetAsync(
            request => request.BelongsTo(call), cancellationToken) ?? Stream.Null);
        return await AllAsync(stream, cancellationToken);
    }

    private static async Task<byte[]> AllAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using (stream)
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray();
        }
    }

    private async Task<UploadSession> OpenAsync(
        CreateUploadSessionRequestBuilder at, int size, string onConflict, string? name, string? ifMatch, string? clientRequestId,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);

        var call = new GraphCall(_session.FilesScope, AsGuid(clientRequestId)) { ChangesNothing = true };
        return await call.AskAsync(async () =>
        {
            var opened = await at.PostAsync(
                new CreateUploadSessionPostRequestBody
                {
                    Item = new Model.DriveItemUploadableProperties
                    {
                        Name = name,
                        AdditionalData = new Dictionary<string, object> { [ConflictBehavior] = onConflict },
                    },
                },
                request =>
                {
                    request.BelongsTo(call);
                    if (ifMatch is not null) request.Headers.Add("If-Match", ifMatch);
                },
                cancellationToken);
            return Uri.TryCreate(opened?.UploadUrl, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
                ? new UploadSession(url, size, opened.ExpirationDateTime)
                : throw new FormatException("The answer has no upload address.");
        });
    }

    private async Task<DriveItem> UploadWholeAsync(
        DriveId drive, UploadSession upload, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            return await WholeAsync(Reading(), drive, await _uploads.SendAsync(upload, content, 0, cancellationToken), cancellationToken);
        }
        catch (GraphException failure) when (failure.Outcome == GraphOutcome.NotDone)
        {
            await _uploads.AbandonAsync(upload, cancellationToken);
            throw;
        }
    }

    // The upload has succeeded by now: nothing that fails here may look like a failed upload.
    private async Task<DriveItem> WholeAsync(GraphCall call, DriveId drive, Model.DriveItem item, CancellationToken cancellationToken)
    {
        var uploaded = await call.AskAsync(() => Task.FromResult<DriveItem?>(DriveItems.From(item)));
        if (DriveItems.IsWhole(item)) return uploaded;
        try
        {
            return await GetAsync(drive, uploaded.Id, cancellationToken);
        }
        catch (GraphException)
        {
            return uploaded;
        }
    }

    private GraphCall Reading() => new(_session.FilesScope) { ChangesNothing = true };

    private GraphCall Changing(string? clientRequestId = null) => new(_session.FilesScope, AsGuid(clientRequestId));

    private static DriveItem Folder(DriveItem item) => item.IsFolder
        ? item
        : throw new NameTakenException(new GraphFailure(GraphOutcome.NotDone, "files", Code: "nameAlreadyExists"));

    private static void ThrowIfNoFile(DrivePath path)
    {
        if (path.IsRoot) throw new ArgumentException("The root is no place for a file.", nameof(path));
    }

    private static string? AsGuid(string? clientRequestId) => clientRequestId is null || Guid.TryParse(clientRequestId, out _)
        ? clientRequestId
        : throw new ArgumentException("Graph takes a GUID only.", nameof(clientRequestId));
}
