using System.Xml.Linq;
using PartnerOffice.Core;
using static PartnerOffice.Documents.Edition.Html;

namespace PartnerOffice.Documents.Edition;

/// <summary>What was withheld, handed out once each to the section of the page that it belongs to.</summary>
internal sealed class PreviewNotes
{
    private readonly List<(Withheld Entry, string? ShownAs)> open;
    private readonly Language language;

    public PreviewNotes(PartnerEdition edition, Language language)
    {
        this.language = language;
        var replacements = new Queue<NameReplacement>(edition.Replacements);
        // Each name that is not shown was replaced, in the same order.
        open = [.. edition.Withheld.Select(entry => (entry, entry.Kind == WithheldKind.Name && replacements.TryDequeue(out var replaced) ? replaced.ShownAs : null))];
    }

    /// <summary>The notes of one place of the document and everything within it; null for none.</summary>
    public XElement? For(string place) => Take(entry => entry.Place == place || entry.Place.StartsWith(place + ",", StringComparison.Ordinal));

    /// <summary>The notes of all places whose name begins like this; null for none.</summary>
    public XElement? ForAll(params string[] beginnings) => Take(entry => beginnings.Any(beginning => entry.Place.StartsWith(beginning, StringComparison.Ordinal)));

    /// <summary>Whatever no section took, so that nothing is kept from the person who releases.</summary>
    public XElement? Rest() => Take(_ => true);

    private XElement? Take(Func<Withheld, bool> belongs)
    {
        var taken = open.Where(note => belongs(note.Entry)).ToList();
        open.RemoveAll(note => belongs(note.Entry));
        if (taken.Count == 0)
            return null;

        return El(
            "div",
            At("role", "note"),
            At("class", "withheld"),
            At("aria-label", new Bilingual("Nicht in der Partnerfassung", "Not in the partner edition").In(language)),
            El("ul", taken.Select(note => El("li", El("b", note.Entry.Place), ": ", note.Entry.Reason.In(language), ShownAs(note.ShownAs)))));
    }

    private string? ShownAs(string? shown) => shown is null ? null : new Bilingual($" Dort steht: »{shown}«.", $" It says there: \"{shown}\".").In(language);
}
