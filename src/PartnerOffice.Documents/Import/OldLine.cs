namespace PartnerOffice.Documents.Import;

/// <summary>A line of an old document: a paragraph, or what one row of a table says.</summary>
/// <param name="Place">Where a person finds it: "Zeile 12", "Tabelle 1, Zeile 3".</param>
internal sealed record OldLine(string Text, string Place)
{
    /// <summary>1 and deeper for headings by style or sign; 0 for ordinary lines.</summary>
    public int HeadingLevel { get; init; }

    public bool IsBold { get; init; }

    /// <summary>Whether it is a point of a list.</summary>
    public bool IsListed { get; init; }

    /// <summary>Whether the document numbers it by itself.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>How deep it stands in its list, from 0.</summary>
    public int ListLevel { get; init; }

    /// <summary>Whether it has an open check box before it.</summary>
    public bool IsOpenTask { get; init; }

    /// <summary>What stands in the column of who is responsible.</summary>
    public string? Who { get; init; }

    /// <summary>What stands in the column of by when.</summary>
    public string? Due { get; init; }

    /// <summary>Whether a column or a label says that somebody has to do it, even where that column is empty.</summary>
    public bool IsTask { get; init; }

    /// <summary>The number of the item that a task comes from, where a list of tasks at the end names it.</summary>
    public string? OfItem { get; init; }

    /// <summary>Whether it begins after an empty line, or is a paragraph of its own.</summary>
    public bool IsParagraph { get; init; } = true;
}
