using System.Globalization;
using System.Text;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Tests.Documents.Tracker;

/// <summary>The table of <see cref="PeoplesWorkbook"/> with rows of any kind, spelled in any way that XML allows: what programs of all sorts write.</summary>
internal sealed class SpelledSheet
{
    public const string Part = "xl/worksheets/sheet1.xml";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly string[] s_keys = ["k1", "k2", "k 3", "kä", "eigene-1", "k_x0041_", "k<4>", "ka\u0308", "  k5 ", "k&6"];
    private readonly Random _random;
    private readonly string _prefix;
    private readonly StringBuilder _xml = new();
    private readonly bool _isTidy;
    private readonly List<(int Row, string Master)> _masters = [];

    public SpelledSheet(int seed)
    {
        _random = new Random(seed);
        _prefix = Chance(4) ? "x:" : "";
        _isTidy = Chance(3);
        First = 4;
        Last = First - 1 + _random.Next(1, 9);
        HasTotals = Chance(5);
        Sheet();
    }

    public int First { get; }

    /// <summary>The last row of data.</summary>
    public int Last { get; }

    public bool HasTotals { get; }

    public string Xml => _xml.ToString();

    public byte[] Workbook()
    {
        var parts = new PeoplesWorkbook { Totals = HasTotals, SecondSheetFormula = Chance(5) ? $"Daten!C{Last + 2}" : "COUNTA(Liste[Schlüssel])" }.Parts();
        var range = HasTotals ? Last + 1 : Last;
        parts[Part] = Xml;
        parts["xl/tables/table1.xml"] = parts["xl/tables/table1.xml"].Replace(HasTotals ? "ref=\"B3:G7\"" : "ref=\"B3:G6\"", $"ref=\"B3:G{range}\"", StringComparison.Ordinal);
        if (Chance(3))
        {
            // Figures of an overview that counts the table.
            parts["xl/workbook.xml"] = parts["xl/workbook.xml"].Replace("Eigenes Blatt", "Übersicht", StringComparison.Ordinal);
            parts["xl/worksheets/sheet2.xml"] = $"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\"><c r=\"A1\"><f>COUNTA(Liste[Schlüssel])</f><v>3</v></c><c r=\"B1\" t=\"str\"><f>INDEX(Liste[Notiz],2)&amp;\"!\"</f></c>"
                + "<c r=\"C1\"><f>COUNTIFS(Liste[Ja],\"&gt;3\",Liste[Notiz],\"&lt;&gt;\")</f></c><c r=\"D1\"><f>SUM(Liste[Ja])+COUNT(Liste[Am])</f><v>0</v></c><c r=\"E1\"><f>COUNTA(Liste[Ja])+COUNTIF(Liste[Ja],A1)</f></c></row></sheetData></worksheet>";
        }

        return RawZip.Stored(parts.Select(part => KeyValuePair.Create(part.Key, Encoding.UTF8.GetBytes(part.Value))));
    }

    private bool Chance(int of) => _random.Next(of) == 0;

    private T One<T>(params T[] of) => of[_random.Next(of.Length)];

    private string Quote() => _isTidy || !Chance(4) ? "\"" : "'";

    private string Blank() => _isTidy || !Chance(6) ? "" : One(" ", "\n", "\t", "  ");

    /// <summary>What may stand between elements and says nothing.</summary>
    private string Nothing() => _isTidy || !Chance(10) ? "" : One("\n", "<!-- </row> -->", "<!--</c><c r=\"B5\"><v>1</v></c>-->", "<?po <c r=\"B4\"/> </row>?>", "<!---->");

    private string Attribute(string name, string value) => Quote() is var quote && _isTidy ? $" {name}=\"{value}\"" : $" {Blank()}{name}{Blank()}={Blank()}{quote}{value}{quote}";

    private string Element(string name, IEnumerable<string> attributes, string content)
    {
        var tag = _prefix + name + string.Concat(_isTidy || !Chance(6) ? attributes : attributes.OrderBy(_ => _random.Next()));
        return content.Length == 0 && !Chance(4) ? $"<{tag}{Blank()}/>" : $"<{tag}{Blank()}>{content}</{_prefix}{name}{Blank()}>";
    }

    private void Sheet()
    {
        _xml.Append(_isTidy ? "" : One("", "\uFEFF", "<?xml version=\"1.0\"?>", "<!-- <sheetData> -->"));
        _xml.Append(CultureInfo.InvariantCulture, $"<{_prefix}worksheet xmlns{(_prefix.Length > 0 ? ":x" : "")}=\"{Main}\">");
        if (Chance(2))
            _xml.Append(Element("dimension", [Attribute("ref", $"A1:G{Last}")], ""));
        if (Chance(2))
            _xml.Append(Element("cols", [], Element("col", [Attribute("min", "7"), Attribute("max", "7"), Attribute("width", "20")], "")));
        var rows = new StringBuilder();
        for (var row = 1; row <= Last + 8; row++)
            if (row is < 4 || (row <= Last && !Chance(7)) || (row > Last && (row == Last + 1 ? HasTotals || Chance(4) : Chance(4))))
                rows.Append(Nothing()).Append(Row(row)).Append(Nothing());
        _xml.Append(CultureInfo.InvariantCulture, $"<{_prefix}sheetData>").Append(rows).Append(CultureInfo.InvariantCulture, $"</{_prefix}sheetData{Blank()}>");
        if (Chance(12))
            _xml.Append(Element("mergeCells", [], Element("mergeCell", [Attribute("ref", $"B{Last + 3}:C{Last + 3}")], "")));
        if (Chance(2))
            _xml.Append(Element("conditionalFormatting", [Attribute("sqref", $"C4:C{Last}")], Element("cfRule", [Attribute("type", "expression"), Attribute("priority", "1")], Element("formula", [], $"COUNTIF($C$4:$C${Last},C4)&gt;1"))));
        if (Chance(2))
            _xml.Append(Element("dataValidations", [], Element("dataValidation", [Attribute("sqref", $"C4:C{Last} D4:D{Last}")], Element("formula1", [], "0"))));
        _xml.Append(CultureInfo.InvariantCulture, $"</{_prefix}worksheet>");
    }

