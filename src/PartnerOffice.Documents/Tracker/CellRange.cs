namespace PartnerOffice.Documents.Tracker;

/// <summary>A rectangle of cells, both corners inside.</summary>
internal readonly record struct CellRange(CellRef First, CellRef Last)
{
    public static bool TryParse(ReadOnlySpan<char> text, out CellRange range)
    {
        var colon = text.IndexOf(':');
        range = default;
        if (!CellRef.TryParse(colon < 0 ? text : text[..colon], out var first))
            return false;
        var last = first;
        if (colon >= 0 && !CellRef.TryParse(text[(colon + 1)..], out last))
            return false;
        range = new CellRange(
            new(Math.Min(first.Column, last.Column), Math.Min(first.Row, last.Row)),
            new(Math.Max(first.Column, last.Column), Math.Max(first.Row, last.Row)));
        return true;
    }

    public bool SharesColumns(CellRange other) => First.Column <= other.Last.Column && other.First.Column <= Last.Column;

    public bool Overlaps(CellRange other) => SharesColumns(other) && First.Row <= other.Last.Row && other.First.Row <= Last.Row;

    public bool Contains(int column, int row) => column >= First.Column && column <= Last.Column && row >= First.Row && row <= Last.Row;

    public CellRange DownTo(int row) => this with { Last = Last with { Row = row } };

    public override string ToString() => First == Last ? First.ToString() : $"{First}:{Last}";
}
