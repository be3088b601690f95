using System.Text;
using System.Xml;

namespace PartnerOffice.Documents.Gate;

/// <summary>Reads an XML part to its end, under all limits, without building anything of it.</summary>
internal static class GuardedXml
{
    /// <summary>Reads the part and shows each element to <paramref name="onElement"/>, with the reader standing on it.</summary>
    /// <exception cref="GateRefusal">A limit was exceeded, or it is no XML.</exception>
    public static void Read(CountedUnpacking part, string place, int maxCharacters, XmlAllowance allowance, Action<XmlReader> onElement)
    {
        try
        {
            var (encoding, name) = EncodingOf(part, place);
            using var text = new StreamReader(part, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 16384, leaveOpen: true);
            using var guard = new XmlGuard(text, place, maxCharacters, allowance);
            using var reader = XmlReader.Create(guard, Settings(maxCharacters, allowance.NamesOf(place)));
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.XmlDeclaration)
                {
                    RequireEncoding(reader.GetAttribute("encoding"), name, place);
                }
                else if (reader.NodeType == XmlNodeType.Element)
                {
                    onElement(reader);
                }
            }
        }
        catch (Exception broken) when (broken is XmlException or DecoderFallbackException)
        {
            throw new GateRefusal(GateCode.BrokenXml, place);
        }

        part.Drain();
    }

    /// <summary>How XML from outside is read everywhere: no DTD, nothing fetched, no end that never comes.</summary>
    public static XmlReaderSettings Settings(int maxCharacters, XmlNameTable? names = null) => new()
    {
        NameTable = names,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = maxCharacters,
        MaxCharactersFromEntities = 1024,
        CloseInput = true,
    };

    // Packages may hold UTF-8 and UTF-16 only; any other encoding is a way to show two readers two texts.
    private static (Encoding Encoding, string Name) EncodingOf(CountedUnpacking part, string place) => part.Peek(4) switch
    {
        [0xFF, 0xFE, 0, 0] or [0, 0, 0xFE, 0xFF] or [0, 0, 0, (byte)'<'] or [(byte)'<', 0, 0, 0] => throw new GateRefusal(GateCode.BrokenXml, place),
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), "utf-16"),
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), "utf-16"),
        _ => (new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true), "utf-8"),
    };

    private static void RequireEncoding(string? declared, string name, string place)
    {
        var isSame = declared is null || declared.Equals(name, StringComparison.OrdinalIgnoreCase)
            || (name == "utf-8" && declared.Equals("us-ascii", StringComparison.OrdinalIgnoreCase));
        if (!isSame)
        {
            throw new GateRefusal(GateCode.BrokenXml, place);
        }
    }
}
