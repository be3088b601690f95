namespace PartnerOffice.PersonalLinks;

/// <summary>A page to read, taken apart to stand within the page of a link: its style comes as a file, since the content policy lets none stand in a page.</summary>
internal static class LinkDocument
{
    /// <summary>What stands in the body of a page that we wrote ourselves; it is escaped already.</summary>
    /// <exception cref="ArgumentException">It is not such a page.</exception>
    public static string BodyOf(string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (begin, end) = (page.IndexOf("<body>", StringComparison.Ordinal), page.LastIndexOf("</body>", StringComparison.Ordinal));
        return begin < 0 || end < begin ? throw new ArgumentException("The page has no body.", nameof(page)) : page[(begin + "<body>".Length)..end];
    }
}
