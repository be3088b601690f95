using System.Buffers;
using System.Runtime.CompilerServices;

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
/// <para>
/// Of a part that is only read in pieces it may be given the beginning: then <see cref="Next"/> says false where the piece ends.
/// </para>
/// </remarks>
internal ref struct XmlScanner
{
    private const int Deepest = 256, Near = 8;
    private static readonly SearchValues<byte> s_behindName = SearchValues.Create(" >/\t\r\n"u8);
    private readonly ReadOnlySpan<byte> _xml;
    private readonly string _part;
    private readonly bool _isCut;
    private OpenTags _near;
    private (int Start, int Length)[]? _far;
    private int _at;
    private bool _rootClosed;

    public XmlScanner(ReadOnlySpan<byte> xml, string part, bool isCut = false)
    {
        _xml = xml;
        _part = part;
        _isCut = isCut;
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
                return _rootClosed || _isCut ? false : throw Bad("the part breaks off.");

            Start = _at + offset;
            var rest = _xml[(Start + 1)..];
            switch (rest.IsEmpty ? (byte)0 : rest[0])
            {
                case 0:
                    return Cut("the part breaks off.");
                case (byte)'?':
                    if (!Pass("?>"u8))
                        return false;
                    continue;
                case (byte)'!':
                    if (!Pass(Begins(rest, "!--"u8) ? "-->"u8 : Begins(rest, "![CDATA["u8) ? "]]>"u8 : throw Bad("it has a document type.")))
                        return false;
                    continue;
                case (byte)'/':
                    return EndTag(rest);
                default:
                    return StartTag(rest);
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

    /// <summary>Where the value of an unprefixed attribute stands.</summary>
    public readonly bool TryAttribute(ReadOnlySpan<byte> name, out int start, out int length)
    {
        var at = NameStart + NameLength;
        while (NextAttribute(ref at, out var found, out start, out length))
            if (found.SequenceEqual(name))
                return true;
        return false;
    }

    /// <summary>One attribute after the other, as they stand in the tag.</summary>
    /// <param name="at">Where to look on; begins behind the tag's name.</param>
    /// <param name="name">Its name, prefix included.</param>
    /// <param name="start">Where its value stands.</param>
    /// <param name="length">How long the value is.</param>
    public readonly bool NextAttribute(scoped ref int at, out ReadOnlySpan<byte> name, out int start, out int length)
    {
        while (at < End && _xml[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            at++;
        if (at >= End || _xml[at] is (byte)'>' or (byte)'/')
        {
            start = length = 0;
            name = default;
            return false;
        }

        var nameStart = at;
        while (at < End && _xml[at] is not ((byte)'=' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            at++;
        name = _xml[nameStart..at];
        while (at < End && _xml[at] is not ((byte)'"' or (byte)'\''))
            at++;
        if (at >= End)
            throw Bad("an attribute has no value.");
        length = _xml[(at + 1)..End].IndexOf(_xml[at]);
        if (length < 0)
            throw Bad("an attribute is not closed.");
        start = at + 1;
        at += length + 2;
        return true;
    }

    public readonly ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> name) =>
        TryAttribute(name, out var start, out var length) ? _xml.Slice(start, length) : default;

    public readonly string? AttributeText(ReadOnlySpan<byte> name) =>
        TryAttribute(name, out var start, out var length) ? XmlText.Decode(_xml.Slice(start, length)) : null;

    private readonly TrackerRefusedException Bad(string why) => Refusal.Unreadable(_part, why);

    /// <summary>The piece ends inside a tag: no fault where it is known to be a piece.</summary>
    private readonly bool Cut(string why) => _isCut ? false : throw Bad(why);

    private readonly bool Begins(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> with) => rest.StartsWith(with) || (_isCut && with.StartsWith(rest));

    private bool Pass(ReadOnlySpan<byte> end)
    {
        var found = _xml[Start..].IndexOf(end);
        if (found < 0)
            return Cut("the part breaks off.");
        _at = Start + found + end.Length;
        return true;
    }

    private bool StartTag(ReadOnlySpan<byte> rest)
    {
        var nameLength = rest.IndexOfAny(s_behindName);
        if (nameLength <= 0)
            return nameLength < 0 ? Cut("a tag breaks off.") : throw Bad("a tag has no name.");

        var at = nameLength;
        while (true)
        {
            var next = rest[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'');
            if (next < 0)
                return Cut("a tag breaks off.");
            at += next;
            if (rest[at] == (byte)'>')
                break;
            var close = rest[(at + 1)..].IndexOf(rest[at]);
            if (close < 0)
                return Cut("an attribute is not closed.");
            at += close + 2;
        }

        if (Kind == TagKind.Start)
            Depth++;
        if (_rootClosed)
            throw Bad("it has two roots.");
        NameStart = Start + 1;
        NameLength = nameLength;
        End = _at = Start + 1 + at + 1;
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
            if (Depth < Near)
                _near[Depth] = (NameStart, NameLength);
            else
                (_far ??= new (int, int)[Deepest])[Depth] = (NameStart, NameLength);
        }

        return true;
    }

    private bool EndTag(ReadOnlySpan<byte> rest)
    {
        var close = rest.IndexOf((byte)'>');
        if (close < 0)
            return Cut("a tag breaks off.");
        if (Kind != TagKind.Start)
            Depth--;
        if (Depth < 0)
            throw Bad("an end tag closes nothing.");
        NameStart = Start + 2;
        NameLength = rest[1..close].TrimEnd(" \t\r\n"u8).Length;
        var (start, length) = Depth < Near ? _near[Depth] : _far![Depth];
        if (!_xml.Slice(start, length).SequenceEqual(Name))
            throw Bad("an end tag closes another element.");
        Kind = TagKind.End;
        End = _at = Start + 1 + close + 1;
        _rootClosed = Depth == 0;
        return true;
    }

    // Millions of scanners see four levels; few see more.
    [InlineArray(Near)]
    private struct OpenTags
    {
        private (int Start, int Length) _first;
    }
}
