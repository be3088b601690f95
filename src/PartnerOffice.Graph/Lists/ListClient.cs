using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Kiota.Abstractions;
using Model = Microsoft.Graph.Models;

namespace PartnerOffice.Graph;

/// <summary>Lists and the columns of libraries, as Graph's list resource has them.</summary>
/// <remarks>Every method throws <see cref="GraphException"/>; named below are those that a caller can act on.</remarks>
public sealed partial class ListClient
{
    private readonly GraphSession _session;

    internal ListClient(GraphSession session) => _session = session;

    /// <summary>All columns, read-only ones too.</summary>
    public async Task<IReadOnlyList<ListColumn>> ColumnsAsync(SiteId site, ListId list, CancellationToken cancellationToken)
    {
        var call = Reading();
        var builder = List(site, list).Columns;
        var columns = new List<ListColumn>();
        for (var at = builder; ;)
        {
            var page = await call.AskAsync(() => at.GetAsync(request => request.BelongsTo(call), cancellationToken));
            columns.AddRange((page.Value ?? []).Select(Column));
            if (page.OdataNextLink is null) return columns;
            at = builder.WithUrl(_session.Own(call, page.OdataNextLink).AbsoluteUri);
        }
    }

    /// <summary>The row whose column has this value; the oldest if there are several; null if there is none.</summary>
    /// <param name="column">Its internal name; better an indexed one.</param>
    public async Task<ListItem?> FindItemByFieldAsync(SiteId site, ListId list, string column, string value, CancellationToken cancellationToken) =>
        await FindItemsByFieldAsync(site, list, column, value, cancellationToken) is [var oldest, ..] ? oldest : null;

