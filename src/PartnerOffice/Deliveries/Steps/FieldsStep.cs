using PartnerOffice.Connections;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>Fills our columns of the delivered file, and no others. A library without them is no reason to hold anything up (D20).</summary>
internal sealed class FieldsStep(GraphConnections connections, Library library, Patience patience)
{
    private const int Rounds = 3;

    private static readonly TimeSpan NotVisibleYet = TimeSpan.FromSeconds(1);

    public async Task RunAsync(StepRun run, Parcel parcel, CancellationToken cancellationToken)
    {
        var (to, place) = parcel.To is { Library: { } found } set ? (set, found) : throw new NotSetUpException("library", isPartner: true);
        var columns = await library.ColumnsAsync(to, place, cancellationToken);
        var wanted = Wanted(parcel).Where(field => columns.Contains(field.Key)).ToDictionary();
        var missing = Wanted(parcel).Keys.Except(wanted.Keys).ToList();
        // Note was taken of the version before. The column is the partner's, and a library may do without it.
        if (parcel.Replaced is not null && columns.Contains(Library.ReceiptColumn)) wanted[Library.ReceiptColumn] = null;
        if (wanted.Count == 0)
        {
            await run.SaveAsync(StepEvent.Skip, new() { Error = "no columns" }, cancellationToken);
            return;
        }

        var connection = connections.Of(to.Identity);
        for (var round = 1; ; round++)
        {
            var item = await connection.Drives.FindAsync(place.Drive, ItemId.Parse(parcel.Known[DeliveryStep.Upload].RemoteId!), cancellationToken);
            var row = item?.ListItemId is { } id ? await connection.Lists.FieldsAsync(place.Site, place.List, id, cancellationToken) : null;
            if (row is null)
            {
                await LaterAsync(run, "not-visible-yet", cancellationToken);
                return;
            }

            if (wanted.All(field => Library.Says(row.Fields.GetValueOrDefault(field.Key), field.Value)))
            {
                await FinishAsync(run, row.Id, missing, cancellationToken);
                return;
            }

            await run.IntendAsync(cancellationToken);
            try
            {
                await connection.Lists.UpdateFieldsAsync(place.Site, place.List, row.Id, wanted, row.ETag, cancellationToken);
                await FinishAsync(run, row.Id, missing, cancellationToken);
                return;
            }
            catch (GraphException changed) when (changed is PreconditionFailedException or ConflictException && round < Rounds)
            {
                // A person, or SharePoint itself, touched the row since we read it: read again, our columns stay ours.
            }
        }
    }

    private static Dictionary<string, object?> Wanted(Parcel parcel) => new()
    {
        // The upload's key, since it is the file that must be found by it.
        [Library.KeyColumn] = parcel.UploadKey,
        ["POMinutes"] = parcel.Consignment.Minutes.ToString(),
        ["POVersion"] = parcel.Consignment.Version,
        ["POState"] = parcel.Consignment.Standing,
        ["POMeeting"] = parcel.Consignment.Meeting,
        ["PODistrict"] = parcel.Consignment.From.ToString(),
    };

    private static Task FinishAsync(StepRun run, string row, List<string> missing, CancellationToken cancellationToken) => missing.Count == 0
        ? run.SaveAsync(StepEvent.Confirm, new() { RemoteId = row }, cancellationToken)
        : run.SaveAsync(StepEvent.Skip, new() { RemoteId = row, Error = $"no columns {string.Join(", ", missing)}" }, cancellationToken);

    private Task LaterAsync(StepRun run, string error, CancellationToken cancellationToken)
    {
        var (happened, change) = patience.Later(run.Claim, error, patience.Growing(run.Claim, NotVisibleYet, TimeSpan.FromMinutes(5)));
        return run.SaveAsync(happened, change, cancellationToken);
    }
}
