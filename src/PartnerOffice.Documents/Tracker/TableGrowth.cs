using System.Globalization;

namespace PartnerOffice.Documents.Tracker;

/// <summary>What must follow when a table gets longer: formats, validations, names, print area, charts; and what lies in its way.</summary>
internal sealed class TableGrowth(WorkbookModel workbook, TableScan scan, TableModel table, int newLast)
{
    private readonly SheetShell _shell = scan.Shell;
    private readonly int _added = newLast - table.LastDataRow;
    private readonly int _firstBelow = table.LastDataRow + 1;

    /// <summary>Whether the new rows would cover a totals row or something that lies below the table.</summary>
    public bool MustMove => table.TotalsRows > 0 || scan.FirstBelow <= newLast
        || workbook.Tables.Any(other => other.Sheet == table.Sheet && other.Part != table.Part && other.Range.Overlaps(table.Range.DownTo(newLast)));

    /// <summary>Rows move only if nothing else speaks of them (D11); otherwise the place that does is named.</summary>
    public void RefuseWhatCannotMove()
    {
        foreach (var other in workbook.Tables)
            if (other.Sheet == table.Sheet && other.Part != table.Part && other.Range.Last.Row >= _firstBelow)
                throw Refusal.Below($"{table.Sheet}!{other.Range}", new($"dort liegt die Tabelle »{other.Name}«", $"the table \"{other.Name}\" lies there"));
        foreach (var merged in _shell.Merged)
            if (merged.Last.Row >= _firstBelow)
                throw Refusal.Below($"{table.Sheet}!{merged}", new("dort sind Zellen verbunden", "cells are merged there"));
        foreach (var link in _shell.Hyperlinks)
            if (link.Last.Row >= _firstBelow)
                throw Refusal.Below($"{table.Sheet}!{link}", new("dort steht ein Hyperlink", "a hyperlink stands there"));
        foreach (var covered in _shell.Covered)
            foreach (var range in Ranges(covered.Value))
                if (range.First.Row >= _firstBelow)
                    throw Refusal.Below($"{table.Sheet}!{range}", new("dort gilt eine eigene Formatregel oder Gültigkeitsprüfung", "a format rule or validation of its own applies there"));
        RefuseNotesAndDrawings();
        RefuseMovedCells();
        RefuseReferences();
    }

    /// <summary>Changes of the sheet's own part.</summary>
    public void Stretch(Splice splice, bool moves)
    {
        foreach (var covered in _shell.Covered)
        {
            var grown = string.Join(' ', covered.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(range => Grow(range, moves)));
            if (grown != covered.Value)
                splice.Replace(covered.Start, covered.Length, grown);
        }

        foreach (var formula in _shell.Formulas)
            if (FormulaText.Stretch(formula.Value, table.Sheet, table.Sheet, table.Body, newLast) is { } stretched)
                splice.Replace(formula.Start, formula.Length, XmlText.Escape(stretched));

        if (moves)
            MoveRows(splice);
    }

