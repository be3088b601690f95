using PartnerOffice.Connections;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Puts the edition into the partner's library: one fixed path, created and never overwritten (engine 2.4). A file of this name
/// is ours if it carries our key, or if our application made it while a request of this very delivery may have been out. A correction
/// becomes the new content of the earlier version's file, wherever people moved it.
/// </summary>
internal sealed class UploadStep(GraphConnections connections, Library library, DeliverySecrets secrets, Patience patience)
{
    private static readonly TimeSpan NotVisibleYet = TimeSpan.FromSeconds(2);

    public async Task RunAsync(StepRun run, Parcel parcel, CancellationToken cancellationToken)
    {
        var (to, place) = parcel.To is { Library: { } found } set ? (set, found) : throw new NotSetUpException("library", isPartner: true);
        var drives = connections.Of(to.Identity).Drives;
        var edition = parcel.Consignment.Edition;
        var path = place.Folder.Append(edition.Name);

        // Looked for even before the first try: a service that lost its ledger finds its own files again (D4).
        if (await FindOursAsync(run.Claim, parcel, to, place, path, cancellationToken) is { } already)
        {
            await ConfirmAsync(run, already, cancellationToken);
            return;
        }

        if (run.Claim.MayBeOut && await WasTakenBackAsync(parcel, to, place, cancellationToken))
        {
            await run.SaveAsync(StepEvent.GiveUp, new() { Error = StepError.WithdrawnSince }, cancellationToken);
            return;
        }

        if (TakesOver(parcel))
        {
            if (await FindEarlierAsync(parcel, to, place, cancellationToken) is { } earlier)
            {
                await ReplaceAsync(run, parcel, to, place, earlier, cancellationToken);
                return;
            }

            if (parcel.Replaced?.Upload.State == StepState.Done && !run.Claim.Confirmed)
            {
                await run.SaveAsync(StepEvent.GiveUp, new() { Error = StepError.RemovedByPartner }, cancellationToken);
                return;
            }
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
            await DecideAsync(run, parcel, to, place, path, cancellationToken);
        }
    }

    // A ledger that was restored from a backup does not know of a recall since; the note in the library does.
    private async Task<bool> WasTakenBackAsync(Parcel parcel, DistrictRoute to, LibraryRoute place, CancellationToken cancellationToken)
    {
        if (parcel.Consignment.Kind != DeliveryKind.Edition) return false;

        var connection = connections.Of(to.Identity);
        var note = await connection.Drives.FindAsync(place.Drive, place.Folder.Append(EditionFile.NoteNameOf(parcel.Consignment.Edition.Name)), cancellationToken);
        if (note?.ListItemId is not { } row) return false;

        var fields = (await connection.Lists.FieldsAsync(place.Site, place.List, row, cancellationToken))?.Fields;
        return fields is not null && Library.Says(fields.GetValueOrDefault("POVersion"), parcel.Consignment.Version) && fields.GetValueOrDefault("POState") is Consignment.Withdrawn;
    }

    // A note, and an edition whose predecessor had to go first, are files of their own.
    private static bool TakesOver(Parcel parcel) =>
        parcel.Consignment is { Kind: DeliveryKind.Edition, RemovesFirst: false } && (parcel.Replaced is not null || parcel.Consignment.Version > 1);

    private async Task DecideAsync(StepRun run, Parcel parcel, DistrictRoute to, LibraryRoute place, DrivePath path, CancellationToken cancellationToken)
    {
        var there = await connections.Of(to.Identity).Drives.FindAsync(place.Drive, path, cancellationToken);
        if (there is null)
        {
            await LaterAsync(run, "not-visible-yet", NotVisibleYet, cancellationToken);
        }
        else if (await IsOursAsync(run.Claim, parcel, to, place, there, cancellationToken))
        {
            await ConfirmAsync(run, there, cancellationToken);
        }
        else if (await IsEarlierAsync(parcel, to, place, there, cancellationToken))
        {
            // Laid there by a service whose ledger is lost: an earlier version, or the edition before the approval.
            await ReplaceAsync(run, parcel, to, place, there, cancellationToken);
        }
        else
        {
            await run.SaveAsync(StepEvent.GiveUp, new() { Error = "name-taken", Url = there.WebUrl?.AbsoluteUri }, cancellationToken);
        }
    }

