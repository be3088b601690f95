namespace PartnerOffice.Documents.Word;

/// <summary>Bookmarks that carry the ids of people, items and resolutions: invisible, and kept by every word processor.</summary>
internal static class EntryBookmark
{
    public const string Person = "po_p_";
    public const string Item = "po_t_";
    public const string Resolution = "po_r_";

    // Bookmark names have no hyphen, ids have no underscore.
    public static string NameOf(string kind, string id) => kind + id.Replace('-', '_');

    public static string? IdIn(string? name, string kind) =>
        name is not null && name.StartsWith(kind, StringComparison.Ordinal) ? name[kind.Length..].Replace('_', '-') : null;
}
