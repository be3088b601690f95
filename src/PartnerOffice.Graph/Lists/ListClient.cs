namespace PartnerOffice.Graph;

/// <summary>Lists and the columns of libraries, as Graph's list resource has them.</summary>
public sealed class ListClient
{
    internal ListClient() { }

    /// <summary>All columns, hidden ones too.</summary>
    public Task<IReadOnlyList<ListColumn>> ColumnsAsync(SiteId site, ListId list, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The row whose column has this value; the oldest if there are several; null if there is none.</summary>
    public Task<ListItem?> FindItemByFieldAsync(SiteId site, ListId list, string column, string value, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Every row whose column has this value, oldest first.</summary>
    public Task<IReadOnlyList<ListItem>> FindItemsByFieldAsync(SiteId site, ListId list, string column, string value, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The row and its fields; null when it is gone, or not there yet.</summary>
    public Task<ListItem?> FieldsAsync(SiteId site, ListId list, string itemId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Sets these fields and leaves the others. Each call makes a version of the file.</summary>
    /// <param name="fields">By internal name: text, bool, a number, DateOnly, DateTimeOffset, a list of texts, or null to clear.</param>
    /// <param name="ifMatchETag">The eTag the row must still have; null to write whatever it is now.</param>
    /// <returns>The fields as they are now.</returns>
    /// <exception cref="PreconditionFailedException">The row was changed: read it, merge, write again.</exception>
    public Task<IReadOnlyDictionary<string, object?>> UpdateFieldsAsync(
        SiteId site, ListId list, string itemId, IReadOnlyDictionary<string, object?> fields, string? ifMatchETag, CancellationToken cancellationToken) => throw new NotImplementedException();
}
