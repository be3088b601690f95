using System.Globalization;
using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Values between cells and us.</summary>
internal static class CellText
{
    private static readonly DateOnly s_zero1900 = new(1899, 12, 30), s_zero1904 = new(1904, 1, 1);

    public static double Serial(DateOnly day, bool since1904) => day.DayNumber - (since1904 ? s_zero1904 : s_zero1900).DayNumber;

    /// <summary>What a cell says; null where it is blank.</summary>
    public static TrackerValue? Read(WorkbookModel workbook, SheetRow row, in CellSpan cell)
    {
        if (cell.Value.Length == 0)
            return null;
        var raw = row.Bytes(cell.Value);
        switch (cell.Type)
        {
            case CellType.Shared:
                return Text(int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    ? workbook.Strings[index]
                    : throw Refusal.Unreadable(row.Part, "a cell names no string."));
            case CellType.Inline:
                return Text(SharedStrings.TextOf(raw));
            case CellType.Truth:
                return new TrackerValue.Text(raw.SequenceEqual("1"u8) || raw.SequenceEqual("true"u8) ? "WAHR" : "FALSCH");
            case CellType.IsoDate:
                var iso = XmlText.Decode(raw);
                return DateOnly.TryParseExact(iso.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                    ? new TrackerValue.Day(date)
                    : Text(iso);
            case CellType.Number:
                if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                    return Text(XmlText.Decode(raw));
                return workbook.Styles.IsDate(cell.Style) && Day(number, workbook.Since1904) is { } day
                    ? new TrackerValue.Day(day)
                    : new TrackerValue.Number(number);
            default:
                return Text(XmlText.DecodeCell(XmlText.Decode(raw)));
        }
    }

    /// <summary>The cell's XML.</summary>
    public static void Write(StringBuilder xml, string prefix, CellRef place, int style, TrackerValue? value, bool since1904)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<{prefix}c r=\"{place}\"");
        if (style >= 0)
            xml.Append(CultureInfo.InvariantCulture, $" s=\"{style}\"");
        switch (value)
        {
            case null:
                xml.Append("/>");
                break;
            case TrackerValue.Number number:
                xml.Append(CultureInfo.InvariantCulture, $"><{prefix}v>{number}</{prefix}v></{prefix}c>");
                break;
            case TrackerValue.Day date:
                xml.Append(CultureInfo.InvariantCulture, $"><{prefix}v>{Serial(date.Value, since1904):R}</{prefix}v></{prefix}c>");
                break;
            default:
                // Always an inline string: the shared strings are a part that an update leaves alone, and no spelling is a formula.
                xml.Append(CultureInfo.InvariantCulture, $" t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">");
                XmlText.EncodeCell(value.ToString()!, xml);
                xml.Append(CultureInfo.InvariantCulture, $"</{prefix}t></{prefix}is></{prefix}c>");
                break;
        }
    }

    /// <summary>Whether a cell already says it; a day and its serial number are the same, so is an address and its text.</summary>
    public static bool Same(TrackerValue? found, TrackerValue? wanted, bool since1904) => (found, wanted) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (TrackerValue.Day a, TrackerValue.Number b) => Serial(a.Value, since1904).Equals(b.Value),
        (TrackerValue.Number a, TrackerValue.Day b) => a.Value.Equals(Serial(b.Value, since1904)),
        (TrackerValue.Number a, TrackerValue.Number b) => a.Value.Equals(b.Value),
        (TrackerValue.Day a, TrackerValue.Day b) => a.Value == b.Value,
        (TrackerValue.Text or TrackerValue.Link, TrackerValue.Text or TrackerValue.Link) => found.ToString() == wanted.ToString(),
        _ => false,
    };

    private static TrackerValue.Text? Text(string text) =>
        text.Length == 0 ? null : new TrackerValue.Text(text.Length > TrackerValue.LongestText ? text[..TrackerValue.LongestText] : text);

    private static DateOnly? Day(double serial, bool since1904)
    {
        var zero = since1904 ? s_zero1904 : s_zero1900;
        return serial >= 1 && serial < 2_958_466 && Math.Floor(serial).Equals(serial) ? zero.AddDays((int)serial) : null;
    }
}
