using System.IO.Compression;
using System.Text;
using CsCheck;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Gate;

/// <summary>Whatever comes, the gate answers with a package or a refusal, and what it lets in has one meaning for every reader.</summary>
public sealed class GateFuzzTests
{
    private static readonly PackageForge Rich = HostilePackages.WithChart(PackageForge.Document("<w:p w:rsidR='00A1'><w:r><w:t xml:space='preserve'>Der Vorstand <![CDATA[nimmt]]> <!-- nichts --> zur Kenntnis &#228;</w:t></w:r></w:p>"))
        .With("word/media/image1.png", [0x89, .. "PNG\r\n\x1A\n"u8, .. new byte[40]])
        .With("customXml/item1.xml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<a b='1'>Größe</a>")])
        .Related("word/document.xml", PackageForge.WordRelations + "image", "media/image1.png")
        .Related("word/document.xml", PackageForge.WordRelations + "hyperlink", "https://example.org/", isExternal: true);

    private static readonly byte[] Packed = Rich.ToBytes();
    private static readonly byte[] Plain = ZipForge.Write(Rich.Entries().Select((entry, index) => entry with { IsDeflated = false, HasDescriptor = index % 2 == 0 }));

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        foreach (var file in new[] { Packed, Plain, Rich.With("word/media/image2.png", new byte[40_000]).ToBytes() })
        {
            foreach (var part in HostilePackages.Truncated(file))
            {
                Assert.IsType<GateRefusal>(Record.Exception(() => PackageGate.Inspect(part, PackageKind.Word)));
            }
        }
    }

    [Fact]
    public void A_file_with_bytes_changed_cut_out_or_doubled_is_refused_or_means_one_thing() =>
        Mutated(Gen.OneOf<byte[]>(Packed, Plain)).Sample(JudgedOrRefused, iter: 4_000);

    [Fact]
    public void A_file_with_changed_numbers_in_its_headers_is_refused_or_means_one_thing() =>
        Gen.OneOf<byte[]>(Packed, Plain).SelectMany(file => Gen.Select(
                Gen.OneOf<int>([.. SignsOf(file)]), Gen.Int[4, 45], Gen.OneOf<uint>(Gen.OneOf<uint>(0u, 1u, uint.MaxValue, 0x7FFFFFFFu), Gen.UInt), Gen.Int[1, 4],
                (sign, at, value, width) => Overwrite(file, sign + at, value, width)))
            .Sample(JudgedOrRefused, iter: 4_000);

    [Fact]
    public void A_part_with_changed_text_is_refused_or_means_one_thing() =>
        Gen.OneOf<ForgedEntry>([.. Rich.Entries()]).SelectMany(entry => Mutated(Gen.Const(entry.Content), "<>&'\"/!?[]-=: DOCTYPExmlns\0\uFFFD\u00FF"u8.ToArray()).Select(content => Replaced(entry, content)))
            .Sample(JudgedOrRefused, iter: 4_000);

    [Fact]
    public void The_depth_and_the_attributes_are_counted_as_the_tree_has_them() =>
        Trees.Sample(tree =>
        {
            var file = PackageForge.Document().With("customXml/item1.xml", tree.Xml).ToBytes();

            var refusal = Record.Exception(() => PackageGate.Inspect(file, PackageKind.Word)) as GateRefusal;

            // Both can be true of one tree; then the place decides which is seen first.
            return (tree.Depth > GateLimits.ElementDepth, tree.Attributes > GateLimits.Attributes, refusal?.Code) is
                (false, false, null) or (true, _, GateCode.XmlTooDeep) or (_, true, GateCode.TooManyAttributes);
        }, iter: 400);

    // What looks like markup and is none stands everywhere: a lexer that believed it would count wrong.
    private static Gen<(string Xml, int Depth, int Attributes)> Trees =>
        Gen.Select(
            Gen.Int[250, 262],
            Gen.Int[250, 260],
            Gen.OneOf<string>("", "<!-- <a><a b='1'> -->", "<![CDATA[</a><a b=\"1\">]]]]>", "<?do <a> it?? ?>", "text &gt; &#62; ]] > ' \"", "<e f='>/>' g=\"'&lt;\" \n h = '1'\t/>", "<e ></e\n>").Array[6],
            (depth, attributes, noise) =>
            {
                var xml = new StringBuilder();
                for (var level = 0; level < depth - 1; level++)
                {
                    xml.Append("<a").Append(level % 3 == 0 ? " x='/a>'" : "").Append('>').Append(noise[level % 3]);
                }

                xml.Append("<b ").Append(HostilePackages.Attributes(attributes)).Append("/>");
                for (var level = 0; level < depth - 1; level++)
                {
                    xml.Append(noise[3 + (level % 3)]).Append("</a>");
                }

                // An element among the noise at the deepest level is as deep as the innermost one.
                return (xml.ToString(), depth, attributes);
            });

    private static void JudgedOrRefused(byte[] file)
    {
        GatedPackage package;
        try
        {
            package = PackageGate.Inspect(file, PackageKind.Word);
        }
        catch (GateRefusal)
        {
            return;
        }

        // What came in reads the same through the framework's own zip reader, and every part of it can be read to its end.
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        Assert.Equal(zip.Entries.Select(entry => entry.FullName).Order(), package.Parts.Select(part => part.Name).Order());
        foreach (var part in package.Parts.Where(part => !part.IsSealed))
        {
            using var other = zip.GetEntry(part.Name)!.Open();
            using var copy = new MemoryStream();
            other.CopyTo(copy);
            Assert.Equal(copy.ToArray(), part.Read());
            if (part.IsXml)
            {
                using var reader = part.OpenXml();
                while (reader.Read())
                {
                    Assert.InRange(reader.Depth, 0, GateLimits.ElementDepth + 1);
                }
            }
        }
    }

    private static Gen<byte[]> Mutated(Gen<byte[]> files, byte[]? likely = null)
    {
        var values = likely is null ? Gen.Byte : Gen.OneOf<byte>(Gen.Byte, Gen.OneOf<byte>(likely));
        var one = Gen.Select(Gen.Int[0, 4], Gen.Double[0, 1], Gen.Int[1, 40], values);
        return Gen.Select(files, one.List[1, 4], (file, changes) => changes.Aggregate(file, (bytes, change) =>
        {
            var (kind, where, length, value) = change;
            var at = (int)(where * (bytes.Length - 1));
            var end = Math.Min(at + length, bytes.Length);
            return bytes.Length < 2 ? bytes : kind switch
            {
                0 => [.. bytes[..at], value, .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], (byte)(bytes[at] ^ (1 << (value & 7))), .. bytes[(at + 1)..]],
                2 => [.. bytes[..at], .. bytes[end..]],
                3 => [.. bytes[..end], .. bytes[at..]],
                _ => [.. bytes[..at], value, .. bytes[at..]],
            };
        }));
    }

    private static byte[] Replaced(ForgedEntry entry, byte[] content) =>
        ZipForge.Write(Rich.Entries().Select(other => other.Name == entry.Name ? other with { Content = content } : other));

    private static IEnumerable<int> SignsOf(byte[] file) =>
        Enumerable.Range(0, file.Length - 4).Where(at => file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] is 1 or 3 or 5 or 7);

    private static byte[] Overwrite(byte[] file, int at, uint value, int width)
    {
        byte[] copy = [.. file];
        for (var index = 0; index < width && at + index < copy.Length; index++)
        {
            copy[at + index] = (byte)(value >> (8 * index));
        }

        return copy;
    }
}