    // Compare and swap by the content's tag: what a person writes meanwhile is not lost.
    private async Task ReplaceAsync(StepRun run, Parcel parcel, DistrictRoute to, LibraryRoute place, DriveItem item, CancellationToken cancellationToken)
    {
        var drives = connections.Of(to.Identity).Drives;
        var bytes = parcel.Consignment.Edition.Bytes;
        var there = await drives.DownloadAsync(place.Drive, item.Id, cancellationToken);
        var content = MarkOf(run.Claim, there.Bytes);
        if (content == MarkOf(run.Claim, bytes))
        {
            await ConfirmAsync(run, there.Item, cancellationToken);
            return;
        }

        var isUnchanged = parcel.Replaced is { Content.Length: > 0 } replaced
            ? content == replaced.Content
            : string.Equals(there.Item.LastModifiedByApplication, to.Identity.ClientId, StringComparison.OrdinalIgnoreCase);
        if (!isUnchanged && !run.Claim.Confirmed)
        {
            await run.SaveAsync(StepEvent.GiveUp, new() { Error = StepError.EditedByPartner, Url = there.Item.WebUrl?.AbsoluteUri }, cancellationToken);
            return;
        }

        await run.IntendAsync(cancellationToken);
        try
        {
            await ConfirmAsync(run, await drives.ReplaceAsync(place.Drive, item.Id, bytes, there.Item.CTag, cancellationToken), cancellationToken);
        }
        catch (PreconditionFailedException)
        {
            await LaterAsync(run, "changed-meanwhile", NotVisibleYet, cancellationToken);
        }
    }

    private async Task<bool> IsEarlierAsync(Parcel parcel, DistrictRoute to, LibraryRoute place, DriveItem there, CancellationToken cancellationToken)
    {
        if (parcel.Consignment is not { Kind: DeliveryKind.Edition, RemovesFirst: false } || there.IsFolder) return false;
        return await library.KeyOfAsync(to, place, there, cancellationToken) is { } key
            ? parcel.EarlierKeys.Contains(key)
            : TakesOver(parcel) && string.Equals(there.CreatedByApplication, to.Identity.ClientId, StringComparison.OrdinalIgnoreCase);
    }

    private string MarkOf(StepClaim claim, ReadOnlyMemory<byte> bytes) => secrets.KeyedDigest(claim.Partnership, EditionContent.DigestOf(bytes));

    private async Task<DriveItem?> FindEarlierAsync(Parcel parcel, DistrictRoute to, LibraryRoute place, CancellationToken cancellationToken)
    {
        if (parcel.Replaced?.Upload.RemoteId is { } id && await connections.Of(to.Identity).Drives.FindAsync(place.Drive, ItemId.Parse(id), cancellationToken) is { } known) return known;

        foreach (var key in parcel.EarlierKeys)
            if (await library.FindByKeyAsync(to, place, key, cancellationToken) is { } keyed)
                return keyed;
        return null;
    }

    private async Task<DriveItem?> FindOursAsync(StepClaim claim, Parcel parcel, DistrictRoute to, LibraryRoute place, DrivePath path, CancellationToken cancellationToken)
    {
        if (await library.FindByKeyAsync(to, place, claim.Key, cancellationToken) is { } keyed) return keyed;
        if (!claim.MayBeOut || TakesOver(parcel)) return null;

        var there = await connections.Of(to.Identity).Drives.FindAsync(place.Drive, path, cancellationToken);
        return there is not null && await IsOursAsync(claim, parcel, to, place, there, cancellationToken) ? there : null;
    }

    private async Task<bool> IsOursAsync(StepClaim claim, Parcel parcel, DistrictRoute to, LibraryRoute place, DriveItem there, CancellationToken cancellationToken)
    {
        if (there.IsFolder) return false;
        if (await library.KeyOfAsync(to, place, there, cancellationToken) is { } key) return key == claim.Key;
        return claim.MayBeOut && !TakesOver(parcel) && string.Equals(there.CreatedByApplication, to.Identity.ClientId, StringComparison.OrdinalIgnoreCase);
    }

    private Task LaterAsync(StepRun run, string error, TimeSpan shortest, CancellationToken cancellationToken)
    {
        var (happened, change) = patience.Later(run.Claim, error, patience.Growing(run.Claim, shortest, TimeSpan.FromMinutes(1)));
        return run.SaveAsync(happened, change, cancellationToken);
    }

    private static Task ConfirmAsync(StepRun run, DriveItem item, CancellationToken cancellationToken) => run.SaveAsync(
        StepEvent.Confirm,
        new() { RemoteId = item.Id.Value, ETag = item.ETag, CTag = item.CTag, Url = item.WebUrl?.AbsoluteUri },
        cancellationToken);
}
