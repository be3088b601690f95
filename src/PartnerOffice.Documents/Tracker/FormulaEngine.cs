using System.Globalization;
using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Calculates the formulas of the overview, so that its figures are right in programs that only show cached values.</summary>
/// <remarks>
/// It knows what the delivered template uses and a little more: arithmetic, comparison, references on its own sheet, table columns and
/// the functions below. Of anything else it says so instead of guessing; such a cell is left without a value, and whoever opens the
/// file calculates it.
/// </remarks>
internal sealed class FormulaEngine
{
    private readonly WorkbookModel _workbook;
    private readonly DateOnly? _today;
    private readonly Dictionary<CellRef, object?> _values = [];
    private readonly Dictionary<CellRef, (SheetRow Row, CellSpan Cell)> _cells = [];
    private readonly HashSet<CellRef> _open = [];
    private readonly Dictionary<string, FormulaColumn> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly OverviewSheet _overview;
    private int _depth;

    /// <param name="workbook">The workbook with everything that changed.</param>
    /// <param name="overview">The sheet with the formulas.</param>
    /// <param name="today">As in <see cref="TrackerWorkbook.Apply"/>.</param>
    public FormulaEngine(WorkbookModel workbook, OverviewSheet overview, DateOnly? today)
    {
        (_workbook, _overview, _today) = (workbook, overview, today);
        foreach (var (row, cell) in overview.Cells)
            _cells[new(cell.Column, row.Number)] = (row, cell);
    }

    /// <summary>The cell's value (double, string, bool, or null for blank); false where it is not ours to know.</summary>
    public bool TryEvaluate(CellRef cell, out object? value)
    {
        try
        {
            value = ValueOf(cell);
            return value is not FormulaColumn;
        }
        catch (UnknownFormulaException)
        {
            value = null;
            _depth = 0;
            return false;
        }
    }

    private object? ValueOf(CellRef place)
    {
        if (_values.TryGetValue(place, out var known))
            return known;
        if (!_cells.TryGetValue(place, out var found))
            return null;
        var (row, cell) = found;
        if (!cell.HasFormula)
            return _values[place] = FormulaColumn.Plain(CellText.Read(_workbook, row, cell), _workbook.Since1904);
        // A shared or array formula needs its master; a circle has no value.
        if (cell.HasTypedFormula || cell.Formula.Length == 0 || !_open.Add(place))
            throw new UnknownFormulaException();
        var parser = new Parser(this, row.Text(cell.Formula));
        var value = parser.Whole();
        _open.Remove(place);
        return _values[place] = value;
    }

    private FormulaColumn Column(string table, string column)
    {
        var model = _workbook.FindTable(table) ?? throw new UnknownFormulaException();
        if (_loaded.Add(model.Name))
            foreach (var (index, cells) in _workbook.Foreseen(model) ?? ColumnReader.Read(_workbook, model, _overview.Named.Of(model)))
                _columns[NamedColumns.Name(model.Name, model.Columns[index].Name)] = cells;
        return _columns.TryGetValue(NamedColumns.Name(model.Name, TrackerKey.Of(column)), out var found) ? found : throw new UnknownFormulaException();
    }

    private double Today => _today is { } day ? CellText.Serial(day, _workbook.Since1904) : throw new UnknownFormulaException();

    private double Serial(DateOnly day) => CellText.Serial(day, _workbook.Since1904);

    private DateOnly DayOf(double serial)
    {
        var zero = new DateOnly(2000, 1, 1);
        var days = Math.Floor(serial) - Serial(zero);
        return days is > -36_000 and < 2_900_000 ? zero.AddDays((int)days) : throw new UnknownFormulaException();
    }

    /// <summary>Something that this engine does not know; its value is not guessed.</summary>
    private sealed class UnknownFormulaException : Exception;

    private static double Number(object? value) => value switch
    {
        null => 0,
        double number => number,
        bool truth => truth ? 1 : 0,
        _ => throw new UnknownFormulaException(),
    };

    private static string Text(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "WAHR" : "FALSCH",
        string text => text,
        _ => throw new UnknownFormulaException(),
    };

    private static FormulaColumn Array(object? value) => value as FormulaColumn ?? FormulaColumn.Of([value]);

    private static bool AreEqual(object? a, object? b) => (a, b) switch
    {
        (FormulaColumn, _) or (_, FormulaColumn) => throw new UnknownFormulaException(),
        (null, _) => b is null or "" or 0d or false,
        (_, null) => AreEqual(b, a),
        (double x, double y) => x.Equals(y),
        (string x, string y) => x.Equals(y, StringComparison.OrdinalIgnoreCase),
        (bool x, bool y) => x == y,
        _ => false,
    };

    /// <summary>Numbers only: how Excel sorts words is a matter of its language.</summary>
    private static int Order(object? a, object? b) =>
        a is string or bool || b is string or bool ? throw new UnknownFormulaException() : Number(a).CompareTo(Number(b));

