using System.Collections.Frozen;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Edition;

/// <summary>Searches for what was withheld. Every text that leaves for the partner passes through this one search.</summary>
/// <remarks>
/// It holds the withheld words and is itself never stored, logged or sent. Words that the partner's text also says are a
/// coincidence (V17), which a person settles; words of the standard form are no secret; every other hit is final (D1, R3).
/// </remarks>
public sealed class LeakSearch
{
    // In bytes and in what was decoded, shorter words stand by chance.
    private const int Certain = 8;

    private readonly PatternSet patterns;
    private readonly FrozenSet<string> ordinaryWords;
    private readonly SearchForms forms;

    // What is known of each pattern: whether the standard form says it, whether the allowed model does, and whether their letters contain it by chance.
    private readonly bool[] isStandard;
    private readonly bool[] isShown;
    private readonly bool[] isByChance;
    private readonly bool[] isSettled;
    private readonly Dictionary<(string Place, string AlsoAt), string> coincidingWords = [];

    private LeakSearch(PartnerEdition edition, IReadOnlyList<Leaf> leaves, IReadOnlyCollection<AcceptedCoincidence> accepted, IReadOnlyCollection<string> sourcePeople, SearchForms forms)
    {
        this.forms = forms;
        var shownNames = leaves.Where(leaf => leaf.Kind == LeafKind.Name).Select(leaf => leaf.Text);
        patterns = new PatternSet(WithheldPatterns.Of(edition, sourcePeople, shownNames));
        ordinaryWords = AllowedMarkup.Words;

        var count = patterns.All.Count;
        (isStandard, isShown, isByChance, isSettled) = (new bool[count], new bool[count], new bool[count], new bool[count]);
        Array.Fill(isSettled, true);

        foreach (var hit in patterns.In(FixedWords.Folded))
        {
            isByChance[hit.Index] = true;
            isStandard[hit.Index] |= hit.IsOccurrence && !hit.Pattern.IsPerson;
        }

        foreach (var hit in patterns.In(AllowedMarkup.Folded))
            isByChance[hit.Index] = true;

        Coincidences = FindCoincidences(leaves, [.. accepted]);
    }

