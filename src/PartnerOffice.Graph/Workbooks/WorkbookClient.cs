using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Graph.Drives.Item.Items.Item.Workbook;
using Microsoft.Graph.Drives.Item.Items.Item.Workbook.Tables.Item;
using Microsoft.Kiota.Abstractions;

namespace PartnerOffice.Graph;

/// <summary>
/// Tables in an Excel workbook that people may have open: Excel itself does the writing. One request at a time for each workbook,
/// and after each change read it back (concepts/workbook-best-practice).
/// </summary>
/// <remarks>
/// Every method throws <see cref="GraphException"/>: <see cref="LockedException"/> while somebody holds the file alone,
/// <see cref="WorkbookSessionLostException"/> when the session is over, <see cref="AccessDeniedException"/> for a labelled file or an
/// identity that Excel does not serve. Microsoft supports delegated identities only.
/// </remarks>
public sealed partial class WorkbookClient
{
    private readonly GraphSession _session;
    private readonly WorkbookOperations _operations;

    internal WorkbookClient(GraphSession session) => (_session, _operations) = (session, new WorkbookOperations(session));

    /// <summary>Opens a session; with <paramref name="persists"/> false its changes vanish with it.</summary>
    public async Task<WorkbookSession> OpenAsync(DriveId drive, ItemId workbook, bool persists, CancellationToken cancellationToken)
    {
        var call = new GraphCall(_session.WorkbookScope(drive, workbook)) { ChangesNothing = true };
        var request = At(drive, workbook).CreateSession.ToPostRequestInformation(
            new Microsoft.Graph.Drives.Item.Items.Item.Workbook.CreateSession.CreateSessionPostRequestBody { PersistChanges = persists });
        var opened = await _operations.RunAsync(call, WorkbookOperations.Patiently(request), cancellationToken);
        return await call.AskAsync(() => Task.FromResult<WorkbookSession?>(
            new WorkbookSession(drive, workbook, opened.GetProperty("id").GetString() ?? throw new FormatException("The answer has no session."), persists)));
    }

