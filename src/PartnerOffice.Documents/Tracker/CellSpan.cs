namespace PartnerOffice.Documents.Tracker;

/// <summary>A cell in the bytes of its sheet.</summary>
internal readonly record struct CellSpan
{
    public int Column { get; init; }

    public int Start { get; init; }

    public int TagEnd { get; init; }

    public int End { get; init; }

    /// <summary>Where its reference stands, if it says one.</summary>
    public (int Start, int Length) Name { get; init; }

    /// <summary>Index of its format, -1 where it has none.</summary>
    public int Style { get; init; }

    public CellType Type { get; init; }

    public (int Start, int Length) TypeSpan { get; init; }

    /// <summary>The content of its value, or the whole inline string.</summary>
    public (int Start, int Length) Value { get; init; }

    public (int Start, int Length) ValueElement { get; init; }

    public (int Start, int Length) Formula { get; init; }

    public int FormulaStart { get; init; }

    public int FormulaEnd { get; init; }

    /// <summary>A shared, array or data-table formula: its text alone does not say what it computes.</summary>
    public bool HasTypedFormula { get; init; }

    public int SharedFormula { get; init; }

    public bool HasFormula => FormulaEnd > 0;

    public bool HasContent => HasFormula || Value.Length > 0;
}
