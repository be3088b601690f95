using System.Xml;
using System.Xml.Linq;

namespace PartnerOffice.Documents.Packaging;

/// <summary>Reads XML from outside: no DTD, nothing fetched.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static XElement Load(byte[] part)
    {
        using var reader = XmlReader.Create(new MemoryStream(part, writable: false), Settings);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
