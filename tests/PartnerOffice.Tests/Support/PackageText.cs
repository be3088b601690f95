using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace PartnerOffice.Tests.Support;

/// <summary>What a package says, read in the plainest way: no code of ours.</summary>
internal static class PackageText
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static IReadOnlyDictionary<string, byte[]> Parts(ReadOnlyMemory<byte> package)
    {
        using var zip = new ZipArchive(new MemoryStream(package.ToArray()), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            return copy.ToArray();
        });
    }

    /// <summary>The visible text, a line for each paragraph, header and footer first.</summary>
    public static string Lines(ReadOnlyMemory<byte> package)
    {
        var parts = Parts(package);
        var texts = ((string[])["word/header1.xml", "word/footer1.xml", "word/document.xml"])
            .SelectMany(name => XDocument.Parse(Encoding.UTF8.GetString(parts[name])).Descendants(W + "p"))
            .Select(paragraph => string.Concat(paragraph.Descendants().Where(element => element.Name == W + "t" || element.Name == W + "tab").Select(element => element.Name == W + "tab" ? "\t" : element.Value)))
            .Where(line => line.Length > 0);
        return string.Join("\n", texts) + "\n";
    }

    /// <summary>Where a word stands in any part, as UTF-8, UTF-16 or base64.</summary>
    public static IEnumerable<string> Find(ReadOnlyMemory<byte> package, string word)
    {
        foreach (var (name, bytes) in Parts(package))
        {
            foreach (var (form, pattern) in Forms(word))
            {
                if (bytes.AsSpan().IndexOf(pattern) >= 0)
                    yield return $"{name} ({form})";
            }

            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                yield return $"{name} (name)";
        }
    }

    private static IEnumerable<(string Form, byte[] Pattern)> Forms(string word)
    {
        yield return ("UTF-8", Encoding.UTF8.GetBytes(word));
        yield return ("UTF-16", Encoding.Unicode.GetBytes(word));
        foreach (var shift in (int[])[0, 1, 2])
        {
            // Three alignments; the characters that depend on neighbours are cut off.
            var coded = Convert.ToBase64String([.. new byte[shift], .. Encoding.UTF8.GetBytes(word)]);
            var kept = coded[(shift == 0 ? 0 : shift == 1 ? 2 : 3)..].TrimEnd('=');
            yield return ($"base64+{shift}", Encoding.ASCII.GetBytes(kept[..Math.Max(4, kept.Length - 2)]));
        }
    }
}
