using System.Collections.Concurrent;
using System.Globalization;
using PartnerOffice.Connections;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>The partner's library as the courier sees it: which of our columns it has, and which file is ours.</summary>
internal sealed class Library(GraphConnections connections, TimeProvider time)
{
    /// <summary>Ours in every receiving library (D20).</summary>
    public const string KeyColumn = "POKey";

    /// <summary>The partner's people set it when their board took note (R17); a library need not have it.</summary>
    public const string ReceiptColumn = "POReceipt";

    private static readonly TimeSpan ColumnsStayKnown = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<LibraryRoute, (DateTimeOffset At, IReadOnlySet<string> Names)> _columns = new();

    /// <summary>The internal names of the columns that can be written. Made by the partner's administrator, so looked at again now and then.</summary>
    public async Task<IReadOnlySet<string>> ColumnsAsync(DistrictRoute district, LibraryRoute library, CancellationToken cancellationToken)
    {
        if (_columns.TryGetValue(library, out var known) && time.GetUtcNow() - known.At < ColumnsStayKnown) return known.Names;

        var columns = await connections.Of(district.Identity).Lists.ColumnsAsync(library.Site, library.List, cancellationToken);
        var names = columns.Where(column => !column.ReadOnly).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        _columns[library] = (time.GetUtcNow(), names);
        return names;
    }

    /// <summary>The file that carries this key, wherever people moved it; null where there is none, or no such column.</summary>
    public async Task<DriveItem?> FindByKeyAsync(DistrictRoute district, LibraryRoute library, string key, CancellationToken cancellationToken)
    {
        if (!(await ColumnsAsync(district, library, cancellationToken)).Contains(KeyColumn)) return null;

        var connection = connections.Of(district.Identity);
        var row = await connection.Lists.FindItemByFieldAsync(library.Site, library.List, KeyColumn, key, cancellationToken);
        return row?.DriveItem is { } item ? await connection.Drives.FindAsync(library.Drive, item, cancellationToken) : null;
    }

    /// <summary>The key written on a file; null where there is none.</summary>
    public async Task<string?> KeyOfAsync(DistrictRoute district, LibraryRoute library, DriveItem item, CancellationToken cancellationToken)
    {
        if (item.ListItemId is not { } id || !(await ColumnsAsync(district, library, cancellationToken)).Contains(KeyColumn)) return null;

        var row = await connections.Of(district.Identity).Lists.FieldsAsync(library.Site, library.List, id, cancellationToken);
        return row?.Fields.GetValueOrDefault(KeyColumn) is string { Length: > 0 } key ? key : null;
    }

    /// <summary>Whether a column already says what we would write; Graph gives dates back as text.</summary>
    public static bool Says(object? found, object? wanted) => (found, wanted) switch
    {
        (string text, DateOnly day) => text.StartsWith(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal),
        (string text, string other) => text == other,
        (IConvertible number, int other) when number is long or double => number.ToDouble(CultureInfo.InvariantCulture) == other,
        (null, null) => true,
        _ => false,
    };
}
