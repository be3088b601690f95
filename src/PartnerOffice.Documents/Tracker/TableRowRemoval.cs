using System.Globalization;
using System.Text;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Tracker;

/// <summary>
/// Deletes one row of a table: the rows below it move up inside the table, and its last row becomes a blank one, ready for the next entry. So
/// the table keeps its place, and no rule, name or chart that covers it has to change.
/// </summary>
internal sealed class TableRowRemoval
{
    private readonly WorkbookModel _workbook;
    private readonly TableModel _table;
    private readonly int _row;
    private readonly TableScan _scan;

    public TableRowRemoval(WorkbookModel workbook, TableModel table, int row)
    {
        (_workbook, _table, _row) = (workbook, table, row);
        _scan = new TableScan(workbook, table, table.Range.First.Column, [], keepsKeyless: false);
    }

    /// <exception cref="TrackerRefusedException">Something else speaks of the rows that would move; nothing was changed.</exception>
    public void Remove()
    {
        RefuseWhatLiesThere();
        RefuseReferences();
        var chain = MoveCalculationChain();
        var splice = new Splice();
        MoveRows(splice);
        foreach (var (_, cuts) in _scan.Figures)
            splice.Add(cuts);
        _workbook.Change(_scan.Shell.Part, splice);
        if (chain is var (part, moved))
            _workbook.Change(part, moved);
    }

    private bool IsMoving(int row) => row >= _row && row <= _table.LastDataRow;

    /// <summary>Whether a range holds some of the moving rows and not all of them.</summary>
    private bool Cuts(CellRange range) =>
        range.First.Row <= _table.LastDataRow && range.Last.Row >= _row && (range.First.Row > _row || range.Last.Row < _table.LastDataRow);

    private string Place(CellRange range) => $"{_table.Sheet}!{range}";

