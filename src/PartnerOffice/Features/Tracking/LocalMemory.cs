using System.Security.Cryptography;
using System.Text.Json;
using PartnerOffice.CommandLine;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Features.Tracking;

/// <summary>
/// What we last wrote into a workbook on this machine (R27), in a file beside it: <c>.NAME.xlsx.geschrieben.json</c>. It holds hashes, no word;
/// their key lies with them, since whoever has the file has the workbook too. Without it, or with a broken one, the next write begins anew.
/// </summary>
internal static class LocalMemory
{
    private const string Format = "partneroffice/written/1";

    public static string PathOf(string workbook) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(workbook))!, $".{Path.GetFileName(workbook)}.geschrieben.json");

    public static async Task<(byte[] Key, LastWritten Written)> ReadAsync(string workbook, CancellationToken cancellationToken)
    {
        try
        {
            if (File.Exists(PathOf(workbook))
                && JsonSerializer.Deserialize<Kept>(await File.ReadAllBytesAsync(PathOf(workbook), cancellationToken)) is { Schema: Format, Key.Length: >= LastWritten.KeyBytes } kept)
                return (kept.Key, new LastWritten(kept.Key, kept.Rows.Select(row => new WrittenRow(row.Key, row.Value))));
        }
        catch (JsonException)
        {
            // Somebody edited it. It only ever helps us to be careful.
        }

        var key = RandomNumberGenerator.GetBytes(LastWritten.KeyBytes);
        return (key, new LastWritten(key));
    }

    public static Task WriteAsync(string workbook, byte[] key, LastWritten written, CancellationToken cancellationToken) => SafeFile.WriteAsync(
        PathOf(workbook),
        JsonSerializer.SerializeToUtf8Bytes(new Kept(Format, key, written.Rows().OrderBy(row => row.Row, StringComparer.Ordinal).ToDictionary(row => row.Row, row => row.Cells))),
        force: true, cancellationToken);

    private sealed record Kept(string Schema, byte[] Key, Dictionary<string, IReadOnlyDictionary<string, string>> Rows);
}
