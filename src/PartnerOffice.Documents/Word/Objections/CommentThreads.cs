using System.Globalization;
using System.Xml.Linq;

namespace PartnerOffice.Documents.Word;

/// <summary>The comments of a document, each with its replies: Word keeps the threads in a part of its own.</summary>
internal sealed class CommentThreads
{
    private static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";

    private readonly List<XElement> comments;
    private readonly Dictionary<string, string> parents;

    private CommentThreads(XElement? comments, XElement? extended)
    {
        this.comments = [.. comments?.Elements(W.Main + "comment") ?? []];
        parents = (extended?.Elements() ?? [])
            .Select(entry => (Id: Attribute(entry, "paraId"), Parent: Attribute(entry, "paraIdParent")))
            .Where(entry => entry is { Id: not null, Parent: not null })
            .GroupBy(entry => entry.Id!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().Parent!, StringComparer.OrdinalIgnoreCase);
    }

    public static CommentThreads Of(XElement? comments, XElement? extended) => new(comments, extended);

    /// <summary>The comments that answer nobody, each with the ids of its whole thread.</summary>
    public IEnumerable<(XElement Comment, IReadOnlyList<XElement> Replies)> All()
    {
        var byMark = comments.SelectMany(comment => ParagraphIds(comment).Select(id => (id, comment))).GroupBy(pair => pair.id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().comment, StringComparer.OrdinalIgnoreCase);
        XElement FirstOf(XElement comment)
        {
            // As deep as there are comments: a ring ends here.
            for (var depth = 0; depth < comments.Count; depth++)
            {
                if (ParagraphIds(comment).Select(id => parents.GetValueOrDefault(id)).OfType<string>().FirstOrDefault() is not { } parent
                    || !byMark.TryGetValue(parent, out var before) || before == comment)
                    break;
                comment = before;
            }

            return comment;
        }

        return comments.GroupBy(FirstOf).Select(thread => (thread.Key, (IReadOnlyList<XElement>)[.. thread.Where(comment => comment != thread.Key)]));
    }

    public static string IdOf(XElement comment) => comment.Attribute(W.Main + "id")?.Value ?? "";

    public static string AuthorOf(XElement comment) => comment.Attribute(W.Main + "author")?.Value.Trim() ?? "";

    public static DateTimeOffset? At(XElement comment) =>
        DateTimeOffset.TryParse(comment.Attribute(W.Main + "date")?.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    public static string TextOf(XElement comment) => string.Join('\n', comment.Descendants(W.Paragraph).Select(RevisionWalk.Words).Where(line => line.Length > 0));

    public static IEnumerable<string> ParagraphIds(XElement comment) => comment.Descendants(W.Paragraph).Select(paragraph => paragraph.Attribute(W14 + "paraId")?.Value).OfType<string>();

    /// <summary>An attribute whatever the year of its namespace.</summary>
    public static string? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;
}
