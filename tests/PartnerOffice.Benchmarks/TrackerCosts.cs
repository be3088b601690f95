using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Tests.Documents.Tracker;

namespace PartnerOffice.Benchmarks;

/// <summary>
/// What one update of the tracker costs (append a row, change a cell), beside ClosedXML and exceljs: each engine and size in a process of its
/// own, cold, and what of a workbook with everything people put in is left afterwards.
/// </summary>
internal static class TrackerCosts
{
    private const string Script = """
        const path = process.argv[2], out = process.argv[3], table = process.argv[4], key = process.argv[5], column = process.argv[6], value = process.argv[7];
        const ExcelJS = require('exceljs');
        (async () => {
          const book = new ExcelJS.Workbook();
          await book.xlsx.readFile(path);
          const sheet = book.worksheets.find(s => s.getTables().some(t => (t.table || t).name === table)) || book.getWorksheet(table);
          let head = 0, keyAt = 0, columnAt = 0, last = 0;
          sheet.eachRow((row, number) => {
            row.eachCell((cell, at) => {
              if (cell.value === 'Schlüssel' && !head) { head = number; keyAt = at; }
              if (number === head && cell.value === column) columnAt = at;
              if (head && number > head && at === keyAt && cell.value) { last = number; if (cell.text === key) row.getCell(columnAt).value = value; }
            });
          });
          const added = sheet.getRow(last + 1);
          added.getCell(keyAt).value = 'neu';
          added.getCell(columnAt).value = value;
          await book.xlsx.writeFile(out);
          const used = process.cpuUsage();
          console.log(`${(used.user + used.system) / 1e6}|${process.resourceUsage().maxRSS}`);
        })().catch(failure => { console.error(failure.message); process.exit(1); });
        """;

    private const string Warm = "warm, one call";

    private static readonly string[] s_engines = ["PartnerOffice", "ClosedXML", "exceljs"];

