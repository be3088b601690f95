using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Lists;

/// <summary>Reads a .csv as Excel, LibreOffice or a person writes it: any separator, UTF-8 or the old Windows letters.</summary>
internal static class TextList
{
    private const int LongestFile = 4 * 1024 * 1024;
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IReadOnlyList<ListRow> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LongestFile || bytes.Span.IndexOf((byte)0) >= 0)
            throw ListFileException.NoList();

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [";", ",", "\t"],
            HasHeaderRecord = false,
            IgnoreBlankLines = true,
            BadDataFound = null,
        };
        using var parser = new CsvParser(new StringReader(TextOf(bytes.Span)), configuration);
        var rows = new List<ListRow>();
        try
        {
            while (parser.Read())
            {
                if (rows.Count == ListFile.MostRows)
                    throw ListFileException.TooLong();
                rows.Add(new(parser.RawRow, [.. (parser.Record ?? []).Take(ListFile.MostColumns)]));
            }
        }
        catch (CsvHelperException)
        {
            throw ListFileException.NoList();
        }

        return rows;
    }

    // German Excel saves "CSV" in the letters of Windows; nothing in the file says so, but they are no UTF-8.
    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
