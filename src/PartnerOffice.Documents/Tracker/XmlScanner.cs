using System.Buffers;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Walks over the tags of a UTF-8 part and says where each begins and ends.</summary>
/// <remarks>
/// <para>
/// An <see cref="System.Xml.XmlReader"/> does not know byte positions, and an XmlWriter would write what people made a second time in its
/// own hand. We cut and insert instead, so that every byte which is not ours stays the byte it was.
/// </para>
/// <para>
/// Strict where it matters with files from strangers: no document type, no depth beyond 256, every end tag closes the tag that is open,
/// one root. It reads markup by its grammar (either quote, "&gt;" in attributes, comments, CDATA), not by what Excel happens to write.
/// </para>
/// </remarks>
internal ref struct XmlScanner
{
    private const int Deepest = 256;
    private static readonly SearchValues<byte> s_behindName = SearchValues.Create(" >/\t\r\n"u8);
    private readonly ReadOnlySpan<byte> _xml;
    private readonly string _part;
    private (int Start, int Length)[] _open = new (int, int)[8];
    private int _at;
    private bool _rootClosed;

    public XmlScanner(ReadOnlySpan<byte> xml, string part)
    {
        _xml = xml;
        _part = part;
        if (xml.Length >= 2 && ((xml[0] == 0xFE && xml[1] == 0xFF) || (xml[0] == 0xFF && xml[1] == 0xFE) || xml[0] == 0 || xml[1] == 0))
            throw Refusal.Unreadable(part, "the part is not UTF-8.");
    }

    /// <summary>Where the tag begins.</summary>
    public int Start { get; private set; }

    /// <summary>Behind the tag.</summary>
    public int End { get; private set; }

    public TagKind Kind { get; private set; }

    /// <summary>Elements open round the tag's element; 0 is the root.</summary>
    public int Depth { get; private set; }

    public int NameStart { get; private set; }

    public int NameLength { get; private set; }

    /// <summary>The name without its prefix: whoever writes "x:row" means the same as "row".</summary>
    public readonly ReadOnlySpan<byte> Local
    {
        get
        {
            var name = _xml.Slice(NameStart, NameLength);
            return name[(name.IndexOf((byte)':') + 1)..];
        }
    }

    public readonly ReadOnlySpan<byte> Name => _xml.Slice(NameStart, NameLength);

    public readonly bool Is(ReadOnlySpan<byte> local) => Local.SequenceEqual(local);

    /// <summary>Opens an element (with or without content).</summary>
    public readonly bool Opens(ReadOnlySpan<byte> local) => Kind != TagKind.End && Is(local);

    public readonly bool Closes(ReadOnlySpan<byte> local) => Kind == TagKind.End && Is(local);

    public bool Next()
    {
        while (true)
        {
            var offset = _xml[_at..].IndexOf((byte)'<');
            if (offset < 0)
            {
                if (!_rootClosed)
                    throw Bad("the part breaks off.");
                return false;
            }

            Start = _at + offset;
            var rest = _xml[(Start + 1)..];
            if (rest.IsEmpty)
                throw Bad("the part breaks off.");
            switch (rest[0])
            {
                case (byte)'?':
                    _at = Behind("?>"u8);
                    continue;
                case (byte)'!':
                    if (rest.StartsWith("!--"u8))
                        _at = Behind("-->"u8);
                    else if (rest.StartsWith("![CDATA["u8))
                        _at = Behind("]]>"u8);
                    else
                        throw Bad("it has a document type.");
                    continue;
                case (byte)'/':
                    EndTag(rest);
                    return true;
                default:
                    StartTag(rest);
                    return true;
            }
        }
    }

    /// <summary>Goes on behind the end of the element that was just opened; its inside is not looked at.</summary>
    public int SkipElement()
    {
        if (Kind == TagKind.Empty)
            return End;
        var depth = Depth;
        while (Next())
            if (Kind == TagKind.End && Depth == depth)
                return End;
        throw Bad("an element is not closed.");
    }

    /// <summary>Goes on behind this end tag of the element that was just opened, without looking at what lies between.</summary>
    /// <remarks>Only where the part has neither comments nor CDATA, and for an element that does not nest in itself.</remarks>
    public int SkipTo(ReadOnlySpan<byte> endTag)
    {
        var found = _xml[_at..].IndexOf(endTag);
        if (found < 0)
            return SkipElement();
        Start = _at + found;
        End = _at = Start + endTag.Length;
        Kind = TagKind.End;
        return End;
    }

    /// <summary>Where the value of an unprefixed attribute stands.</summary>
    public readonly bool TryAttribute(ReadOnlySpan<byte> name, out int start, out int length)
    {
        var at = NameStart + NameLength;
        while (true)
        {
            while (at < End && _xml[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                at++;
            if (at >= End || _xml[at] is (byte)'>' or (byte)'/')
            {
                start = length = 0;
                return false;
            }

            var nameStart = at;
            while (at < End && _xml[at] is not ((byte)'=' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                at++;
            var found = _xml[nameStart..at].SequenceEqual(name);
            while (at < End && _xml[at] is not ((byte)'"' or (byte)'\''))
                at++;
            if (at >= End)
                throw Bad("an attribute has no value.");
            var close = _xml[(at + 1)..End].IndexOf(_xml[at]);
            if (close < 0)
                throw Bad("an attribute is not closed.");
            if (found)
            {
                start = at + 1;
                length = close;
                return true;
            }

            at += close + 2;
        }
    }

    public readonly ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> name) =>
        TryAttribute(name, out var start, out var length) ? _xml.Slice(start, length) : default;

    public readonly string? AttributeText(ReadOnlySpan<byte> name) =>
        TryAttribute(name, out var start, out var length) ? XmlText.Decode(_xml.Slice(start, length)) : null;

    private readonly TrackerRefusedException Bad(string why) => Refusal.Unreadable(_part, why);

    private readonly int Behind(ReadOnlySpan<byte> end)
    {
        var found = _xml[Start..].IndexOf(end);
        return found < 0 ? throw Bad("the part breaks off.") : Start + found + end.Length;
    }

    private void StartTag(ReadOnlySpan<byte> rest)
    {
        if (Kind == TagKind.Start)
            Depth++;
        if (_rootClosed)
            throw Bad("it has two roots.");
        NameStart = Start + 1;
        NameLength = rest.IndexOfAny(s_behindName);
        if (NameLength <= 0)
            throw Bad("a tag breaks off.");

        var at = NameLength;
        while (true)
        {
            var next = rest[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'');
            if (next < 0)
                throw Bad("a tag breaks off.");
            at += next;
            if (rest[at] == (byte)'>')
                break;
            var close = rest[(at + 1)..].IndexOf(rest[at]);
            if (close < 0)
                throw Bad("an attribute is not closed.");
            at += close + 2;
        }

        End = Start + 1 + at + 1;
        if (rest[at - 1] == (byte)'/')
        {
            Kind = TagKind.Empty;
            _rootClosed = Depth == 0;
        }
        else
        {
            Kind = TagKind.Start;
            if (Depth >= Deepest)
                throw Bad("elements nest deeper than 256.");
            // Millions of scanners see four levels; few see more.
            if (Depth == _open.Length)
                Array.Resize(ref _open, Deepest);
            _open[Depth] = (NameStart, NameLength);
        }

        _at = End;
    }

    private void EndTag(ReadOnlySpan<byte> rest)
    {
        var close = rest.IndexOf((byte)'>');
        if (close < 0)
            throw Bad("a tag breaks off.");
        if (Kind != TagKind.Start)
            Depth--;
        if (Depth < 0)
            throw Bad("an end tag closes nothing.");
        NameStart = Start + 2;
        NameLength = rest[1..close].TrimEnd(" \t\r\n"u8).Length;
        var (start, length) = _open[Depth];
        if (!_xml.Slice(start, length).SequenceEqual(Name))
            throw Bad("an end tag closes another element.");
        Kind = TagKind.End;
        End = Start + 1 + close + 1;
        _rootClosed = Depth == 0;
        _at = End;
    }
}
