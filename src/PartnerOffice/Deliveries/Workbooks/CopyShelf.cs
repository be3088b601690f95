using PartnerOffice.Connections;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>Where the monthly copies lie: a library in which each name is written once and never over.</summary>
internal sealed class CopyShelf(DriveClient drives, LibraryRoute library)
{
    /// <summary>The file of this name: as it lies there, or laid there now.</summary>
    /// <param name="content">What to lay there; null lays nothing.</param>
    public async Task<(DriveItem? Item, bool IsNew)> LayAsync(string name, Func<Task<ReadOnlyMemory<byte>?>> content, CancellationToken cancellationToken)
    {
        var path = library.Folder.Append(name);
        if (await drives.FindAsync(library.Drive, path, cancellationToken) is { } known) return (known, false);
        if (await content() is not { } bytes) return (null, false);

        if (!library.Folder.IsRoot) await drives.EnsureFolderAsync(library.Drive, library.Folder, cancellationToken);
        try
        {
            return (await drives.CreateAsync(library.Drive, path, bytes, Guid.NewGuid().ToString("D"), cancellationToken), true);
        }
        catch (NameTakenException)
        {
            // Another process was a moment faster.
            return (await drives.FindAsync(library.Drive, path, cancellationToken), false);
        }
    }

    /// <summary>A PDF of what lies there; null where Graph makes none: the copy is no worse for it, and the next call asks again.</summary>
    public async Task<ReadOnlyMemory<byte>?> PdfOfAsync(DriveItem copy, CancellationToken cancellationToken)
    {
        try
        {
            return await drives.DownloadPdfAsync(library.Drive, copy.Id, cancellationToken);
        }
        catch (GraphException none) when (none is InvalidRequestException or UnavailableException or NotFoundException or UnexpectedAnswerException)
        {
            return null;
        }
    }
}