    /// <summary>Changes of the table, the defined names, the charts and, where formulas moved, the order of calculation.</summary>
    public void StretchOtherParts(bool moves)
    {
        StretchTable();
        StretchNames(moves);
        foreach (var entry in workbook.Zip.Entries)
            if (entry.Name.Contains("/charts/", StringComparison.OrdinalIgnoreCase) && entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                StretchChart(entry.Name);
        if (moves)
            MoveCalculationChain();
    }

    private string Grow(string range, bool moves)
    {
        if (!CellRange.TryParse(range, out var cells) || !cells.SharesColumns(table.Body))
            return range;
        if (moves && cells.First.Row < _firstBelow && cells.Last.Row >= _firstBelow && cells.Last.Row < CellRef.LastRow)
            return cells.DownTo(Math.Min(CellRef.LastRow, cells.Last.Row + _added)).ToString();
        // A rule for the last row alone is an exception that somebody made, unless that row is all there is.
        return cells.Last.Row == table.LastDataRow && (cells.First.Row < cells.Last.Row || table.LastDataRow <= table.FirstDataRow)
            ? cells.DownTo(newLast).ToString()
            : range;
    }

    private static IEnumerable<CellRange> Ranges(string list)
    {
        foreach (var text in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (CellRange.TryParse(text, out var range))
                yield return range;
    }

    private void MoveRows(Splice splice)
    {
        using var reader = workbook.OpenSheet(table.Sheet);
        while (reader.Read())
        {
            var row = reader.Row;
            if (row.Number < _firstBelow)
                continue;
            var number = row.Number + _added;
            if (number > CellRef.LastRow)
                throw Refusal.SheetFull(table.Sheet);
            if (row.Name.Length > 0)
                splice.Replace(row.Name.Start, row.Name.Length, number.ToString(CultureInfo.InvariantCulture));
            foreach (var cell in row.Cells())
            {
                if (cell.Name.Length > 0)
                    splice.Replace(cell.Name.Start, cell.Name.Length, new CellRef(cell.Column, number).ToString());
                if (cell.HasFormula && FormulaText.Stretch(row.Text(cell.Formula), table.Sheet, table.Sheet, table.Body, newLast) is { } stretched)
                    splice.Replace(cell.Formula.Start, cell.Formula.Length, XmlText.Escape(stretched));
            }
        }
    }

    private void RefuseMovedCells()
    {
        using var reader = workbook.OpenSheet(table.Sheet);
        while (reader.Read())
        {
            var row = reader.Row;
            if (row.Number < _firstBelow)
                continue;
            foreach (var cell in row.Cells())
            {
                var place = $"{table.Sheet}!{new CellRef(cell.Column, row.Number)}";
                if (cell.HasContent && !table.HasColumn(cell.Column))
                    throw Refusal.Below(place, new("dort steht etwas neben der Tabelle, das mitrücken würde", "something beside the table would move along"));
                if (cell.HasTypedFormula)
                    throw Refusal.Below(place, new("dort steht eine geteilte oder Matrixformel", "a shared or array formula stands there"));
                if (cell.HasFormula && RefersBelow(row.Text(cell.Formula), table.Sheet))
                    throw Refusal.Below(place, new("die Formel dort spricht von Zellen unter der Tabelle", "its formula refers to cells below the table"));
            }
        }
    }

    private void RefuseReferences()
    {
        foreach (var formula in _shell.Formulas)
            if (RefersBelow(formula.Value, table.Sheet))
                throw Refusal.Below(table.Sheet, new("eine Format- oder Gültigkeitsregel spricht davon", "a format or validation rule refers to it"));
        RefuseFormulasAbove();
        foreach (var (name, _, _) in workbook.Sheets)
            if (name != table.Sheet)
                RefuseFormulasOf(name);
        foreach (var entry in workbook.Zip.Entries)
            if (entry.Name.Contains("/charts/", StringComparison.OrdinalIgnoreCase) && entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                RefuseChart(entry.Name);
        foreach (var (name, span) in workbook.DefinedNames())
            if (!IsPrintArea(name) && RefersBelow(XmlText.Decode(workbook.Part(workbook.WorkbookPart).AsSpan(span.Start, span.Length)), null))
                throw Refusal.Below(name, new($"der Name »{name}« spricht davon", $"the name \"{name}\" refers to it"));
    }

    private void RefuseFormulasAbove()
    {
        using var reader = workbook.OpenSheet(table.Sheet);
        while (reader.Read())
            if (reader.Row is var row && row.Number < _firstBelow && row.HasFormulas())
                foreach (var cell in row.Cells())
                    if (cell.HasFormula && RefersBelow(row.Text(cell.Formula), table.Sheet))
                        throw Refusal.Below($"{table.Sheet}!{new CellRef(cell.Column, row.Number)}", new("die Formel dort spricht davon", "a formula refers to it"));
    }

    private void RefuseFormulasOf(string sheet)
    {
        using var reader = workbook.OpenSheet(sheet);
        while (reader.Read())
            if (reader.Row is var row && row.HasFormulas())
                foreach (var cell in row.Cells())
                    if (cell.HasFormula)
                        RefuseFormula(row.Text(cell.Formula), sheet);
        foreach (var formula in reader.Shell().Formulas)
            RefuseFormula(formula.Value, sheet);
    }

    private void RefuseChart(string part)
    {
        foreach (var formula in workbook.ChartFormulas(part))
            RefuseFormula(formula, part);
    }

    private void RefuseFormula(string formula, string home)
    {
        if (RefersBelow(formula, null))
            throw Refusal.Below(home, new("eine Formel dort spricht davon", "a formula there refers to it"));
    }

    private bool RefersBelow(string formula, string? home)
    {
        foreach (var (on, range, _) in FormulaText.References(formula))
            if (string.Equals(on ?? home, table.Sheet, StringComparison.OrdinalIgnoreCase) && range.Last.Row >= _firstBelow)
                return true;
        return false;
    }

    private void RefuseNotesAndDrawings()
    {
        foreach (var (type, target) in workbook.RelationsOf(_shell.Part))
        {
            if (!workbook.Zip.Has(target) || !target.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                continue;
            var isNotes = type.EndsWith("/comments", StringComparison.Ordinal) || type.EndsWith("/threadedComment", StringComparison.Ordinal);
            var isDrawing = type.EndsWith("/drawing", StringComparison.Ordinal);
            if (!isNotes && !isDrawing)
                continue;
            var xml = workbook.Part(target);
            var scanner = new XmlScanner(xml, target);
            var anchor = false;
            while (scanner.Next())
            {
                if (isNotes && scanner.Kind != TagKind.End && CellRange.TryParse(scanner.AttributeText("ref"u8), out var place) && place.Last.Row >= _firstBelow)
                    throw Refusal.Below($"{table.Sheet}!{place}", new("dort hängt ein Kommentar", "a comment hangs there"));
                if (!isDrawing)
                    continue;
                if (scanner.Is("from"u8))
                {
                    anchor = scanner.Kind == TagKind.Start;
                }
                else if (anchor && scanner.Kind == TagKind.Start && scanner.Is("row"u8))
                {
                    var start = scanner.End;
                    scanner.SkipElement();
                    if (int.TryParse(xml.AsSpan(start, scanner.Start - start), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row + 1 >= _firstBelow)
                        throw Refusal.Below($"{table.Sheet}!{row + 1}", new("dort liegt eine Zeichnung oder ein Diagramm", "a drawing or chart lies there"));
                }
            }
        }
    }

    private void StretchTable()
    {
        var xml = workbook.Part(table.Part);
        var splice = new Splice();
        var scanner = new XmlScanner(xml, table.Part);
        while (scanner.Next())
        {
            if (scanner.Kind == TagKind.End)
                continue;
            if (scanner.Is("table"u8) && scanner.TryAttribute("insertRow"u8, out var at, out var length))
                splice.Replace(at, length, "0");
            if ((scanner.Is("table"u8) || scanner.Is("autoFilter"u8) || scanner.Is("sortState"u8) || scanner.Is("sortCondition"u8))
                && scanner.TryAttribute("ref"u8, out at, out length)
                && CellRange.TryParse(XmlText.Decode(xml.AsSpan(at, length)), out var range) && range.Last.Row >= table.LastDataRow)
                splice.Replace(at, length, range.DownTo(range.Last.Row + _added).ToString());
        }

        workbook.Change(table.Part, splice);
    }

    private void StretchNames(bool moves)
    {
        var xml = workbook.Part(workbook.WorkbookPart);
        var splice = new Splice();
        foreach (var (name, span) in workbook.DefinedNames())
        {
            var text = XmlText.Decode(xml.AsSpan(span.Start, span.Length));
            var stretched = FormulaText.Stretch(text, table.Sheet, null, table.Body, newLast);
            if (stretched is null && moves && IsPrintArea(name))
                foreach (var (on, range, _) in FormulaText.References(text))
                    if (string.Equals(on, table.Sheet, StringComparison.OrdinalIgnoreCase) && range.First.Row < _firstBelow && range.Last.Row >= _firstBelow)
                        stretched = FormulaText.Stretch(text, table.Sheet, null, range, range.Last.Row + _added);
            if (stretched is not null)
                splice.Replace(span.Start, span.Length, XmlText.Escape(stretched));
        }

        workbook.Change(workbook.WorkbookPart, splice);
    }

    private static bool IsPrintArea(string name) => name.Equals("_xlnm.Print_Area", StringComparison.OrdinalIgnoreCase);

    private void StretchChart(string part)
    {
        var xml = workbook.Part(part);
        var splice = new Splice();
        var scanner = new XmlScanner(xml, part);
        while (scanner.Next())
            if (scanner.Kind == TagKind.Start && scanner.Is("f"u8))
            {
                var start = scanner.End;
                scanner.SkipElement();
                if (FormulaText.Stretch(XmlText.Decode(xml.AsSpan(start, scanner.Start - start)), table.Sheet, null, table.Body, newLast) is { } stretched)
                    splice.Replace(start, scanner.Start - start, XmlText.Escape(stretched));
            }

        workbook.Change(part, splice);
    }

    /// <summary>Excel calls a workbook damaged whose order of calculation names a cell without a formula; so it moves with the rows.</summary>
    private void MoveCalculationChain()
    {
        var chain = workbook.RelationsOf(workbook.WorkbookPart).FirstOrDefault(relation => relation.Type.EndsWith("/calcChain", StringComparison.Ordinal)).Target;
        if (chain is null || !workbook.Zip.Has(chain))
            return;
        var id = workbook.Sheets.First(candidate => candidate.Name == table.Sheet).Id;
        var xml = workbook.Part(chain);
        var splice = new Splice();
        var scanner = new XmlScanner(xml, chain);
        var on = 0;
        while (scanner.Next())
        {
            if (!scanner.Opens("c"u8))
                continue;
            // An entry without a sheet is on the sheet of the entry before.
            if (int.TryParse(scanner.Attribute("i"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var said))
                on = said;
            if (on == id && scanner.TryAttribute("r"u8, out var at, out var length) && CellRef.TryParse(xml.AsSpan(at, length), out var cell) && cell.Row >= _firstBelow)
                splice.Replace(at, length, new CellRef(cell.Column, cell.Row + _added).ToString());
        }

        workbook.Change(chain, splice);
    }
}
