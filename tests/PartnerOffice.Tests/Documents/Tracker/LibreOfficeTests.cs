using System.Diagnostics;
using PartnerOffice.Documents.Tracker;
using Xunit;
using static PartnerOffice.Tests.Documents.Tracker.Sheets;

namespace PartnerOffice.Tests.Documents.Tracker;

public sealed class LibreOfficeTests
{
    [Fact]
    public async Task The_tracker_opened_in_LibreOffice_shows_the_figures_of_its_tables()
    {
        var first = TrackerWorkbook.Apply(TrackerTemplate.Delivered(), [Change("Beschlüsse", Row(("Schlüssel", "r1"))), Change("Aufgaben", Row(("Schlüssel", "a1"), ("Fällig", "2026-01-10"), ("Stand", "offen")))], today: new(2026, 1, 1));
        var second = TrackerWorkbook.Apply(first.Bytes,
        [
            Change("Beschlüsse", Row(("Schlüssel", "r2"), ("Wortlaut", "=1+1"), ("Nr.", "07/2026"))),
            Change("Zustellungen", Row(("Schlüssel", "d1"), ("Von", "Steinfurt"), ("An", "Seenplatte"), ("Zustand", "übermittelt"), ("Am", "2026-06-25"))),
        ], today: new(2026, 1, 2));

        var overview = await CsvAsync(second.Bytes, 1);
        var resolutions = await CsvAsync(second.Bytes, 3);

        var cards = Array.FindIndex(overview, line => line.StartsWith(";Sitzungen;;Beschlüsse", StringComparison.Ordinal)) + 1;
        // Overdue counts by the day on which LibreOffice opens it, not by the day on which we wrote.
        Assert.Equal([";0", "", "2", "", "1", "", "1", "", "1"], overview[cards].Split(';')[1..10] is var cells ? [$";{cells[0]}", .. cells[1..]] : []);
        Assert.Contains(overview, line => line.Contains("● 1 noch offen", StringComparison.Ordinal));
        Assert.Contains(overview, line => line.Contains("Steinfurt: 0 von 0 Protokollen übermittelt", StringComparison.Ordinal));
        Assert.Contains(resolutions, line => line.Contains(";07/2026;=1+1;", StringComparison.Ordinal));
    }

    /// <summary>One sheet as LibreOffice shows it.</summary>
    private static async Task<string[]> CsvAsync(ReadOnlyMemory<byte> workbook, int sheet)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("tracker");
        try
        {
            var file = Path.Combine(folder.FullName, "tracker.xlsx");
            await File.WriteAllBytesAsync(file, workbook.ToArray(), cancellation);
            var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in new[]
            {
                $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}", "--headless", "--convert-to",
                $"csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,{sheet}", "--outdir", folder.FullName, file,
            })
                start.ArgumentList.Add(argument);

            Process process;
            try
            {
                process = Process.Start(start)!;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                Assert.Skip("LibreOffice is missing: apt-get install -y libreoffice-calc");
                throw;
            }

            using (process)
            {
                await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
                await process.WaitForExitAsync(cancellation);
            }

            return await File.ReadAllLinesAsync(Directory.EnumerateFiles(folder.FullName, "*.csv").Single(), cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
