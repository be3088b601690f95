using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PartnerOffice.Sandbox;

/// <summary>Number formats of a workbook, by their code.</summary>
internal static class NumberFormats
{
    public const string General = "General";

    private const uint FirstCustom = 164;

    /// <summary>The formats that every Excel has and no file lists (ECMA-376, 18.8.30).</summary>
    private static readonly Dictionary<uint, string> BuiltIn = new()
    {
        [0] = General,
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [9] = TypedText.Percent,
        [10] = "0.00%",
        [14] = TypedText.Date,
        [15] = "d-mmm-yy",
        [16] = TypedText.DayMonth,
        [17] = TypedText.MonthYear,
        [18] = "h:mm AM/PM",
        [20] = TypedText.Time,
        [21] = "h:mm:ss",
        [22] = "m/d/yy h:mm",
        [49] = "@",
    };

    public static string CodeOf(Stylesheet? styles, uint id) =>
        BuiltIn.TryGetValue(id, out var code) ? code
        : styles?.NumberingFormats?.Elements<NumberingFormat>().FirstOrDefault(format => format.NumberFormatId! == id)?.FormatCode?.Value ?? General;

    public static bool IsDate(string code) => code != General && code != "@" && (code.Contains('y', StringComparison.OrdinalIgnoreCase) || code.Contains('d', StringComparison.OrdinalIgnoreCase));

    /// <summary>The style that is like the given one but for its number format.</summary>
    public static uint StyleWith(WorkbookStylesPart part, uint style, string code)
    {
        var styles = part.Stylesheet!;
        var formats = styles.CellFormats ??= new CellFormats(new CellFormat());
        var id = IdOf(styles, code);
        var like = formats.Elements<CellFormat>().ElementAtOrDefault((int)style) ?? new CellFormat();
        var wanted = (CellFormat)like.CloneNode(true);
        wanted.NumberFormatId = id;
        wanted.ApplyNumberFormat = true;
        var known = formats.Elements<CellFormat>().ToList().FindIndex(format => format.OuterXml == wanted.OuterXml);
        if (known >= 0)
        {
            return (uint)known;
        }

        formats.AppendChild(wanted);
        formats.Count = (uint)formats.Elements<CellFormat>().Count();
        styles.Save(part);
        return formats.Count - 1;
    }

    public static Stylesheet Plain() => new(
        new Fonts(new Font()) { Count = 1 }, new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border()) { Count = 1 }, new CellStyleFormats(new CellFormat()) { Count = 1 }, new CellFormats(new CellFormat()) { Count = 1 });

    private static uint IdOf(Stylesheet styles, string code)
    {
        if (BuiltIn.FirstOrDefault(format => string.Equals(format.Value, code, StringComparison.OrdinalIgnoreCase)) is { Value: not null } builtIn)
        {
            return builtIn.Key;
        }

        var known = styles.NumberingFormats?.Elements<NumberingFormat>().FirstOrDefault(format => format.FormatCode?.Value == code);
        if (known is not null)
        {
            return known.NumberFormatId!.Value;
        }

        styles.NumberingFormats ??= new NumberingFormats();
        var id = styles.NumberingFormats.Elements<NumberingFormat>().Select(format => format.NumberFormatId!.Value).DefaultIfEmpty(FirstCustom - 1).Max() + 1;
        styles.NumberingFormats.AppendChild(new NumberingFormat { NumberFormatId = Math.Max(id, FirstCustom), FormatCode = code });
        styles.NumberingFormats.Count = (uint)styles.NumberingFormats.Elements<NumberingFormat>().Count();
        return Math.Max(id, FirstCustom);
    }
}