    /// <summary>Measures these sizes, or 200, 5,000 and 100,000 rows.</summary>
    public static int Run(string[] args)
    {
        if (args is ["--one", var engine, var path, var target, var table, var key, var column, var value])
            return One(engine, path, target, table, key, column, value);

        var sizes = args.Length > 0 ? [.. args.Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : (int[])[200, 5_000, 100_000];
        var folder = Directory.CreateTempSubdirectory("tracker-costs");
        try
        {
            var hasNode = PrepareNode(folder);
            Console.WriteLine($"{"rows",8} {"engine",-14} {"CPU s",7} {"clock s",8} {"peak MB",8} {"KB before",10} {"KB after",9}");
            foreach (var rows in sizes)
            {
                var file = Path.Combine(folder.FullName, $"{rows}.xlsx");
                File.WriteAllBytes(file, Tracker(rows));
                foreach (var candidate in s_engines.Append(Warm).Where(candidate => candidate != "exceljs" || hasNode))
                {
                    var cost = Measure(candidate, folder, file, TrackerTables.Meetings, $"kv-{rows / 2:00000}", TrackerTables.Start, "20:30");
                    Console.WriteLine(cost.Works
                        ? $"{rows,8} {candidate,-14} {cost.Processor,7:0.000} {cost.Clock,8:0.00} {cost.PeakMegabytes,8} {new FileInfo(file).Length / 1024,10} {new FileInfo(cost.Target).Length / 1024,9}"
                        : $"{rows,8} {candidate,-14} failed: {cost.Said.Split('\n')[0]}");
                }
            }

            Console.WriteLine();
            Console.WriteLine($"{"engine",-14} {"features kept",14} {"parts kept byte for byte",26}  lost");
            var full = Path.Combine(folder.FullName, "full.xlsx");
            File.WriteAllBytes(full, FullWorkbook.Build());
            foreach (var candidate in s_engines.Where(candidate => candidate != "exceljs" || hasNode))
            {
                var cost = Measure(candidate, folder, full, "Liste", "k2", "Notiz", "neu");
                if (!cost.Works)
                {
                    Console.WriteLine($"{candidate,-14} failed: {cost.Said.Split('\n')[0]}");
                    continue;
                }

                var (before, after) = (Parts(full), Parts(cost.Target));
                var lost = FullWorkbook.Features.Where(feature => !after.Values.Any(part => part.Text.Contains(feature.Words, StringComparison.Ordinal))).Select(feature => feature.Feature).ToList();
                var same = before.Count(part => after.TryGetValue(part.Key, out var young) && young.Hash == part.Value.Hash);
                Console.WriteLine($"{candidate,-14} {FullWorkbook.Features.Count - lost.Count,7} of {FullWorkbook.Features.Count,3} {same,20} of {before.Count,3}  {string.Join(", ", lost)}");
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Tracker(int rows) => TrackerWorkbook.Apply(
        AsExcelWrites(TrackerTemplate.Delivered()), [new TrackerChange(TrackerTables.Meetings, [.. Enumerable.Range(0, rows).Select(i => TrackerBenchmarks.Meeting($"kv-{i:00000}", i))])]).Bytes.ToArray();

    // The template names its namespace x: and its parts from the root, as the Open XML SDK writes them; exceljs reads no such file, Excel writes none.
    private static byte[] AsExcelWrites(ReadOnlyMemory<byte> workbook) => RawZip.Stored(RawZip.Open(workbook, 50_000_000) is var zip
        ? zip.Entries.Select(entry => KeyValuePair.Create(entry.Name, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(zip.Read(entry.Name))
            .Replace("<x:", "<", StringComparison.Ordinal).Replace("</x:", "</", StringComparison.Ordinal).Replace("xmlns:x=", "xmlns=", StringComparison.Ordinal)
            .Replace("Target=\"/xl/", entry.Name == "xl/_rels/workbook.xml.rels" ? "Target=\"" : entry.Name == "_rels/.rels" ? "Target=\"xl/" : "Target=\"../", StringComparison.Ordinal))))
        : []);

    private static Cost Measure(string engine, DirectoryInfo folder, string file, params string[] what)
    {
        var target = Path.Combine(folder.FullName, $"{Path.GetFileNameWithoutExtension(file)}-{engine}.xlsx");
        var start = engine == "exceljs"
            ? new ProcessStartInfo("node", ["--max-old-space-size=8000", Path.Combine(folder.FullName, "update.js"), file, target, .. what])
            : new ProcessStartInfo(Environment.ProcessPath!, ["tracker", "--one", engine, file, target, .. what]);
        (start.RedirectStandardError, start.RedirectStandardOutput, start.WorkingDirectory) = (true, true, folder.FullName);
        var clock = Stopwatch.StartNew();
        using var child = Process.Start(start)!;
        var (errors, figures) = (child.StandardError.ReadToEndAsync(), child.StandardOutput.ReadToEndAsync());
        child.WaitForExit();
        var elapsed = clock.Elapsed.TotalSeconds;
        // Each says itself what it used: nobody else knows it to the end.
        return figures.Result.Trim().Split('|') is [var processor, var peak] && child.ExitCode == 0 && File.Exists(target)
            ? new(elapsed, double.Parse(processor, CultureInfo.InvariantCulture), long.Parse(peak, CultureInfo.InvariantCulture) / 1024, target, Works: true, "")
            : new(elapsed, 0, 0, target, Works: false, errors.Result.Trim());
    }

    private static void SayFigures()
    {
        using var own = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{own.TotalProcessorTime.TotalSeconds:0.000}|{own.PeakWorkingSet64 / 1024}"));
    }

    private static int One(string engine, string path, string target, string table, string key, string column, string value)
    {
        if (engine == "ClosedXML")
        {
            using var workbook = new XLWorkbook(path);
            var found = workbook.Worksheets.SelectMany(sheet => sheet.Tables).Single(candidate => candidate.Name == table);
            var (keyAt, columnAt) = (found.Field(TrackerTables.Key).Index + 1, found.Field(column).Index + 1);
            found.DataRange.Rows().First(row => row.Cell(keyAt).GetString() == key).Cell(columnAt).SetValue(value);
            found.InsertRowsBelow(1);
            found.DataRange.LastRow().Cell(keyAt).SetValue("neu");
            found.DataRange.LastRow().Cell(columnAt).SetValue(value);
            workbook.SaveAs(target);
            SayFigures();
            return 0;
        }

        TrackerRow Row(string id) => new(new Dictionary<string, TrackerValue?> { [TrackerTables.Key] = new TrackerValue.Text(id), [column] = new TrackerValue.Text(value) });
        TrackerChange[] changes = [new TrackerChange(table, [Row(key), Row("neu")])];
        if (engine == Warm)
        {
            var before = File.ReadAllBytes(path);
            // The compiler works beside us at first, and its time would count.
            for (var (clock, round) = (Stopwatch.StartNew(), 0); round < 20 || clock.Elapsed < TimeSpan.FromSeconds(5); round++) TrackerWorkbook.Apply(before, changes);
            var rounds = Math.Clamp(2_000_000 / before.Length, 5, 100);
            using var own = Process.GetCurrentProcess();
            var used = own.TotalProcessorTime;
            for (var round = 0; round < rounds; round++) TrackerWorkbook.Apply(before, changes);
            own.Refresh();
            File.WriteAllBytes(target, before);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(own.TotalProcessorTime - used).TotalSeconds / rounds:0.0000}|{own.PeakWorkingSet64 / 1024}"));
            return 0;
        }

        File.WriteAllBytes(target, TrackerWorkbook.Apply(File.ReadAllBytes(path), changes).Bytes.Span);
        SayFigures();
        return 0;
    }

    // Fetched at run time into a folder that is deleted again: nothing of it belongs to us.
    private static bool PrepareNode(DirectoryInfo folder)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "update.js"), Script);
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--silent", "exceljs"]) { WorkingDirectory = folder.FullName })!;
            npm.WaitForExit();
            if (npm.ExitCode == 0) return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No Node here.
        }

        Console.WriteLine("exceljs is left out: it needs Node and npm (apt-get install -y nodejs npm) and a registry.");
        return false;
    }

    private static Dictionary<string, (string Text, string Hash)> Parts(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return (Encoding.UTF8.GetString(bytes.ToArray()), Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes.ToArray())));
        });
    }

    private sealed record Cost(double Clock, double Processor, long PeakMegabytes, string Target, bool Works, string Said);
}
