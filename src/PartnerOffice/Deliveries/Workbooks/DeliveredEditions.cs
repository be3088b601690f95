using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Delivered editions, read back from the library of the partner: the ledger keeps none of their words, the documents do (principle 1).
/// </summary>
internal sealed class DeliveredEditions(GraphConnections connections, PartnershipRoute route)
{
    /// <summary>The minutes that a delivered file says, and its name; null where the partner removed it, or changed it so that nobody can read it.</summary>
    public async Task<(Minutes Minutes, string Name)?> ReadAsync(Delivered delivered, CancellationToken cancellationToken)
    {
        if (route.Districts.GetValueOrDefault(delivered.To) is not { Library: { } library } district
            || delivered.Status[DeliveryStep.Upload].RemoteId is not { } id
            || await connections.Of(district.Identity).Drives.FindAsync(library.Drive, ItemId.Parse(id), cancellationToken) is not { } item)
            return null;

        var content = await connections.Of(district.Identity).Drives.DownloadAsync(library.Drive, item.Id, cancellationToken);
        try
        {
            using var stream = new MemoryStream(content.Bytes.ToArray());
            var reading = MinutesReader.Read(await PackageGate.InspectAsync(stream, PackageKind.Word, cancellationToken));
            return reading.Minutes is { } minutes && minutes.Id == delivered.Status.Minutes ? (minutes, item.Name) : null;
        }
        catch (GateRefusal)
        {
            return null;
        }
    }
}
