using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Packaging;

namespace PartnerOffice.Documents.Word;

/// <summary>A document that came back from the board: what is objected to in it, and what becomes of it.</summary>
/// <remarks>Only the parts in which something is settled are written anew; all others stay byte for byte.</remarks>
public sealed class ObjectionDocument
{
    private static readonly string[] Stories = ["header", "footer", "footnotes", "endnotes"];
    private static readonly string[] CommentParts = ["comments", "commentsExtended", "commentsIds", "commentsExtensible"];

    private readonly GatedPackage package;
    private readonly Dictionary<string, XElement> stories = [];
    private readonly Dictionary<string, (string Name, XElement Root)> commentParts = [];
    private readonly List<(Objection Objection, RevisionGroup? Change, IReadOnlyList<XElement> Thread)> found = [];

    private ObjectionDocument(GatedPackage package)
    {
        this.package = package;
        stories[package.Main.Name] = Load(package.Main);
        foreach (var relationship in package.RelationshipsOf(package.Main).Where(relationship => relationship.Part is not null))
        {
            if (package.Find(relationship.Part!) is not { IsXml: true } part)
                continue;
            if (Stories.Contains(relationship.Kind))
                stories.TryAdd(part.Name, Load(part));
            else if (CommentParts.Contains(relationship.Kind))
                commentParts.TryAdd(relationship.Kind, (part.Name, Load(part)));
        }

        Find(new WordSource(package));
    }

    /// <summary>Reads a document that has passed the gate.</summary>
    public static ObjectionDocument Read(GatedPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return new(package);
    }

    /// <summary>Everything that is objected to, in the document's order.</summary>
    public IReadOnlyList<Objection> Objections => [.. found.Select(one => one.Objection)];

    /// <summary>The document with these objections settled. An objection is named by its number or by its key.</summary>
    /// <exception cref="ObjectionException">There is none of this name, or it cannot be settled so; nothing was changed.</exception>
    public byte[] Settle(IReadOnlyCollection<(string Named, ObjectionAnswer Answer)> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var settled = answers.Select(answer => (One: OneOf(answer.Named), answer.Answer)).DistinctBy(pair => pair.One.Objection.Number).ToList();
        foreach (var (one, answer) in settled)
        {
            if (one.Change is null && answer != ObjectionAnswer.Answer)
                throw ObjectionException.IsComment(one.Objection);
            if (one.Change is not null && answer == ObjectionAnswer.Answer)
                throw ObjectionException.IsChange(one.Objection);
        }

        var before = stories.ToDictionary(story => story.Key, story => story.Value.ToString(SaveOptions.DisableFormatting));
        foreach (var (one, answer) in settled)
        {
            if (one.Change is { } change)
                RevisionTaking.Take(change, answer == ObjectionAnswer.Accept);
            else
                RemoveThread(one.Thread);
        }

        var bytes = Written(before, settled.Exists(pair => pair.One.Change is null));
        RequireSettled(bytes, settled.Count);
        return bytes;
    }

    private void Find(WordSource source)
    {
        var all = new List<(int Story, int Position, string Place, ObjectionKind Kind, RevisionGroup? Change, XElement? Comment, IReadOnlyList<XElement> Replies, string About)>();
        var threads = CommentThreads.Of(commentParts.GetValueOrDefault("comments").Root, commentParts.GetValueOrDefault("commentsExtended").Root).All().ToList();
        var story = 0;
        foreach (var root in stories.Values)
        {
            var positions = root.DescendantsAndSelf().Select((element, index) => (element, index)).ToDictionary(pair => pair.element, pair => pair.index);
            foreach (var container in Containers(root))
            {
                foreach (var group in RevisionWalk.Of(container))
                    all.Add((story, positions[group.Marks[0]], PlaceOf(source, group.Marks[0], story), group.Kind, group, null, [], ""));
            }

            foreach (var (comment, replies) in threads.ToList())
            {
                if (AnchorOf(root, CommentThreads.IdOf(comment)) is not { } anchor)
                    continue;
                all.Add((story, positions[anchor], PlaceOf(source, anchor, story), ObjectionKind.Comment, null, comment, replies, About(root, CommentThreads.IdOf(comment))));
                threads.RemoveAll(thread => thread.Comment == comment);
            }

            story++;
        }

        // A comment that hangs nowhere is still in the file.
        all.AddRange(threads.Select(thread => (story, 0, Elsewhere, ObjectionKind.Comment, (RevisionGroup?)null, (XElement?)thread.Comment, thread.Replies, "")));
        var keys = new Dictionary<string, int>();
        foreach (var one in all.OrderBy(one => one.Story).ThenBy(one => one.Position))
        {
            var (author, at, old, added, text) = one.Change is { } change
                ? (change.Author, change.At, change.Old, change.New, (string?)null)
                : (CommentThreads.AuthorOf(one.Comment!), CommentThreads.At(one.Comment!), one.About, "", CommentThreads.TextOf(one.Comment!));
            var key = KeyOf(keys, $"{one.Kind}|{author}|{at:O}|{one.Place}|{old}|{added}|{text}");
            var replies = one.Replies.Select(reply => new ObjectionReply(CommentThreads.AuthorOf(reply), CommentThreads.At(reply), CommentThreads.TextOf(reply))).ToList();
            found.Add((new(found.Count + 1, key, one.Kind, author, at, one.Place, old, added, text, replies), one.Change, one.Comment is null ? [] : [one.Comment, .. one.Replies]));
        }
    }