    private string Row(int row)
    {
        var saysPlace = _isTidy || !Chance(20);
        var cells = new StringBuilder();
        var isBlank = row > First && Chance(6);
        for (var column = 2; column <= 7; column++)
            if (!Chance(9) && Cell(row, column, isBlank) is { } cell)
                cells.Append(Nothing()).Append(cell);
        if (Chance(12))
            cells.Append(Element("c", [Attribute("r", $"J{row}")], Element("f", [], $"C{row}+1") + Element("v", [], "3")));
        string[] attributes = [Attribute("r", row.ToString(CultureInfo.InvariantCulture)), .. Chance(3) ? [Attribute("spans", "2:7")] : Array.Empty<string>(), .. Chance(5) ? [Attribute("ht", "15")] : Array.Empty<string>(), .. Chance(9) ? [Attribute("hidden", "1")] : Array.Empty<string>()];
        return saysPlace ? Element("row", attributes, cells.ToString()) : Element("row", [Attribute("r", row.ToString(CultureInfo.InvariantCulture))], cells.ToString());
    }

    private string? Cell(int row, int column, bool isBlank)
    {
        var place = Attribute("r", $"{CellRef.ColumnName(column)}{row}");
        var style = column == 4 ? Attribute("s", "1") : column == 7 ? Attribute("s", "2") : "";
        if (row == 3)
            return Element("c", [place, Attribute("t", "s")], Element("v", [], (column - 2).ToString(CultureInfo.InvariantCulture)));
        if (row < 3)
            return column == 2 ? Element("c", [place, Attribute("t", "inlineStr")], Element("is", [], Element("t", [], "Überschrift"))) : null;
        if (row > Last)
            return column == 3 && (HasTotals && row == Last + 1) ? Element("c", [place], Element("f", [], "SUBTOTAL(109,Liste[Ja])") + Element("v", [], "9"))
                : column < 4 && Chance(2) ? Element("c", [place], Element("v", [], "1")) : Chance(2) ? null : Element("c", [place], "");
        if (isBlank)
            return Element("c", [place, style], "");
        return column switch
        {
            2 => Text(place, style, Chance(12) ? "" : One(s_keys)),
            3 => Element("c", Chance(4) ? [place, Attribute("t", "n")] : [place], Element("v", [], _random.Next(10).ToString(CultureInfo.InvariantCulture))),
            4 => Chance(3) ? Element("c", [place, style], "") : Element("c", [place, style], Element("v", [], "46217")),
            5 => Element("c", [place], Element("f", [], "Liste[[#This Row],[Ja]]*2") + (Chance(3) ? "" : Element("v", [], "8"))),
            6 => ByHand(row, place),
            _ => Chance(3) ? Element("c", [place, style], "") : Text(place, style, One("", "Notiz", "a > b", "ü & <ö>", " mit Rand ", new string('x', _random.Next(300)))),
        };
    }

    private string ByHand(int row, string place)
    {
        var value = Chance(3) ? "" : Element("v", [], "9");
        if (Chance(3))
            return Element("c", [place], Element("f", [], $"C{row}+$C$4") + value);
        var index = _masters.Count - 1;
        if (index < 0 || Chance(3))
        {
            _masters.Add((row, $"C{row}+$C$4"));
            return Element("c", [place], Element("f", [Attribute("t", "shared"), Attribute("ref", $"F{row}:F{Last}"), Attribute("si", (index + 1).ToString(CultureInfo.InvariantCulture))], $"C{row}+$C$4") + value);
        }

        return Element("c", [place], Element("f", [Attribute("t", "shared"), Attribute("si", index.ToString(CultureInfo.InvariantCulture))], "") + value);
    }

    private string Text(string place, string style, string text)
    {
        if (text == "k1" && Chance(2))
            return Element("c", [place, style, Attribute("t", "s")], Element("v", [], "6"));
        var inside = _isTidy || !Chance(5) ? Escape(text) : text.Length > 1 && !text.Contains(']', StringComparison.Ordinal) ? $"{Escape(text[..1])}{One("<!-- x -->", "<?p i?>", "")}<![CDATA[{text[1..]}]]>" : Escape(text);
        var words = Chance(5) ? Element("r", [], Element("t", [Attribute("xml:space", "preserve")], inside)) + Element("rPh", [], Element("t", [], "Lautschrift")) : Element("t", Chance(2) ? [] : [Attribute("xml:space", "preserve")], inside);
        return Chance(8)
            ? Element("c", [place, style, Attribute("t", "str")], Element("f", [], "1") + Element("v", [], Escape(text)))
            : Element("c", [place, style, Attribute("t", "inlineStr")], Element("is", [], words));
    }

    private string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", _isTidy || Chance(2) ? "&gt;" : ">", StringComparison.Ordinal);
}
