using System.IO.Compression;
using System.Text;

namespace PartnerOffice.Tests.Support.Canaries;

/// <summary>A package that a test may spoil: its parts by name, and a writer as regular as ours.</summary>
internal sealed class EditionPackage
{
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SortedDictionary<string, byte[]> parts = new(StringComparer.Ordinal);

    public EditionPackage(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            parts[entry.FullName] = content.ToArray();
        }
    }

    public string this[string part]
    {
        get => Encoding.UTF8.GetString(parts[part]);
        set => parts[part] = new UTF8Encoding(false).GetBytes(value);
    }

    public EditionPackage With(string part, byte[] content)
    {
        parts[part] = content;
        return this;
    }

    public EditionPackage Without(string part)
    {
        parts.Remove(part);
        return this;
    }

    /// <summary>Replaces the first occurrence; a test that finds nothing to replace tests nothing.</summary>
    public EditionPackage Replace(string part, string old, string replacement)
    {
        var text = this[part];
        var at = text.IndexOf(old, StringComparison.Ordinal);
        this[part] = at < 0 ? throw new InvalidOperationException($"{part} has no {old}") : text[..at] + replacement + text[(at + old.Length)..];
        return this;
    }

    /// <summary>Adds a part with its content type and a relationship from the document, as a program would.</summary>
    public EditionPackage Add(string part, string contentType, string relation, string content)
    {
        this[part] = content;
        Replace("[Content_Types].xml", "</Types>", $"<Override PartName=\"/{part}\" ContentType=\"{contentType}\"/></Types>");
        var target = part.StartsWith("word/", StringComparison.Ordinal) ? part[5..] : "../" + part;
        return Replace("word/_rels/document.xml.rels", "</Relationships>", $"<Relationship Id=\"rId77\" Type=\"{relation}\" Target=\"{target}\"/></Relationships>");
    }

    public byte[] ToBytes(Action<ZipArchive>? last = null)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Time;
                using var stream = entry.Open();
                stream.Write(content);
            }

            last?.Invoke(zip);
        }

        return output.ToArray();
    }
}
