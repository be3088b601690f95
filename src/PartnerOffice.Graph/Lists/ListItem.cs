namespace PartnerOffice.Graph;

/// <summary>A row of a list or library.</summary>
/// <param name="Fields">By internal name: text, bool, long, double, a list of texts, or null. Dates stay the text Graph sent; anything else is its JSON.</param>
/// <param name="DriveItem">The file, where the list is a library and Graph said which.</param>
public sealed record ListItem(string Id, string ETag, IReadOnlyDictionary<string, object?> Fields, ItemId? DriveItem)
{
    /// <summary>Who changed it last.</summary>
    public Editor By { get; init; } = Editor.Unknown;

    /// <summary>Where a person opens it; null where Graph does not say.</summary>
    public Uri? WebUrl { get; init; }
}