    /// <summary>Ends the session; one that is over already is left in peace. When the outcome is unknown, close it again.</summary>
    public async Task CloseAsync(WorkbookSession session, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(session, At(session).CloseSession.ToPostRequestInformation(), cancellationToken);
        }
        catch (Exception over) when (over is WorkbookSessionLostException or NotFoundException)
        {
            // Over is what was wanted.
        }
    }

    /// <summary>Keeps an idle session alive; it would end after about five minutes.</summary>
    public Task RefreshAsync(WorkbookSession session, CancellationToken cancellationToken) =>
        SendAsync(session, At(session).RefreshSession.ToPostRequestInformation(), cancellationToken);

    /// <summary>The names of all tables.</summary>
    public async Task<IReadOnlyList<string>> TablesAsync(WorkbookSession session, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(session, At(session).Tables.ToGetRequestInformation(request => request.QueryParameters.Select = ["name"]), cancellationToken);
        return await Reading(session).AskAsync(() => Task.FromResult<List<string>?>(
            [.. answer.GetProperty("value").EnumerateArray().Select(table => table.GetProperty("name").GetString()!)]));
    }

    /// <summary>The head of a table, its columns' names in their order.</summary>
    /// <exception cref="NotFoundException">There is no table of this name.</exception>
    public Task<WorkbookRange> HeaderAsync(WorkbookSession session, string table, CancellationToken cancellationToken) =>
        RangeAsync(session, At(session, table).HeaderRowRange.ToGetRequestInformation(), cancellationToken);

    /// <summary>All rows of a table without its head; an empty table has one empty row.</summary>
    /// <exception cref="NotFoundException">There is no table of this name.</exception>
    public Task<WorkbookRange> RowsAsync(WorkbookSession session, string table, CancellationToken cancellationToken) =>
        RangeAsync(session, At(session, table).DataBodyRange.ToGetRequestInformation(), cancellationToken);

    /// <summary>One column of a table without its head: where a row is looked for by its key.</summary>
    /// <exception cref="NotFoundException">There is no such table or column.</exception>
    public Task<WorkbookRange> ColumnAsync(WorkbookSession session, string table, string column, CancellationToken cancellationToken) =>
        RangeAsync(session, At(session, table).Columns[column].DataBodyRange.ToGetRequestInformation(), cancellationToken);

    /// <summary>
    /// Adds rows at the end of a table. Not safe to repeat: after an unknown outcome close the session, open another, and look.
    /// </summary>
    /// <param name="rows">Text (written as text, whatever it looks like), numbers, bool, DateOnly (as a serial number), or null for nothing.</param>
    public async Task AddRowsAsync(
        WorkbookSession session, string table, IReadOnlyList<IReadOnlyList<object?>> rows, CancellationToken cancellationToken)
    {
        var request = At(session, table).Rows.Add.ToPostRequestInformation(new());
        request.SetStreamContent(new MemoryStream(WorkbookCells.Write(rows, json => json.WriteNull("index"))), "application/json");
        await SendAsync(session, WorkbookOperations.Patiently(request), cancellationToken);
    }

    /// <summary>Writes a row of a table. The index counts from 0 below the head, and shifts when people insert or sort: find it by key just before.</summary>
    /// <param name="row">As in <see cref="AddRowsAsync"/>; null leaves a cell as it is, the empty text empties it.</param>
    public async Task UpdateRowAsync(
        WorkbookSession session, string table, int index, IReadOnlyList<object?> row, CancellationToken cancellationToken)
    {
        // The SDK has no PATCH here, though Graph has.
        var request = Row(session, table, index, Method.PATCH);
        request.SetStreamContent(new MemoryStream(WorkbookCells.Write([row])), "application/json");
        await SendAsync(session, request, cancellationToken);
    }

    /// <summary>Deletes a row of a table; the index as in <see cref="UpdateRowAsync"/>.</summary>
    public Task DeleteRowAsync(WorkbookSession session, string table, int index, CancellationToken cancellationToken) =>
        SendAsync(session, Row(session, table, index, Method.DELETE), cancellationToken);

    /// <summary>The cells of a sheet.</summary>
    /// <param name="address">Such as <c>A1:D9</c>.</param>
    /// <exception cref="NotFoundException">There is no sheet of this name.</exception>
    public Task<WorkbookRange> RangeAsync(WorkbookSession session, string sheet, string address, CancellationToken cancellationToken) =>
        RangeAsync(session, Range(session, sheet, address), cancellationToken);

    /// <summary>Writes the cells of a sheet; values as in <see cref="UpdateRowAsync"/>, as many as the address has.</summary>
    public async Task UpdateRangeAsync(
        WorkbookSession session, string sheet, string address, IReadOnlyList<IReadOnlyList<object?>> values, CancellationToken cancellationToken)
    {
        var request = Range(session, sheet, address);
        request.HttpMethod = Method.PATCH;
        request.SetStreamContent(new MemoryStream(WorkbookCells.Write(values)), "application/json");
        await SendAsync(session, request, cancellationToken);
    }

    private async Task<WorkbookRange> RangeAsync(WorkbookSession session, RequestInformation request, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(session, request, cancellationToken);
        return await Reading(session).AskAsync(() => Task.FromResult<WorkbookRange?>(new WorkbookRange(
            answer.GetProperty("address").GetString() ?? "", WorkbookCells.Read(answer.GetProperty("values")))
        {
            Formulas = answer.TryGetProperty("formulas", out var formulas) && formulas.ValueKind == JsonValueKind.Array ? WorkbookCells.Read(formulas) : [],
        }));
    }

    private Task<JsonElement> ReadAsync(WorkbookSession session, RequestInformation request, CancellationToken cancellationToken)
    {
        request.Headers.Add("workbook-session-id", session.Id);
        return _session.AskJsonAsync(Reading(session), request, cancellationToken);
    }

    private Task<JsonElement> SendAsync(WorkbookSession session, RequestInformation request, CancellationToken cancellationToken)
    {
        request.Headers.Add("workbook-session-id", session.Id);
        return _operations.RunAsync(new GraphCall(Scope(session)), request, cancellationToken);
    }

    private RequestInformation Row(WorkbookSession session, string table, int index, Method method)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var request = At(session, table).Rows.ItemAtWithIndex(index).ToGetRequestInformation();
        request.HttpMethod = method;
        return request;
    }

    private RequestInformation Range(WorkbookSession session, string sheet, string address)
    {
        if (!A1().IsMatch(address)) throw new ArgumentException("Not an address such as A1:D9.", nameof(address));
        return At(session).Worksheets[sheet].RangeWithAddress(address).ToGetRequestInformation();
    }

    private string Scope(WorkbookSession session) => _session.WorkbookScope(session.Drive, session.Workbook);

    private GraphCall Reading(WorkbookSession session) => new(Scope(session)) { ChangesNothing = true };

    private WorkbookRequestBuilder At(DriveId drive, ItemId workbook) => _session.Sdk.Drives[drive.Value].Items[workbook.Value].Workbook;

    private WorkbookRequestBuilder At(WorkbookSession session) => At(session.Drive, session.Workbook);

    private WorkbookTableItemRequestBuilder At(WorkbookSession session, string table) => At(session).Tables[table];

    [GeneratedRegex("^[A-Z]{1,3}[0-9]{1,7}(:[A-Z]{1,3}[0-9]{1,7})?$")]
    private static partial Regex A1();
}
