namespace PartnerOffice.Documents.Edition;

/// <summary>Folded letters to search for, and what a hit of them is called.</summary>
/// <param name="Letters">At least <see cref="Shortest"/> letters or digits.</param>
/// <param name="Place">Where the words were withheld in the source.</param>
internal sealed record Pattern(string Letters, PatternKind Kind, string Place)
{
    /// <summary>Shorter strings are not searched for (decision D1).</summary>
    public const int Shortest = 4;

    // From here on letters are the same words even where they are part of a longer one.
    private const int Telling = 12;

    /// <summary>Whether a hit counts inside a longer word too. Names and long passages are never there by chance.</summary>
    public bool IsTelling => Letters.Length >= Telling || IsFullName;

    public bool IsPerson => Kind is PatternKind.HiddenName or PatternKind.SourcePerson;

    /// <summary>Whether these are the words of more than one name, as opposed to a surname that may be a word.</summary>
    public bool IsFullName { get; init; }

    /// <summary>The words as they stand in the source, for the own district's screen; empty for a person.</summary>
    public string Words { get; init; } = "";

    public bool HasLetter { get; } = Letters.Any(char.IsLetter);

    // Nothing that is printed may hold the words.
    public override string ToString() => $"{Kind} of {Place}";

    // What is searched for, not how it was spelt, makes two patterns one.
    public bool Equals(Pattern? other) => other is not null && (Letters, Kind, Place, IsFullName) == (other.Letters, other.Kind, other.Place, other.IsFullName);

    public override int GetHashCode() => HashCode.Combine(Letters, Kind, Place, IsFullName);

    /// <summary>The stable word for a hit.</summary>
    public string Code => Kind switch
    {
        PatternKind.Passage => "withheld-text",
        PatternKind.Shingle => "withheld-words",
        PatternKind.HiddenName => "hidden-name",
        PatternKind.SourcePerson => "source-person",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