    /// <summary>Whether a cell meets a criterion of COUNTIFS: an operator with a value, or words with ? and *.</summary>
    private static Func<object?, bool> Criterion(object? criterion)
    {
        if (criterion is double wanted)
            return value => value is double number && number.Equals(wanted);
        var text = Text(criterion);
        var sign = text.StartsWith("<>", StringComparison.Ordinal) || text.StartsWith("<=", StringComparison.Ordinal) || text.StartsWith(">=", StringComparison.Ordinal) ? text[..2]
            : text.Length > 0 && text[0] is '<' or '>' or '=' ? text[..1] : "";
        var operand = text[sign.Length..];
        if (double.TryParse(operand, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit))
            return sign switch
            {
                "<" => value => value is double number && number < limit,
                ">" => value => value is double number && number > limit,
                "<=" => value => value is double number && number <= limit,
                ">=" => value => value is double number && number >= limit,
                "<>" => value => value is not double number || !number.Equals(limit),
                _ => value => value is double number && number.Equals(limit),
            };
        if (operand.Length == 0)
            return sign == "<>" ? value => value is not null : value => value is null || (sign.Length == 0 && value is "");
        return sign switch
        {
            "<>" => value => value is not string words || !Matches(words, operand),
            "" or "=" => value => value is string words && Matches(words, operand),
            _ => throw new UnknownFormulaException(),
        };
    }

    private static bool Matches(string words, string pattern)
    {
        if (pattern.AsSpan().IndexOfAny('?', '*', '~') < 0)
            return words.Equals(pattern, StringComparison.OrdinalIgnoreCase);
        if (pattern.Contains('~', StringComparison.Ordinal))
            throw new UnknownFormulaException();
        return System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\", StringComparison.Ordinal), words, ignoreCase: true);
    }

    /// <summary>Reads a formula from left to right and calculates as it goes.</summary>
    private sealed class Parser(FormulaEngine engine, string text)
    {
        private int _at;

        public object? Whole()
        {
            var value = Comparison();
            Blank();
            return _at == text.Length ? value : throw new UnknownFormulaException();
        }

        private object? Comparison()
        {
            // Formulas come from strangers, and a stack has an end.
            if (++engine._depth > 200)
                throw new UnknownFormulaException();
            var value = Compared();
            engine._depth--;
            return value;
        }

        private object? Compared()
        {
            var left = Joined();
            while (true)
            {
                if (Take("<>"))
                    left = !AreEqual(left, Joined());
                else if (Take("<="))
                    left = Order(left, Joined()) <= 0;
                else if (Take(">="))
                    left = Order(left, Joined()) >= 0;
                else if (Take("="))
                    left = AreEqual(left, Joined());
                else if (Take("<"))
                    left = Order(left, Joined()) < 0;
                else if (Take(">"))
                    left = Order(left, Joined()) > 0;
                else
                    return left;
            }
        }

        private object? Joined()
        {
            var left = Sum();
            while (Take("&"))
                left = Text(left) + Text(Sum());
            return left;
        }

        private object? Sum()
        {
            var left = Product();
            while (true)
                if (Take("+"))
                    left = Number(left) + Number(Product());
                else if (Take("-"))
                    left = Number(left) - Number(Product());
                else
                    return left;
        }

        private object? Product()
        {
            var left = Signed();
            while (true)
                if (Take("*"))
                    left = Number(left) * Number(Signed());
                else if (Take("/"))
                    left = Number(Signed()) is var divisor and not 0 ? Number(left) / divisor : throw new UnknownFormulaException();
                else
                    return left;
        }

        private object? Signed() => Take("-") ? -Number(Single()) : Single();

        private object? Single()
        {
            Blank();
            if (_at >= text.Length)
                throw new UnknownFormulaException();
            var c = text[_at];
            if (c == '(')
            {
                _at++;
                var inner = Comparison();
                return Take(")") ? inner : throw new UnknownFormulaException();
            }

            if (c == '"')
                return Quoted();
            if (char.IsAsciiDigit(c) || c == '.')
            {
                var start = _at;
                while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.'))
                    _at++;
                return double.TryParse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new UnknownFormulaException();
            }

            var word = Word();
            if (word.Length == 0)
                throw new UnknownFormulaException();
            if (Take("("))
                return Function(word.ToUpperInvariant());
            if (_at < text.Length && text[_at] == '[')
                return engine.Column(word, Bracketed());
            if (word.Equals("TRUE", StringComparison.OrdinalIgnoreCase) || word.Equals("FALSE", StringComparison.OrdinalIgnoreCase))
                return word.Length == 4;
            return CellRef.TryParse(word, out var cell) ? Reference(cell) : throw new UnknownFormulaException();
        }

        private object? Reference(CellRef first)
        {
            if (!Take(":"))
                return engine.ValueOf(first);
            if (!CellRef.TryParse(Word(), out var last) || (long)(last.Row - first.Row + 1) * (last.Column - first.Column + 1) is <= 0 or > 10_000)
                throw new UnknownFormulaException();
            var values = new List<object?>();
            for (var row = first.Row; row <= last.Row; row++)
                for (var column = first.Column; column <= last.Column; column++)
                    values.Add(engine.ValueOf(new(column, row)));
            return FormulaColumn.Of(values);
        }

