using System.Globalization;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Edition;

/// <summary>Looks at a finished edition as an enemy would, and says whether it may leave.</summary>
/// <remarks>
/// Two questions, each answered over every byte (decision D1, redaction 3.5): is there nothing but the allowed, and nothing of the
/// withheld? It shares nothing with the code that renders: it reads the zip file and the XML itself, holds its own lists of parts,
/// markup and fixed words, and knows of the edition only the allowed model.
/// </remarks>
public static class EditionVerifier
{
    private const string Creator = "PartnerOffice";

    /// <summary>Verifies a package against the model it was made from. What cannot be read is not clean.</summary>
    /// <param name="package">The bytes as they would leave.</param>
    /// <param name="edition">The allowed model, and the withheld words.</param>
    /// <param name="accepted">Coincidences that a person has settled for this version (V17).</param>
    /// <param name="sourcePeople">People of the source file's properties, comments and revisions.</param>
    public static EditionVerdict Verify(
        ReadOnlyMemory<byte> package,
        PartnerEdition edition,
        IReadOnlyCollection<AcceptedCoincidence>? accepted = null,
        IReadOnlyCollection<string>? sourcePeople = null)
    {
        ArgumentNullException.ThrowIfNull(edition);

        var leaves = ModelLeaves.Of(edition);
        return Verify(package, edition, leaves, LeakSearch.For(edition, leaves, accepted, sourcePeople), AllowedMarkup.Delivered);
    }

    /// <summary>The same with another list or search, so that a test can take one row or form away.</summary>
    internal static EditionVerdict Verify(ReadOnlyMemory<byte> package, PartnerEdition edition, IReadOnlyList<Leaf> leaves, LeakSearch search, AllowedMarkup markup)
    {
        var leaks = new LeakList();
        var raw = RawPackage.Read(package, leaks);
        var texts = new AllowedTexts(edition, leaves);
        var contents = new Dictionary<string, PartContent>(StringComparer.Ordinal);

        search.LookAtBytes(raw.Outside, "package", leaks);
        foreach (var part in raw.Parts)
        {
            if (!AllowedParts.IsAllowed(part.Name))
                leaks.NotAllowed(part.Label, "name", "part-not-allowed");

            search.LookAtBytes(part.Content.Span, part.Label, leaks);
            var content = PartWalk.Read(part, markup, texts, leaks);
            search.LookAtText(content.Text, part.Label, leaks);
            search.LookAtHidden(content.Hidden, part.Label, leaks);
            contents[part.Name] = content;
        }

        search.LookAtHidden(NamesOf(raw), "package", leaks);
        PackageRules.Check(contents, texts, leaks);
        Properties(contents, edition, texts, leaks);
        Completeness(contents, texts, leaks);
        return new EditionVerdict(leaks.All, search.Coincidences);
    }

    private static FoldedText NamesOf(RawPackage raw)
    {
        var names = new FoldedText();
        for (var i = 0; i < raw.Parts.Count; i++)
        {
            if (AllowedParts.IsAllowed(raw.Parts[i].Name))
                continue;
            names.From($"name of entry {i + 1}");
            names.Append(Uri.UnescapeDataString(raw.Parts[i].Name));
        }

        return names;
    }

    // Title, maker, what it is, which version, and the day of release: nothing else, and never the clock (D13).
    private static void Properties(Dictionary<string, PartContent> contents, PartnerEdition edition, AllowedTexts texts, LeakList leaks)
    {
        if (!contents.TryGetValue(AllowedParts.Core, out var core))
            return;

        var released = edition.Frame.ReleasedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (element, value) in core.Properties)
        {
            var isAllowed = seen.Add(element) && element switch
            {
                "dc:title" or "dc:description" => texts.Allow(PhraseBook.Plain(value), null),
                "dc:creator" => value == Creator,
                "cp:version" => value == edition.Content.Version.Number.ToString(CultureInfo.InvariantCulture),
                "dcterms:created" or "dcterms:modified" => value == released,
                _ => false,
            };
            if (!isAllowed)
                leaks.NotAllowed(core.Label, element, "property-not-allowed");
        }
    }

    private static void Completeness(Dictionary<string, PartContent> contents, AllowedTexts texts, LeakList leaks)
    {
        if (!contents.TryGetValue(AllowedParts.Document, out var document))
            return;

        var paragraphs = contents.Values.SelectMany(content => content.Paragraphs).ToList();
        foreach (var place in texts.Missing(paragraphs))
            leaks.NotAllowed(document.Label, place, "text-missing");
    }
}
