using PartnerOffice.Core;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.CommandLine;

/// <summary>Minutes that somebody named: a Word document or JSON.</summary>
/// <param name="Document">The document as it is; null where they came as JSON.</param>
internal sealed record LastMinutes(Minutes Minutes, ReadOnlyMemory<byte>? Document)
{
    /// <exception cref="RefusalException">There is no such file, or it cannot be read as minutes.</exception>
    public static async Task<LastMinutes> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            throw VerbException.NoFile(file.FullName);
        if (file.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase))
            return new LastMinutes(CanonicalMinutes.Of(MinutesJson.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken))), null);

        var package = await IncomingDocument.OpenAsync(file, cancellationToken);
        var reading = MinutesReader.Read(package);
        return reading.Minutes is { } minutes ? new LastMinutes(minutes, package.Bytes) : throw Unreadable(file, reading);
    }

    private static DraftException Unreadable(FileInfo file, MinutesReading reading)
    {
        var first = reading.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error);
        return new DraftException(
            "minutes-not-read",
            first is null ? file.Name : $"{file.Name}, {first.Place}",
            first?.Message ?? new Bilingual("Das Dokument ist kein Protokoll in der Standardform.", "The document is no minutes in the standard form."),
            new Bilingual("Das Protokoll zuerst prüfen (minutes check) und berichtigen.", "Check these minutes first (minutes check), and correct them."));
    }
}