    private const string Elsewhere = "außerhalb der TOPs";

    private static IEnumerable<XElement> Containers(XElement root) =>
        root.Element(W.Main + "body") is { } body ? [body] : [root];

    // The reader numbers items in its own tree: the same path leads to the same element.
    private string PlaceOf(WordSource source, XElement element, int story)
    {
        if (story > 0)
            return "Kopf- oder Fußzeile";
        var main = stories[package.Main.Name].Element(W.Main + "body");
        var path = element.AncestorsAndSelf().TakeWhile(ancestor => ancestor != main).Reverse().Select(step => step.ElementsBeforeSelf().Count());
        var same = path.Aggregate((XElement?)source.Body, (at, index) => at?.Elements().ElementAtOrDefault(index));
        return (same is null ? null : source.ItemOf(same)) ?? Elsewhere;
    }

    private static XElement? AnchorOf(XElement root, string id) => root.Descendants()
        .FirstOrDefault(element => element.Name.LocalName is "commentRangeStart" or "commentReference" && element.Attribute(W.Main + "id")?.Value == id);

    private static string About(XElement root, string id)
    {
        var (isIn, words) = (false, new StringBuilder());
        foreach (var element in root.Descendants())
        {
            if (element.Name.LocalName == "commentRangeStart" && element.Attribute(W.Main + "id")?.Value == id)
                isIn = true;
            else if (element.Name.LocalName == "commentRangeEnd" && element.Attribute(W.Main + "id")?.Value == id)
                break;
            else if (isIn && element.Name == W.Run)
                words.Append(RevisionWalk.Words(element));
        }

        return words.ToString().Trim();
    }

    private static string KeyOf(Dictionary<string, int> keys, string content)
    {
        var count = keys[content] = keys.GetValueOrDefault(content) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{content}|{count}"))))[..8];
    }

    private (Objection Objection, RevisionGroup? Change, IReadOnlyList<XElement> Thread) OneOf(string named)
    {
        var at = found.FindIndex(one => one.Objection.Key == named || one.Objection.Number.ToString(CultureInfo.InvariantCulture) == named);
        return at < 0 ? throw ObjectionException.Unknown(named) : found[at];
    }

    private void RemoveThread(IReadOnlyList<XElement> thread)
    {
        var ids = thread.Select(CommentThreads.IdOf).ToHashSet();
        foreach (var anchor in stories.Values.SelectMany(story => story.Descendants()).Where(element =>
            element.Name.LocalName is "commentRangeStart" or "commentRangeEnd" or "commentReference" && element.Attribute(W.Main + "id")?.Value is { } id && ids.Contains(id)).ToList())
        {
            var run = anchor.Parent!;
            anchor.Remove();
            if (run.Name == W.Run && !run.Elements().Any(element => element.Name != W.RunProperties))
                run.Remove();
        }

        var paragraphs = thread.SelectMany(CommentThreads.ParagraphIds).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var durable = Entries("commentsIds").Where(entry => IsOf(entry, "paraId", paragraphs)).Select(entry => CommentThreads.Attribute(entry, "durableId")).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in Entries("commentsExtended").Concat(Entries("commentsIds")).Where(entry => IsOf(entry, "paraId", paragraphs)).Concat(Entries("commentsExtensible").Where(entry => IsOf(entry, "durableId", durable))).ToList())
            entry.Remove();
        foreach (var comment in thread)
            comment.Remove();
    }

    private IEnumerable<XElement> Entries(string part) => commentParts.TryGetValue(part, out var known) ? known.Root.Elements() : [];

    private static bool IsOf(XElement entry, string attribute, HashSet<string> values) => CommentThreads.Attribute(entry, attribute) is { } value && values.Contains(value);

    private byte[] Written(Dictionary<string, string> before, bool withComments)
    {
        var parts = PartsPackage.Read(package.Bytes);
        foreach (var (name, story) in stories)
        {
            var text = story.ToString(SaveOptions.DisableFormatting);
            if (text != before[name])
                parts.SetXml(name, text);
        }

        if (withComments)
        {
            var isEmpty = !Entries("comments").Any();
            foreach (var (name, root) in commentParts.Values)
            {
                if (isEmpty)
                    PackageDeclarations.Remove(parts, package.Main.Name, name);
                else
                    parts.SetXml(name, root.ToString(SaveOptions.DisableFormatting));
            }
        }

        return parts.ToBytes();
    }

    // Whoever settles an objection must find it gone, and no other made by it.
    private void RequireSettled(byte[] bytes, int count)
    {
        if (Read(PackageGate.Inspect(bytes, PackageKind.Word)).found.Count > found.Count - count)
            throw ObjectionException.NotSettled();
    }

    private static XElement Load(GatedPart part)
    {
        using var reader = part.OpenXml();
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
