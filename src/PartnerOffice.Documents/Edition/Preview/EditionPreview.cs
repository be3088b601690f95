using PartnerOffice.Core;

namespace PartnerOffice.Documents.Edition;

/// <summary>The partner edition as a page to read before it is released: in the document's order, each withheld place marked (decision D24).</summary>
/// <remarks>Made from the edition's model alone, so it can show no more than the edition does. It loads nothing and runs nothing.</remarks>
public static class EditionPreview
{
    /// <summary>The page's style, for whoever lays its body into a page of their own.</summary>
    public static string StyleSheet => PreviewPage.Style.Value;

    /// <summary>A whole HTML page in UTF-8. The same edition is always the same bytes.</summary>
    public static byte[] Of(PartnerEdition edition, Language language)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return Html.Page(new PreviewPage(edition, language).Root());
    }
}
