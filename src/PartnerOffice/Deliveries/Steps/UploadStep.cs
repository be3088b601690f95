using PartnerOffice.Connections;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Puts the edition into the partner's library: one fixed path, created and never overwritten (engine 2.4). A file of this name
/// is ours if it carries our key, or if our application made it while a request of this very delivery may have been out.
/// </summary>
internal sealed class UploadStep(GraphConnections connections, Library library, Patience patience)
{
    private static readonly TimeSpan NotVisibleYet = TimeSpan.FromSeconds(2);

    public async Task RunAsync(StepRun run, Parcel parcel, CancellationToken cancellationToken)
    {
        var (to, place) = parcel.To is { Library: { } found } set ? (set, found) : throw new NotSetUpException("library");
        var drives = connections.Of(to.Identity).Drives;
        var edition = parcel.Consignment.Edition;
        var path = place.Folder.Append(edition.Name);

        // Looked for even before the first try: a service that lost its ledger finds its own files again (D4).
        if (await FindOursAsync(run.Claim, to, place, path, cancellationToken) is { } already)
        {
            await ConfirmAsync(run, already, cancellationToken);
            return;
        }

        if (!place.Folder.IsRoot) await drives.EnsureFolderAsync(place.Drive, place.Folder, cancellationToken);
        await run.IntendAsync(cancellationToken);
        try
        {
            var requestId = DeliverySecrets.RequestId(run.Claim.Key).ToString("D");
            await ConfirmAsync(run, await drives.CreateAsync(place.Drive, path, edition.Bytes, requestId, cancellationToken), cancellationToken);
        }
        catch (NameTakenException)
        {
            await DecideAsync(run, to, place, path, cancellationToken);
        }
    }

    private async Task DecideAsync(StepRun run, DistrictRoute to, LibraryRoute place, DrivePath path, CancellationToken cancellationToken)
    {
        var there = await connections.Of(to.Identity).Drives.FindAsync(place.Drive, path, cancellationToken);
        if (there is null)
        {
            var (happened, change) = patience.Later(run.Claim, "not-visible-yet", patience.Growing(run.Claim, NotVisibleYet, TimeSpan.FromMinutes(1)));
            await run.SaveAsync(happened, change, cancellationToken);
        }
        else if (await IsOursAsync(run.Claim, to, place, there, cancellationToken))
        {
            await ConfirmAsync(run, there, cancellationToken);
        }
        else
        {
            await run.SaveAsync(StepEvent.GiveUp, new() { Error = "name-taken", Url = there.WebUrl?.AbsoluteUri }, cancellationToken);
        }
    }

    private async Task<DriveItem?> FindOursAsync(StepClaim claim, DistrictRoute to, LibraryRoute place, DrivePath path, CancellationToken cancellationToken)
    {
        if (await library.FindByKeyAsync(to, place, claim.Key, cancellationToken) is { } keyed) return keyed;
        if (!claim.MayBeOut) return null;

        var there = await connections.Of(to.Identity).Drives.FindAsync(place.Drive, path, cancellationToken);
        return there is not null && await IsOursAsync(claim, to, place, there, cancellationToken) ? there : null;
    }

    private async Task<bool> IsOursAsync(StepClaim claim, DistrictRoute to, LibraryRoute place, DriveItem there, CancellationToken cancellationToken)
    {
        if (there.IsFolder) return false;
        if (await library.KeyOfAsync(to, place, there, cancellationToken) is { } key) return key == claim.Key;
        return claim.MayBeOut && string.Equals(there.CreatedByApplication, to.Identity.ClientId, StringComparison.OrdinalIgnoreCase);
    }

    private static Task ConfirmAsync(StepRun run, DriveItem item, CancellationToken cancellationToken) => run.SaveAsync(
        StepEvent.Confirm,
        new() { RemoteId = item.Id.Value, ETag = item.ETag, CTag = item.CTag, Url = item.WebUrl?.AbsoluteUri },
        cancellationToken);
}
