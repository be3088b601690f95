using System.Globalization;
using PartnerOffice.Connections;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Takes a file of ours out of the partner's library, with its versions: a newer version over it would leave the old text in the history
/// (D7, R16). Where that is refused it goes to the recycle bin, and the step says until when it can be read there.
/// </summary>
internal sealed class RemoveStep(GraphConnections connections, Library library, Patience patience, TimeProvider time)
{
    // A request of the upload that nobody heard the end of may still be carried out so long after it left.
    private static readonly TimeSpan MayStillCome = TimeSpan.FromMinutes(2);

    /// <summary>How long SharePoint's recycle bin holds a file, unless the tenant's setting differs.</summary>
    private const int RecycleBinDays = 93;

    public async Task RunAsync(StepRun run, Parcel parcel, CancellationToken cancellationToken)
    {
        var (to, place) = parcel.To is { Library: { } found } set ? (set, found) : throw new NotSetUpException("library", isPartner: true);
        var drives = connections.Of(to.Identity).Drives;
        if (await FindAsync(parcel, to, place, cancellationToken) is not { } item)
        {
            await NothingThereAsync(run, parcel, cancellationToken);
            return;
        }

        await run.IntendAsync(cancellationToken);
        try
        {
            await drives.PermanentDeleteAsync(place.Drive, item.Id, cancellationToken);
            await run.SaveAsync(StepEvent.Confirm, new() { RemoteId = item.Id.Value, Error = Gone(run) }, cancellationToken);
        }
        catch (GraphException refused) when (refused is AccessDeniedException or InvalidRequestException)
        {
            // Noted first: whoever finds nothing there after a crash must not say that it is gone for good.
            await run.SaveAsync(StepEvent.Note, new() { RemoteId = item.Id.Value }, cancellationToken);
            await drives.DeleteAsync(place.Drive, item.Id, null, cancellationToken);
            await run.SaveAsync(StepEvent.Confirm, new() { Error = InRecycleBin() }, cancellationToken);
        }
    }

    private async Task NothingThereAsync(StepRun run, Parcel parcel, CancellationToken cancellationToken)
    {
        // Ours may have removed it, and the answer was lost.
        if (run.Claim.MayBeOut)
        {
            await run.SaveAsync(StepEvent.Confirm, new() { Error = Gone(run) }, cancellationToken);
        }
        else if (parcel.Replaced?.Upload is { State: StepState.Sending } && time.GetUtcNow() - run.Claim.FirstAt < MayStillCome)
        {
            var (happened, change) = patience.Later(run.Claim, "may-still-come", MayStillCome);
            await run.SaveAsync(happened, change, cancellationToken);
        }
        else
        {
            await run.SaveAsync(StepEvent.Confirm, new() { Error = RemovalResult.NothingThere }, cancellationToken);
        }
    }

    // Also for what is gone when we come to delete it: an earlier request of ours may have been carried out late.
    private string Gone(StepRun run) => run.Claim.RemoteId is null ? RemovalResult.ForGood : InRecycleBin();

    private string InRecycleBin() => $"{RemovalResult.RecycleBin} {time.GetUtcNow().AddDays(RecycleBinDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private async Task<DriveItem?> FindAsync(Parcel parcel, DistrictRoute to, LibraryRoute place, CancellationToken cancellationToken)
    {
        if (parcel.Replaced is { } replaced)
        {
            if (replaced.Upload.RemoteId is { } id && await connections.Of(to.Identity).Drives.FindAsync(place.Drive, ItemId.Parse(id), cancellationToken) is { } known) return known;
            if (await library.FindByKeyAsync(to, place, replaced.UploadKey, cancellationToken) is { } keyed) return keyed;
        }

        foreach (var key in parcel.EarlierKeys)
            if (await library.FindByKeyAsync(to, place, key, cancellationToken) is { } earlier)
                return earlier;

        // Uploaded, but killed before its columns were filled: made by us, and nobody's key on it.
        if (parcel.Contents?.RemovedName is { } name && await connections.Of(to.Identity).Drives.FindAsync(place.Drive, place.Folder.Append(name), cancellationToken) is { } there
            && string.Equals(there.CreatedByApplication, to.Identity.ClientId, StringComparison.OrdinalIgnoreCase)
            && await library.KeyOfAsync(to, place, there, cancellationToken) is null)
            return there;
        return null;
    }
}
