using System.Text;

namespace PartnerOffice.Documents.Gate;

/// <summary>Tells by its first bytes what a file is. Its name says nothing.</summary>
internal static class FileSignature
{
    private static ReadOnlySpan<byte> OleContainer => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Refuses what is not a zip, by its name if it has one.</summary>
    public static void RequireZip(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            throw new GateRefusal(GateCode.Empty);
        }

        if (file.Length > GateLimits.FileBytes)
        {
            throw new GateRefusal(GateCode.TooLarge);
        }

        if (file.StartsWith("PK\x03\x04"u8))
        {
            return;
        }

        // An empty zip: a package without a single part.
        if (file.StartsWith("PK\x05\x06"u8))
        {
            throw new GateRefusal(GateCode.MainPartMissing);
        }

        if (IsOle(file))
        {
            throw new GateRefusal(IsOldOffice(file) ? GateCode.OldFormat : GateCode.Encrypted);
        }

        throw new GateRefusal(GateCode.NotAPackage, found: NameOf(file));
    }

    public static bool IsOle(ReadOnlySpan<byte> start) => start.StartsWith(OleContainer);

    public static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8);

    /// <summary>The kind of a file that is a document by itself; null for anything else.</summary>
    public static string? NameOf(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("\x89PNG"u8) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8) || start.StartsWith("GIF8"u8))
        {
            return "picture";
        }

        // Readers of PDF look for its sign in the first kilobyte, readers of web pages skip white space.
        if (start[..Math.Min(start.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return "pdf";
        }

        var text = Encoding.Latin1.GetString(start[..Math.Min(start.Length, 512)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return text switch
        {
            _ when text.StartsWith(@"{\rtf", StringComparison.OrdinalIgnoreCase) => "rtf",
            _ when text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) => "mht",
            _ when text.StartsWith("<!DOCTYPE HTML", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) => "html",
            _ when text.StartsWith("<?xml", StringComparison.Ordinal) => "xml",
            _ => null,
        };
    }

    // The names of streams stand in the container as UTF-16. Encrypted Office files are such containers too.
    private static bool IsOldOffice(ReadOnlySpan<byte> file) =>
        !Has(file, "EncryptedPackage") && (Has(file, "WordDocument") || Has(file, "Workbook") || Has(file, "Book"));

    private static bool Has(ReadOnlySpan<byte> file, string stream) => file.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
