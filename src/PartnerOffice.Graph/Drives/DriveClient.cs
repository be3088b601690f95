namespace PartnerOffice.Graph;

/// <summary>Files in a SharePoint document library, as Graph's drive resource has them.</summary>
public sealed class DriveClient
{
    /// <summary>Up to here a file goes in one request; above, in an upload session.</summary>
    public const int SmallUpload = 10 * 1024 * 1024;

    internal DriveClient() { }

    /// <summary>The item at this place; null when nothing is there, or nothing yet: a new upload may stay invisible for a while.</summary>
    public Task<DriveItem?> FindAsync(DriveId drive, DrivePath path, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The item with this id, wherever people moved it; null when it is gone, or not there yet.</summary>
    public Task<DriveItem?> FindAsync(DriveId drive, ItemId item, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Makes the folder and those above it; an existing one is returned as it is. Safe to repeat.</summary>
    public Task<DriveItem> EnsureFolderAsync(DriveId drive, DrivePath folder, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Makes a new file and never overwrites one. The folder must be there (<see cref="EnsureFolderAsync"/>).</summary>
    /// <param name="clientRequestId">A GUID of the caller's, for finding the request again in Microsoft's logs.</param>
    /// <exception cref="NameTakenException">Something of this name is there: ours from an earlier try, or a stranger's.</exception>
    public Task<DriveItem> CreateAsync(DriveId drive, DrivePath path, ReadOnlyMemory<byte> content, string clientRequestId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Writes new content over exactly the content that <paramref name="ifMatchCTag"/> names: compare and swap.</summary>
    /// <exception cref="PreconditionFailedException">The content is another one by now.</exception>
    /// <exception cref="LockedException">Somebody has it open or checked out.</exception>
    public Task<DriveItem> ReplaceAsync(DriveId drive, ItemId item, ReadOnlyMemory<byte> content, string ifMatchCTag, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The bytes, and the item whose cTag belongs to them.</summary>
    /// <exception cref="NotFoundException">It is gone, or not there yet.</exception>
    public Task<DriveContent> DownloadAsync(DriveId drive, ItemId item, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Moves it to the recycle bin, where people can still read it. Of what is gone already, nothing is said.</summary>
    public Task DeleteAsync(DriveId drive, ItemId item, string? ifMatchETag, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Deletes it past the recycle bin, with all its versions.</summary>
    /// <exception cref="AccessDeniedException">Not allowed here: delete to the recycle bin and say so.</exception>
    public Task PermanentDeleteAsync(DriveId drive, ItemId item, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Its versions, newest first.</summary>
    public Task<IReadOnlyList<DriveVersion>> VersionsAsync(DriveId drive, ItemId item, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Makes it visible to others in a library that forces check-out; its required columns must be filled first.</summary>
    public Task CheckInAsync(DriveId drive, ItemId item, string comment, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>What changed since <paramref name="since"/>; everything there is when it is null.</summary>
    /// <exception cref="ResyncRequiredException">Too long ago: look at everything again.</exception>
    public Task<DriveDelta> DeltaAsync(DriveId drive, Uri? since, CancellationToken cancellationToken) => throw new NotImplementedException();
}
