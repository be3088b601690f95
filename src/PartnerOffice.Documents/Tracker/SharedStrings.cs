namespace PartnerOffice.Documents.Tracker;

/// <summary>The strings that cells of a sheet share; each is decoded when somebody asks for it.</summary>
internal sealed class SharedStrings
{
    private readonly byte[] _part;
    private readonly List<(int Start, int End)> _items = [];
    private readonly Dictionary<int, string> _decoded = [];

    public SharedStrings(byte[]? part)
    {
        _part = part ?? [];
        if (part is null)
            return;
        var scanner = new XmlScanner(part, "sharedStrings");
        while (scanner.Next())
            if (scanner.Opens("si"u8))
            {
                var start = scanner.Start;
                _items.Add((start, scanner.SkipElement()));
            }
    }

    public string this[int index]
    {
        get
        {
            if (index < 0 || index >= _items.Count)
                throw Refusal.Unreadable("sharedStrings", "a cell names a string that is not there.");
            if (!_decoded.TryGetValue(index, out var text))
            {
                var (start, end) = _items[index];
                _decoded.Add(index, text = TextOf(_part.AsSpan(start, end - start)));
            }

            return text;
        }
    }

    /// <summary>The words of a string item: its text or the text of its runs, without phonetic hints.</summary>
    public static string TextOf(ReadOnlySpan<byte> item)
    {
        var text = "";
        var scanner = new XmlScanner(item, "string");
        while (scanner.Next())
        {
            if (scanner.Opens("rPh"u8))
            {
                scanner.SkipElement();
            }
            else if (scanner.Kind == TagKind.Start && scanner.Is("t"u8))
            {
                var start = scanner.End;
                while (scanner.Next() && !scanner.Closes("t"u8))
                {
                }

                text += XmlText.DecodeCell(XmlText.Decode(item[start..scanner.Start]));
            }
        }

        return text;
    }
}