        private object? Function(string name)
        {
            var arguments = new List<object?>();
            if (name == "IF")
                return If();
            if (!Take(")"))
            {
                do
                    arguments.Add(Comparison());
                while (Take(","));
                if (!Take(")"))
                    throw new UnknownFormulaException();
            }

            return (name, arguments.Count) switch
            {
                ("TODAY", 0) => engine.Today,
                ("DATE", 3) => Date(Number(arguments[0]), Number(arguments[1]), Number(arguments[2])),
                ("YEAR", 1) => (double)engine.DayOf(Number(arguments[0])).Year,
                ("MONTH", 1) => (double)engine.DayOf(Number(arguments[0])).Month,
                ("DAY", 1) => (double)engine.DayOf(Number(arguments[0])).Day,
                ("EDATE", 2) => engine.Serial(engine.DayOf(Number(arguments[0])).AddMonths((int)Number(arguments[1]))),
                ("COUNTA", 1) => (double)Array(arguments[0]).CountWhere(value => value is not null),
                ("COUNT", 1) => (double)Array(arguments[0]).CountWhere(value => value is double),
                ("MAX", 1) => Array(arguments[0]).Cells.OfType<double>().DefaultIfEmpty(0).Max(),
                ("MIN", 1) => Array(arguments[0]).Cells.OfType<double>().DefaultIfEmpty(0).Min(),
                ("SUM", 1) => Array(arguments[0]).Cells.OfType<double>().Sum(),
                ("ROWS", 1) => (double)Array(arguments[0]).Count,
                ("LEFT", 2) => Text(arguments[0]) is var words && (int)Number(arguments[1]) is var length ? words[..Math.Min(words.Length, length)] : "",
                ("INDEX", 2) => Number(arguments[1]) is >= 1 and var index && Array(arguments[0]) is var cells
                    ? index <= cells.Count ? cells.At((int)index - 1) : null
                    : throw new UnknownFormulaException(),
                ("COUNTIF" or "COUNTIFS", >= 2) when arguments.Count % 2 == 0 => CountIfs(arguments),
                _ => throw new UnknownFormulaException(),
            };
        }

        /// <summary>Both branches are read; a branch that is not taken may be unknown.</summary>
        private object? If()
        {
            var condition = Comparison();
            var isTrue = condition is bool truth ? truth : Number(condition) != 0;
            if (!Take(","))
                throw new UnknownFormulaException();
            var then = Comparison();
            object? otherwise = false;
            if (Take(","))
                otherwise = Comparison();
            return Take(")") ? isTrue ? then : otherwise : throw new UnknownFormulaException();
        }

        private double Date(double year, double month, double day)
        {
            if (year is < 1904 or > 9000 || Math.Abs(month) > 10_000 || Math.Abs(day) > 100_000)
                throw new UnknownFormulaException();
            return engine.Serial(new DateOnly((int)year, 1, 1).AddMonths((int)month - 1).AddDays((int)day - 1));
        }

        private static double CountIfs(List<object?> arguments)
        {
            var criteria = new List<(FormulaColumn Cells, Func<object?, bool> Meets)>();
            for (var i = 0; i < arguments.Count; i += 2)
                criteria.Add((Array(arguments[i]), Criterion(arguments[i + 1])));
            return criteria.TrueForAll(criterion => criterion.Cells.Count == criteria[0].Cells.Count)
                ? FormulaColumn.CountWhere(criteria)
                : throw new UnknownFormulaException();
        }

        private string Quoted()
        {
            var quoted = new StringBuilder();
            for (_at++; _at < text.Length; _at++)
            {
                if (text[_at] != '"')
                    quoted.Append(text[_at]);
                else if (_at + 1 < text.Length && text[_at + 1] == '"')
                    quoted.Append(text[++_at]);
                else
                {
                    _at++;
                    return quoted.ToString();
                }
            }

            throw new UnknownFormulaException();
        }

        private string Bracketed()
        {
            var end = text.IndexOf(']', _at);
            var column = end < 0 ? "" : text[(_at + 1)..end];
            // "[[#This Row],[x]]", "[@x]" and escaped signs mean more than a column's name.
            if (column.Length == 0 || column.AsSpan().IndexOfAny("[@#'") >= 0)
                throw new UnknownFormulaException();
            _at = end + 1;
            return column;
        }

        private string Word()
        {
            Blank();
            var start = _at;
            while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '.' or '$'))
                _at++;
            return text[start.._at];
        }

        private bool Take(string sign)
        {
            Blank();
            if (string.CompareOrdinal(text, _at, sign, 0, sign.Length) != 0)
                return false;
            _at += sign.Length;
            return true;
        }

        private void Blank()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
                _at++;
        }
    }
}
