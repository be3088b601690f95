using System.Xml;

namespace PartnerOffice.Documents.Gate;

/// <summary>A part of a package that passed the gate. It was read to its end once, so reading it again holds no surprise.</summary>
public sealed class GatedPart
{
    private readonly ArraySegment<byte> file;
    private readonly ZipEntryAt entry;
    private readonly int maxCharacters;

    internal GatedPart(ArraySegment<byte> file, ZipEntryAt entry, string? contentType, PackageKind kind)
    {
        this.file = file;
        this.entry = entry;
        ContentType = contentType;
        maxCharacters = GateLimits.XmlCharacters(kind);
        IsXml = HasXmlName(entry.Name) || HasXmlType(contentType, entry.Name);
    }

    /// <summary>The name as in the zip, without a leading slash: <c>word/document.xml</c>.</summary>
    public string Name => entry.Name;

    /// <summary>The declared type, without parameters; null where none is declared.</summary>
    public string? ContentType { get; }

    /// <summary>Bytes when unpacked.</summary>
    public long Length => entry.UnpackedBytes;

    /// <summary>Whether it is XML and was found to be well-formed and within the limits.</summary>
    public bool IsXml { get; internal set; }

    /// <summary>Whether the gate let it pass unopened: it may be carried along, never read.</summary>
    public bool IsSealed { get; internal set; }

    /// <summary>The bytes as they lie in the zip, for those who carry the part into another package unchanged.</summary>
    public ReadOnlyMemory<byte> PackedBytes => file.AsMemory(entry.Data, entry.PackedBytes);

    /// <summary>Whether <see cref="PackedBytes"/> are deflated; otherwise they are stored.</summary>
    public bool IsDeflated => entry.IsDeflated;

    /// <summary>The CRC-32 of the unpacked bytes.</summary>
    public uint Checksum => entry.Checksum;

    /// <summary>The unpacked bytes, from the beginning, to be read once.</summary>
    /// <exception cref="InvalidOperationException">The part is sealed.</exception>
    public Stream Open() => IsSealed
        ? throw new InvalidOperationException("This part passed the gate unopened and must not be read.")
        : CountedUnpacking.Unpack(file, entry);

    /// <summary>All unpacked bytes.</summary>
    /// <exception cref="InvalidOperationException">The part is sealed.</exception>
    public byte[] Read()
    {
        using var stream = Open();
        var bytes = new byte[Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A reader over the part that resolves nothing and accepts no document type.</summary>
    /// <exception cref="InvalidOperationException">The part is sealed or no XML.</exception>
    public XmlReader OpenXml() => IsXml
        ? XmlReader.Create(Open(), GuardedXml.Settings(maxCharacters))
        : throw new InvalidOperationException("This part is no XML.");

    internal ZipEntryAt Entry => entry;

    private static bool HasXmlName(string name) =>
        Path.GetExtension(name).ToUpperInvariant() is ".XML" or ".RELS" or ".VML";

    // A picture of the SVG kind is XML that nobody here reads, often with a document type of its own.
    private static bool HasXmlType(string? contentType, string name) =>
        contentType is not null && !name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
        && (contentType.EndsWith("+xml", StringComparison.OrdinalIgnoreCase) || contentType.EndsWith("/xml", StringComparison.OrdinalIgnoreCase));
}
