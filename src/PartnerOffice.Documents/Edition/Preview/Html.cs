using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PartnerOffice.Documents.Edition;

/// <summary>Elements of HTML, written so that every browser reads them: text is always escaped, and only void elements close themselves.</summary>
internal static class Html
{
    private static readonly HashSet<string> Void = ["br", "hr", "meta"];

    /// <summary>An element with its content; strings become text, null is left out.</summary>
    public static XElement El(string name, params IEnumerable<object?> content)
    {
        var element = new XElement(name, content);
        if (!Void.Contains(name) && element.IsEmpty)
            element.Add("");
        return element;
    }

    public static XAttribute At(string name, string value) => new(name, value);

    public static byte[] Page(XElement root)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n", Indent = false };
        bytes.Write("<!DOCTYPE html>\n"u8);
        using (var writer = XmlWriter.Create(bytes, settings))
            root.WriteTo(writer);
        return bytes.ToArray();
    }
}
