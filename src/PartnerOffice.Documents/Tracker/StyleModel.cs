using System.Globalization;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Which cell formats show a date, and which break their lines. The style part is read and never changed (D11).</summary>
internal sealed class StyleModel
{
    private readonly List<bool> _isDate = [];
    private readonly HashSet<int> _wraps = [];

    public StyleModel(byte[]? part)
    {
        if (part is null)
            return;
        var formats = new Dictionary<int, bool>();
        var scanner = new XmlScanner(part, "styles");
        var inside = false;
        while (scanner.Next())
        {
            if (scanner.Is("cellXfs"u8))
                inside = scanner.Kind == TagKind.Start;
            else if (scanner.Opens("numFmt"u8) && scanner.AttributeText("formatCode"u8) is { } code && Number(scanner.Attribute("numFmtId"u8)) is { } id)
                formats.TryAdd(id, IsDateCode(code));
            else if (inside && scanner.Opens("alignment"u8) && scanner.Attribute("wrapText"u8) is var wrap && (wrap.SequenceEqual("1"u8) || wrap.SequenceEqual("true"u8)))
                _wraps.Add(_isDate.Count - 1);
            else if (inside && scanner.Opens("xf"u8))
                _isDate.Add(Number(scanner.Attribute("numFmtId"u8)) is { } format
                    && (formats.TryGetValue(format, out var own) ? own : format is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58)));
        }
    }

    public bool IsDate(int style) => style >= 0 && style < _isDate.Count && _isDate[style];

    public bool Wraps(int style) => _wraps.Contains(style);

    /// <summary>A day or a year outside quotes, brackets and escapes.</summary>
    private static bool IsDateCode(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"': i = Skip(code, i, '"'); break;
                case '[': i = Skip(code, i, ']'); break;
                case '\\' or '_' or '*': i++; break;
                case 'd' or 'D' or 'y' or 'Y': return true;
                case ';': return false;
            }
        }

        return false;
    }

    private static int Skip(string code, int from, char end)
    {
        var found = code.IndexOf(end, from + 1);
        return found < 0 ? code.Length : found;
    }

    private static int? Number(ReadOnlySpan<byte> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