    /// <summary>The search for an edition's withheld words, its hidden names and the people of its source's metadata.</summary>
    /// <param name="accepted">What a person has settled for this version.</param>
    /// <param name="sourcePeople">Author, last editor, commenters and whoever else the source file names outside its text.</param>
    public static LeakSearch For(
        PartnerEdition edition,
        IReadOnlyCollection<AcceptedCoincidence>? accepted = null,
        IReadOnlyCollection<string>? sourcePeople = null)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return For(edition, ModelLeaves.Of(edition), accepted, sourcePeople);
    }

    internal static LeakSearch For(
        PartnerEdition edition,
        IReadOnlyList<Leaf> leaves,
        IReadOnlyCollection<AcceptedCoincidence>? accepted,
        IReadOnlyCollection<string>? sourcePeople,
        SearchForms forms = SearchForms.All) => new(edition, leaves, accepted ?? [], sourcePeople ?? [], forms);

    /// <summary>Withheld words that the partner's own text says too (V17), each pair of places once; to be settled before release.</summary>
    public IReadOnlyList<Coincidence> Coincidences { get; }

    /// <summary>The words of a coincidence as the source spells them: for a screen of the own district, never for a log or the partner.</summary>
    public string? WordsOf(Coincidence coincidence)
    {
        ArgumentNullException.ThrowIfNull(coincidence);
        return coincidingWords.GetValueOrDefault((coincidence.Place, coincidence.AlsoAt));
    }

    /// <summary>Makes sure that a text holds nothing of the withheld, in any form.</summary>
    /// <param name="what">What the text is, for the message: "file name", "mail".</param>
    /// <param name="text">The text as it leaves.</param>
    /// <param name="fixedWords">The words of the template that the text was made from: they are no secret.</param>
    /// <exception cref="LeakException">It does; the exception says where the words were withheld, never the words.</exception>
    public void RequireClean(string what, string text, string fixedWords = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fixedWords);

        if (FirstHit(text, fixedWords) is { Pattern: var pattern, Index: var index })
            throw new LeakException(what, isSettled[index] ? pattern.Code : "coincidence", pattern.Place);
    }

    private PatternSet.Hit? FirstHit(string text, string fixedWords)
    {
        var known = patterns.In(FoldedText.Of(fixedWords)).Where(hit => hit.IsOccurrence && !hit.Pattern.IsPerson).Select(hit => hit.Index).ToHashSet();
        PatternSet.Hit? first = null;
        new HiddenForms(forms).Of(text, (reading, isDoubtful) =>
        {
            foreach (var hit in patterns.In(FoldedText.Of(reading)))
            {
                var isOpen = !isSettled[hit.Index] && hit.IsOccurrence;
                if (!known.Contains(hit.Index) && (isOpen || IsFinal(hit, isDoubtful ? Surroundings.Doubtful : Surroundings.Text)))
                    first ??= hit;
            }
        });
        return first;
    }

    /// <summary>Looks at text that people read, joined over runs and paragraphs.</summary>
    internal void LookAtText(FoldedText text, string part, LeakList leaks) => Report(text, Surroundings.Text, part, null, leaks);

    /// <summary>Looks at what people do not see: attributes, comments, names of parts.</summary>
    internal void LookAtHidden(FoldedText text, string part, LeakList leaks) => Report(text, Surroundings.Hidden, part, null, leaks);

    /// <summary>Looks at bytes as they are, in every form.</summary>
    internal void LookAtBytes(ReadOnlySpan<byte> bytes, string part, LeakList leaks) =>
        new HiddenForms(forms, ordinaryWords).Of(bytes, (reading, isDoubtful) =>
            Report(FoldedText.Of(reading), isDoubtful ? Surroundings.Doubtful : Surroundings.Bytes, part, "bytes", leaks));

    private void Report(FoldedText text, Surroundings surroundings, string part, string? place, LeakList leaks)
    {
        foreach (var hit in patterns.In(text))
        {
            if (IsFinal(hit, surroundings))
                leaks.Withheld(part, place ?? text.PlaceOf(hit.Start), hit.Pattern.Code);
        }
    }

    private bool IsFinal(PatternSet.Hit hit, Surroundings surroundings)
    {
        var pattern = hit.Pattern;
        if (!pattern.IsPerson && (isStandard[hit.Index] || isShown[hit.Index]))
            return false;

        return surroundings switch
        {
            // The author of the file is mostly the minute taker, whose name stands in the text (R3).
            Surroundings.Text => hit.IsOccurrence && !(pattern.Kind == PatternKind.SourcePerson && isShown[hit.Index]),
            Surroundings.Hidden => true,
            Surroundings.Bytes => !isByChance[hit.Index] && (pattern.Letters.Length >= Certain || (hit.IsWholeWords && pattern.HasLetter)),
            Surroundings.Doubtful => pattern.Letters.Length >= Certain,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private List<Coincidence> FindCoincidences(IReadOnlyList<Leaf> leaves, HashSet<AcceptedCoincidence> accepted)
    {
        var model = new FoldedText(4096);
        foreach (var leaf in leaves)
        {
            if (!leaf.IsText)
                continue;
            model.From(leaf.Place);
            model.Append(leaf.Text);
        }

        var found = new List<Coincidence>();
        foreach (var hit in patterns.In(model))
        {
            isByChance[hit.Index] = true;
            if (!hit.IsOccurrence)
                continue;

            isShown[hit.Index] = true;
            if (hit.Pattern.IsPerson || isStandard[hit.Index])
                continue;

            var alsoAt = model.PlaceOf(hit.Start);
            var coincidence = new Coincidence(hit.Pattern.Place, alsoAt, accepted.Contains(new AcceptedCoincidence(hit.Pattern.Place, alsoAt)));
            isSettled[hit.Index] &= coincidence.IsAccepted;
            // A whole passage is listed before its parts.
            coincidingWords.TryAdd((hit.Pattern.Place, alsoAt), hit.Pattern.Words);
            if (!found.Contains(coincidence))
                found.Add(coincidence);
        }

        return found;
    }

    /// <summary>Where a hit stands, which decides whether it can be chance.</summary>
    private enum Surroundings
    {
        Text,
        Hidden,
        Bytes,
        Doubtful,
    }
}
