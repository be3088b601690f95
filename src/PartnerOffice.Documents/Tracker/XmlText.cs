using System.Globalization;
using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Text between XML and cells, both ways.</summary>
internal static class XmlText
{
    /// <summary>Character data or an attribute's value, with entities and CDATA resolved.</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOfAny((byte)'&', (byte)'<', (byte)'\r') < 0)
            return Encoding.UTF8.GetString(raw);

        var text = new StringBuilder(raw.Length);
        while (!raw.IsEmpty)
        {
            var next = raw.IndexOfAny((byte)'&', (byte)'<', (byte)'\r');
            if (next < 0)
            {
                text.Append(Encoding.UTF8.GetString(raw));
                break;
            }

            text.Append(Encoding.UTF8.GetString(raw[..next]));
            raw = raw[next..];
            if (raw[0] == (byte)'\r')
            {
                // XML knows one line end only.
                text.Append('\n');
                raw = raw[(raw.Length > 1 && raw[1] == (byte)'\n' ? 2 : 1)..];
            }
            else if (raw[0] == (byte)'&')
            {
                var end = raw.IndexOf((byte)';');
                if (end < 0)
                    throw Refusal.Unreadable("xml", "an entity breaks off.");
                Entity(raw[1..end], text);
                raw = raw[(end + 1)..];
            }
            else if (raw.StartsWith("<![CDATA["u8))
            {
                var end = Behind(raw, "]]>"u8);
                text.Append(Encoding.UTF8.GetString(raw[9..(end - 3)]));
                raw = raw[end..];
            }
            else if (raw.StartsWith("<!--"u8))
            {
                // A comment or an instruction inside text says nothing to the reader of the cell.
                raw = raw[Behind(raw, "-->"u8)..];
            }
            else if (raw.StartsWith("<?"u8))
            {
                raw = raw[Behind(raw, "?>"u8)..];
            }
            else
            {
                throw Refusal.Unreadable("xml", "a text holds a tag.");
            }
        }

        return text.ToString();
    }

    /// <summary>A cell's string: Excel writes what XML cannot say as _x000B_.</summary>
    public static string DecodeCell(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
            return text;
        var decoded = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = at + 2 > text.Length ? -1 : text.IndexOf("_x", at, StringComparison.Ordinal))
        {
            if (IsEscape(text, at, out var character))
            {
                decoded.Append(text, from, at - from).Append(character);
                from = at += 7;
            }
            else
            {
                at += 2;
            }
        }

        return decoded.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>A cell's string as element content.</summary>
    public static void EncodeCell(string text, StringBuilder xml)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&': xml.Append("&amp;"); break;
                case '<': xml.Append("&lt;"); break;
                case '>': xml.Append("&gt;"); break;
                // Words that look like Excel's escape would be read as the character they name.
                case '_' when IsEscape(text, i, out _): xml.Append("_x005F_"); break;
                case < ' ' and not ('\t' or '\n'): xml.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_"); break;
                default: xml.Append(c); break;
            }
        }
    }

    /// <summary>Any text as an attribute's value or element content.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static int Behind(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> end)
    {
        var found = raw.IndexOf(end);
        return found < 0 ? throw Refusal.Unreadable("xml", "a text breaks off.") : found + end.Length;
    }

    private static bool IsEscape(string text, int at, out char character)
    {
        character = '\0';
        if (at + 7 > text.Length || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_'
            || !ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return false;
        character = (char)code;
        return true;
    }

    private static void Entity(ReadOnlySpan<byte> name, StringBuilder text)
    {
        if (name.SequenceEqual("amp"u8))
            text.Append('&');
        else if (name.SequenceEqual("lt"u8))
            text.Append('<');
        else if (name.SequenceEqual("gt"u8))
            text.Append('>');
        else if (name.SequenceEqual("quot"u8))
            text.Append('"');
        else if (name.SequenceEqual("apos"u8))
            text.Append('\'');
        else if (name.Length > 1 && name[0] == (byte)'#' && Code(name[1..]) is { } rune)
            text.Append(rune.ToString());
        else
            throw Refusal.Unreadable("xml", "an entity is not one of XML's own.");
    }

    private static Rune? Code(ReadOnlySpan<byte> digits)
    {
        var text = Encoding.ASCII.GetString(digits);
        var ok = text[0] == 'x'
            ? int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return ok && Rune.IsValid(code) ? new Rune(code) : null;
    }
}
