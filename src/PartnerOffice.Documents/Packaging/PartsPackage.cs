using System.IO.Compression;
using System.Text;

namespace PartnerOffice.Documents.Packaging;

/// <summary>The parts of an Office package in memory, and the one way we write them: the same parts are always the same bytes.</summary>
/// <remarks>Entries are sorted and carry the fixed time 1980-01-01, since a clock would make tomorrow's bytes differ (D13).</remarks>
internal sealed class PartsPackage
{
    private const string ContentTypes = "[Content_Types].xml";
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SortedDictionary<string, byte[]> parts = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => parts.Keys;

    public bool Contains(string name) => parts.ContainsKey(name);

    public byte[] this[string name]
    {
        get => parts[name];
        set => parts[name] = value;
    }

    public string Text(string name) => Encoding.UTF8.GetString(parts[name]).TrimStart('\uFEFF');

    /// <summary>A part's root element as text, without what stands before it: the form that the SDK takes.</summary>
    public string RootElement(string name)
    {
        var xml = Text(name);
        var root = 0;
        while (xml[root] != '<' || xml[root + 1] is '?' or '!')
            root = xml.IndexOf('<', root + 1);
        return xml[root..];
    }

    public void SetXml(string name, string xml) =>
        parts[name] = Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);

    public void Remove(string name) => parts.Remove(name);

    /// <summary>Opens a package that has passed the gate, or is our own.</summary>
    public static PartsPackage Read(ReadOnlyMemory<byte> bytes)
    {
        var package = new PartsPackage();
        using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            package.parts[entry.FullName] = copy.ToArray();
        }

        return package;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers that sniff the type look at the first entry.
            foreach (var name in parts.Keys.OrderBy(name => name != ContentTypes).ThenBy(name => name, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                using var content = entry.Open();
                content.Write(parts[name]);
            }
        }

        return stream.ToArray();
    }
}
