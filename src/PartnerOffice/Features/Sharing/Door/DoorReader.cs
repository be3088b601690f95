using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.Sharing;

/// <summary>Reads a file of a board's own library: its columns, who changed them, and its words, which stay in memory (R19).</summary>
internal sealed class DoorReader(BoardLibraryRoute route, GraphConnection connection)
{
    /// <summary>What the column says; an empty one says that it is a draft.</summary>
    public static string StandOf(IReadOnlyDictionary<string, object?> fields) => fields.GetValueOrDefault(BoardColumns.State) as string is { Length: > 0 } stand ? stand : BoardColumns.Draft;

    /// <summary>What we answered last.</summary>
    public static string HintOf(IReadOnlyDictionary<string, object?> fields) => fields.GetValueOrDefault(BoardColumns.Hint) as string ?? "";

    /// <summary>The row as it is at this moment; null where it is gone.</summary>
    public Task<ListItem?> RowAsync(string item, CancellationToken cancellationToken) => connection.Lists.FieldsAsync(route.Site, route.List, item, cancellationToken);

    /// <summary>The minutes in it; null where there is no file any more, or it is none that we read.</summary>
    public async Task<MinutesReading?> ReadAsync(ListItem row, CancellationToken cancellationToken)
    {
        if (row.DriveItem is not { } file)
            return null;
        try
        {
            var content = await connection.Drives.DownloadAsync(route.Drive, file, cancellationToken);
            var package = PackageGate.Inspect(content.Bytes, PackageKind.Word);
            return FormFindings.With(MinutesReader.Read(package), package);
        }
        catch (GateRefusal)
        {
            return null;
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    /// <summary>Who set the column, and who wrote the text last.</summary>
    public async Task<DoorHistory> HistoryAsync(ListItem row, CancellationToken cancellationToken) =>
        DoorHistory.Of(await connection.Lists.VersionsAsync(route.Site, route.List, row.Id, cancellationToken), IsOurs);

    /// <summary>Whether the service itself did it: a person who uses our application is a person.</summary>
    public bool IsOurs(Editor editor) => !editor.IsPerson && editor.Application is { } application && string.Equals(application.ToString("D"), route.Identity.ClientId, StringComparison.OrdinalIgnoreCase);
}