    private void RefuseWhatLiesThere()
    {
        var shell = _scan.Shell;
        if (shell.IsProtected)
            throw Refusal.Protected(shell.Sheet);
        var moving = new CellRange(new(1, _row), new(CellRef.LastColumn, _table.LastDataRow));
        foreach (var other in _workbook.Tables)
            if (other.Sheet == _table.Sheet && other.Part != _table.Part && other.Range.Overlaps(moving))
                throw Refusal.RowStays(Place(other.Range), new($"daneben liegt die Tabelle »{other.Name}«", $"the table \"{other.Name}\" lies beside it"));
        foreach (var merged in shell.Merged)
            if (merged.Overlaps(moving))
                throw Refusal.RowStays(Place(merged), new("dort sind Zellen verbunden", "cells are merged there"));
        foreach (var link in shell.Hyperlinks)
            if (link.Overlaps(moving))
                throw Refusal.RowStays(Place(link), new("dort steht ein Hyperlink", "a hyperlink stands there"));
        foreach (var covered in shell.Covered)
            foreach (var text in covered.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                if (CellRange.TryParse(text, out var range) && range.SharesColumns(_table.Body) && Cuts(range))
                    throw Refusal.RowStays(Place(range), new("dort gilt eine eigene Formatregel oder Gültigkeitsprüfung", "a format rule or validation of its own applies there"));
        foreach (var (type, target) in _workbook.RelationsOf(shell.Part))
            if (type.EndsWith("/comments", StringComparison.Ordinal) || type.EndsWith("/threadedComment", StringComparison.Ordinal))
                RefuseNotes(target);
    }

    private void RefuseNotes(string part)
    {
        if (!_workbook.Zip.Has(part))
            return;
        var scanner = new XmlScanner(_workbook.Part(part), part);
        while (scanner.Next())
            if (scanner.Kind != TagKind.End && CellRange.TryParse(scanner.AttributeText("ref"u8), out var place) && place.First.Row <= _table.LastDataRow && place.Last.Row >= _row)
                throw Refusal.RowStays(Place(place), new("dort hängt ein Kommentar", "a comment hangs there"));
    }

    private void RefuseReferences()
    {
        foreach (var (name, _, _) in _workbook.Sheets)
            RefuseFormulasOf(name);
        foreach (var entry in _workbook.Zip.Entries)
            if (entry.Name.Contains("/charts/", StringComparison.OrdinalIgnoreCase) && entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                RefuseChart(entry.Name);
        foreach (var (name, span) in _workbook.DefinedNames())
            // What is printed is a place on the sheet, whatever stands there.
            if (!name.Equals("_xlnm.Print_Area", StringComparison.OrdinalIgnoreCase))
                RefuseFormula(XmlText.Decode(_workbook.Part(_workbook.WorkbookPart).AsSpan(span.Start, span.Length)), null, name);
    }

    private void RefuseFormulasOf(string sheet)
    {
        using var reader = _workbook.OpenSheet(sheet);
        while (reader.Read())
        {
            var row = reader.Row;
            var moves = sheet == _table.Sheet && IsMoving(row.Number);
            if (!moves && !row.HasFormulas())
                continue;
            foreach (var cell in row.Cells())
            {
                var place = $"{sheet}!{new CellRef(cell.Column, row.Number)}";
                if (moves && cell.HasContent && !_table.HasColumn(cell.Column))
                    throw Refusal.RowStays(place, new("dort steht etwas neben der Tabelle, das mitrücken würde", "something beside the table would move along"));
                if (moves && cell.HasTypedFormula)
                    throw Refusal.RowStays(place, new("dort steht eine geteilte oder Matrixformel", "a shared or array formula stands there"));
                if (cell.HasFormula && moves)
                    RefuseMovedFormula(row.Text(cell.Formula), row.Number, place);
                else if (cell.HasFormula)
                    RefuseFormula(row.Text(cell.Formula), sheet, place);
            }
        }

        foreach (var formula in reader.Shell().Formulas)
            RefuseFormula(formula.Value, sheet, sheet);
    }

    /// <summary>A formula that moves may speak of its own row, and of what does not move.</summary>
    private void RefuseMovedFormula(string formula, int row, string place)
    {
        foreach (var (on, range, match) in FormulaText.References(formula))
        {
            var moved = FormulaText.FillDown(match.Value, -1);
            var isOwnRow = on is null && range.First.Row == row && range.Last.Row == row;
            if (isOwnRow ? !CellRange.TryParse(moved, out var after) || after.First.Row != row - 1 || after.Last.Row != row - 1 : moved != match.Value)
                throw Refusal.RowStays(place, new("die Formel dort spricht von anderen Zeilen", "its formula refers to other rows"));
        }

        RefuseFormula(formula, _table.Sheet, place, row);
    }

    private void RefuseChart(string part)
    {
        foreach (var formula in _workbook.ChartFormulas(part))
            RefuseFormula(formula, null, part);
    }

    private void RefuseFormula(string formula, string? home, string place, int ownRow = 0)
    {
        foreach (var (on, range, _) in FormulaText.References(formula))
            if (string.Equals(on ?? home, _table.Sheet, StringComparison.OrdinalIgnoreCase) && Cuts(range) && !(range.First.Row == ownRow && range.Last.Row == ownRow))
                throw Refusal.RowStays(place, new("eine Formel dort spricht von einzelnen Zeilen der Tabelle", "a formula there refers to single rows of the table"));
    }

    private void MoveRows(Splice splice)
    {
        using var reader = _workbook.OpenSheet(_table.Sheet);
        while (reader.Read())
        {
            var row = reader.Row;
            if (!IsMoving(row.Number))
                continue;
            if (row.Number == _row)
                splice.Cut(row.Start, row.End - row.Start);
            else
                MoveUp(splice, row);
            // It keeps the formats of the last, or the next entry would have none.
            if (row.Number == _table.LastDataRow)
                splice.Insert(row.End, Blank(row));
        }
    }

    private static void MoveUp(Splice splice, SheetRow row)
    {
        var number = row.Number - 1;
        if (row.Name.Length > 0)
            splice.Replace(row.Name.Start, row.Name.Length, number.ToString(CultureInfo.InvariantCulture));
        foreach (var cell in row.Cells())
        {
            if (cell.Name.Length > 0)
                splice.Replace(cell.Name.Start, cell.Name.Length, new CellRef(cell.Column, number).ToString());
            if (cell.HasFormula && row.Text(cell.Formula) is var formula && FormulaText.FillDown(formula, -1) is var moved && moved != formula)
                splice.Replace(cell.Formula.Start, cell.Formula.Length, XmlText.Escape(moved));
        }
    }

    private static string Blank(SheetRow row)
    {
        var (xml, p) = (new StringBuilder(), row.Words.Prefix);
        xml.Append(CultureInfo.InvariantCulture, $"<{p}row r=\"{row.Number}\">");
        foreach (var cell in row.Cells())
            if (cell.Style >= 0)
                xml.Append(CultureInfo.InvariantCulture, $"<{p}c r=\"{new CellRef(cell.Column, row.Number)}\" s=\"{cell.Style}\"/>");
        return xml.Append(CultureInfo.InvariantCulture, $"</{p}row>").ToString();
    }

    /// <summary>Excel calls a workbook damaged whose order of calculation names a cell without a formula; so it moves with the rows.</summary>
    private (string Part, Splice Moved)? MoveCalculationChain()
    {
        var chain = _workbook.RelationsOf(_workbook.WorkbookPart).FirstOrDefault(relation => relation.Type.EndsWith("/calcChain", StringComparison.Ordinal)).Target;
        if (chain is null || !_workbook.Zip.Has(chain))
            return null;
        var id = _workbook.Sheets.First(candidate => candidate.Name == _table.Sheet).Id;
        var xml = _workbook.Part(chain);
        var splice = new Splice();
        var scanner = new XmlScanner(xml, chain);
        var (on, kept, lostSheet) = (0, 0, false);
        while (scanner.Next())
        {
            if (!scanner.Opens("c"u8))
                continue;
            // An entry without a sheet is on the sheet of the entry before.
            var says = int.TryParse(scanner.Attribute("i"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var said);
            on = says ? said : on;
            var isPlaced = scanner.TryAttribute("r"u8, out var at, out var length) & CellRef.TryParse(xml.AsSpan(at, length), out var cell);
            if (isPlaced && on == id && cell.Row == _row)
            {
                if (scanner.Kind != TagKind.Empty)
                    throw Refusal.RowStays(_table.Sheet, new("die Reihenfolge der Berechnung ist ungewöhnlich geschrieben", "the order of calculation is written in an unusual way"));
                splice.Cut(scanner.Start, scanner.End - scanner.Start);
                lostSheet |= says;
                continue;
            }

            kept++;
            if (lostSheet && !says)
                splice.Insert(scanner.NameStart + scanner.NameLength, $" i=\"{on}\"");
            lostSheet = false;
            if (isPlaced && on == id && IsMoving(cell.Row))
                splice.Replace(at, length, new CellRef(cell.Column, cell.Row - 1).ToString());
        }

        // An order of nothing is against the schema.
        return kept > 0 || splice.IsEmpty
            ? (chain, splice)
            : throw Refusal.RowStays(_table.Sheet, new("dort steht die einzige Formel der Mappe", "the workbook's only formula stands there"));
    }
}