    /// <summary>Every row whose column has this value, oldest first.</summary>
    /// <param name="column">Its internal name; better an indexed one.</param>
    public async Task<IReadOnlyList<ListItem>> FindItemsByFieldAsync(
        SiteId site, ListId list, string column, string value, CancellationToken cancellationToken)
    {
        if (!InternalName().IsMatch(column)) throw new ArgumentException("Not the internal name of a column.", nameof(column));

        var call = Reading();
        var items = new List<ListItem>();
        var request = List(site, list).Items.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Filter = $"fields/{column} eq '{value.Replace("'", "''", StringComparison.Ordinal)}'";
            request.QueryParameters.Expand = ["fields", "driveItem($select=id)"];
            // The column need not be indexed everywhere; on a long list Graph then refuses with a code, which is what we want.
            request.Headers.Add("Prefer", "HonorNonIndexedQueriesWarningMayFailRandomly");
        });
        while (true)
        {
            var page = await _session.AskJsonAsync(call, request, cancellationToken);
            items.AddRange(await call.AskAsync(() => Task.FromResult<List<ListItem>?>(page.GetProperty("value").EnumerateArray().Select(Item).ToList())));
            if (!page.TryGetProperty("@odata.nextLink", out var next)) break;
            request = new RequestInformation { HttpMethod = Method.GET, URI = _session.Own(call, next.GetString()) };
        }
        return [.. items.OrderBy(item => long.TryParse(item.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue)];
    }

    /// <summary>The row and its fields; null when it is gone, or not there yet.</summary>
    public Task<ListItem?> FieldsAsync(SiteId site, ListId list, string itemId, CancellationToken cancellationToken)
    {
        var call = Reading();
        return GraphSession.OrNull(call.AskAsync(async () => (ListItem?)Item(await _session.AskJsonAsync(
            call,
            List(site, list).Items[itemId].ToGetRequestInformation(request => request.QueryParameters.Expand = ["fields", "driveItem($select=id)"]),
            cancellationToken))));
    }

    /// <summary>Sets these fields and leaves the others. Each call makes a version of the file.</summary>
    /// <param name="fields">By internal name: text, bool, a number, DateOnly, DateTimeOffset, a list of texts, or null to clear.</param>
    /// <param name="ifMatchETag">The eTag the row must still have; null to write whatever it is now.</param>
    /// <returns>The fields as they are now.</returns>
    /// <exception cref="PreconditionFailedException">The row was changed: read it, merge, write again.</exception>
    /// <exception cref="NotFoundException">The row is gone, or not there yet.</exception>
    public Task<IReadOnlyDictionary<string, object?>> UpdateFieldsAsync(
        SiteId site, ListId list, string itemId, IReadOnlyDictionary<string, object?> fields, string? ifMatchETag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var call = new GraphCall(_session.FilesScope);
        var request = List(site, list).Items[itemId].Fields.ToPatchRequestInformation(new Model.FieldValueSet(), request =>
        {
            if (ifMatchETag is not null) request.Headers.Add("If-Match", ifMatchETag);
        });
        request.SetStreamContent(new MemoryStream(ListFields.Write(fields)), "application/json");
        return call.AskAsync(async () =>
            (IReadOnlyDictionary<string, object?>?)ListFields.Read(await _session.AskJsonAsync(call, request, cancellationToken)));
    }

    /// <summary>What changed since <paramref name="since"/>, with the fields; every row when it is null.</summary>
    /// <exception cref="ResyncRequiredException">Too long ago: look at everything again.</exception>
    public async Task<ListDelta> DeltaAsync(SiteId site, ListId list, Uri? since, CancellationToken cancellationToken)
    {
        var call = Reading();
        var request = since is null
            ? List(site, list).Items.Delta.ToGetRequestInformation(request => request.QueryParameters.Expand = ["fields"])
            : new RequestInformation { HttpMethod = Method.GET, URI = _session.Own(call, since.AbsoluteUri) };
        // A row may come several times; the last one counts (listitem-delta).
        var changes = new OrderedDictionary<string, ListChange>();
        while (true)
        {
            var page = await _session.AskJsonAsync(call, request, cancellationToken);
            foreach (var row in await call.AskAsync(() => Task.FromResult<List<ListChange>?>([.. page.GetProperty("value").EnumerateArray().Select(Change)])))
            {
                changes.Remove(row.Id);
                changes.Add(row.Id, row);
            }

            if (Text(page, "@odata.deltaLink") is { } next) return new([.. changes.Values], _session.Own(call, next));
            request = new RequestInformation { HttpMethod = Method.GET, URI = _session.Own(call, Text(page, "@odata.nextLink")) };
        }
    }

    /// <summary>Its versions with their fields, newest first. A library without versions has the present one only.</summary>
    /// <exception cref="NotFoundException">It is gone, or not there yet.</exception>
    public async Task<IReadOnlyList<ListItemVersion>> VersionsAsync(SiteId site, ListId list, string itemId, CancellationToken cancellationToken)
    {
        var call = Reading();
        var versions = new List<ListItemVersion>();
        var request = List(site, list).Items[itemId].Versions.ToGetRequestInformation(request => request.QueryParameters.Expand = ["fields"]);
        while (true)
        {
            var page = await _session.AskJsonAsync(call, request, cancellationToken);
            versions.AddRange(await call.AskAsync(() => Task.FromResult<List<ListItemVersion>?>([.. page.GetProperty("value").EnumerateArray().Select(Version)])));
            if (Text(page, "@odata.nextLink") is not { } next) return versions;
            request = new RequestInformation { HttpMethod = Method.GET, URI = _session.Own(call, next) };
        }
    }

    private static ListChange Change(JsonElement row)
    {
        if (row.TryGetProperty("deleted", out var deleted) && deleted.ValueKind == JsonValueKind.Object)
            return new(Text(row, "id") ?? throw new FormatException("The answer has no row id."), null);

        var item = Item(row);
        return new(item.Id, item);
    }

    private static ListItemVersion Version(JsonElement version) => new(
        Text(version, "id") ?? "",
        version.TryGetProperty("lastModifiedDateTime", out var at) && at.TryGetDateTimeOffset(out var moment) ? moment : default,
        Editor.Read(version),
        version.TryGetProperty("fields", out var fields) ? ListFields.Read(fields) : new Dictionary<string, object?>());

    private GraphCall Reading() => new(_session.FilesScope) { ChangesNothing = true };

    private Microsoft.Graph.Sites.Item.Lists.Item.ListItemRequestBuilder List(SiteId site, ListId list) =>
        _session.Sdk.Sites[site.Value].Lists[list.Value];

    private static ListItem Item(JsonElement item) => new(
        item.GetProperty("id").GetString() ?? throw new FormatException("The answer has no row id."),
        Text(item, "eTag") ?? Text(item, "@odata.etag") ?? "",
        item.TryGetProperty("fields", out var fields) ? ListFields.Read(fields) : new Dictionary<string, object?>(),
        item.TryGetProperty("driveItem", out var file) && file.ValueKind == JsonValueKind.Object && ItemId.TryParse(Text(file, "id"), out var id) ? id : null)
    {
        By = Editor.Read(item),
        WebUrl = Uri.TryCreate(Text(item, "webUrl"), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ListColumn Column(Model.ColumnDefinition column) => new(
        column.Name ?? "",
        column.DisplayName ?? "",
        Type(column),
        column.Required ?? false,
        column.ReadOnly ?? false,
        column.Indexed ?? false,
        column.EnforceUniqueValues ?? false,
        column.Choice?.Choices ?? []);

    private static string Type(Model.ColumnDefinition column) => column switch
    {
        { Text: not null } => "text",
        { Number: not null } => "number",
        { Choice: not null } => "choice",
        { DateTime: not null } => "dateTime",
        { Boolean: not null } => "boolean",
        { Lookup: not null } => "lookup",
        { PersonOrGroup: not null } => "personOrGroup",
        { Currency: not null } => "currency",
        { Calculated: not null } => "calculated",
        { HyperlinkOrPicture: not null } => "hyperlinkOrPicture",
        { Term: not null } => "term",
        _ => "unknown",
    };

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,254}$")]
    private static partial Regex InternalName();
}
