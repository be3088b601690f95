using System.Diagnostics;
using System.Globalization;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Tests.Support;

namespace PartnerOffice.Benchmarks;

/// <summary>What the gate costs: every hostile file in a process of its own, with 512 MB of heap, as an upload would be judged.</summary>
internal static class GateCosts
{
    /// <summary>Measures all of them, or those whose name contains a word (or judges the files of a folder), and says which passed 5 seconds or 512 MB.</summary>
    /// <remarks>Processor time counts: on a busy machine the clock says more about the neighbours.</remarks>
    public static int Run(string[] args)
    {
        if (args is ["--one", var path, var kind])
        {
            return JudgeOne(path, Enum.Parse<PackageKind>(kind));
        }

        if (args is ["--folder", var corpus])
        {
            return JudgeFolder(corpus);
        }

        var folder = Directory.CreateTempSubdirectory("gate-costs");
        try
        {
            var worst = HostilePackages.All
                .Concat(HostilePackages.JustWithinTheLimits)
                .Where(hostile => args.Length == 0 || args.Any(word => hostile.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Select(hostile => Measure(hostile, folder))
                .ToList();

            Console.WriteLine($"{"file",-56} {"KB",8} {"gate s",8} {"all s",7} {"CPU s",7} {"peak MB",8}  answer");
            foreach (var cost in worst.OrderByDescending(cost => cost.Processor))
            {
                Console.WriteLine($"{cost.Name,-56} {cost.Bytes / 1024,8} {cost.Gate.TotalSeconds,8:0.00} {cost.Whole.TotalSeconds,7:0.00} {cost.Processor.TotalSeconds,7:0.00} {cost.PeakMegabytes,8}  {cost.Answer}");
            }

            var broken = worst.Where(cost => cost.Processor > TimeSpan.FromSeconds(5) || cost.PeakMegabytes > 512 || !cost.IsAsExpected).ToList();
            Console.WriteLine($"{worst.Count} files, {broken.Count} beyond 5 s of processor or 512 MB or answered otherwise than expected: {string.Join(", ", broken.Select(cost => cost.Name))}");
            return broken.Count == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Real files must come in: what of a folder is refused, and why.
    private static int JudgeFolder(string corpus)
    {
        var files = Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var refused = new List<(string File, string Why)>();
        foreach (var file in files)
        {
            var kind = Path.GetExtension(file).StartsWith(".x", StringComparison.OrdinalIgnoreCase) ? PackageKind.Workbook : PackageKind.Word;
            try
            {
                PackageGate.Inspect(File.ReadAllBytes(file), kind);
            }
            catch (GateRefusal refusal)
            {
                refused.Add((Path.GetFileName(file), $"{refusal.CodeWord} {refusal.Place}"));
            }
        }

        foreach (var (file, why) in refused)
        {
            Console.WriteLine($"{file}: {why}");
        }

        Console.WriteLine($"{files.Count} files, {refused.Count} refused");
        return 0;
    }

    private static Cost Measure(HostilePackage hostile, DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, "file");
        var bytes = hostile.Make();
        File.WriteAllBytes(path, bytes);

        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["gate", "--one", path, hostile.Kind.ToString()])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = "0x20000000" },
        })!;
        var clock = Stopwatch.StartNew();
        var said = child.StandardOutput.ReadToEnd().Split('|');
        child.WaitForExit();
        var answer = said.Length == 4 ? said[0] : $"process died ({child.ExitCode})";
        return new(
            hostile.Name,
            bytes.Length,
            Milliseconds(said, 1),
            clock.Elapsed,
            Milliseconds(said, 2),
            said.Length == 4 ? long.Parse(said[3], CultureInfo.InvariantCulture) / 1024 / 1024 : -1,
            answer,
            answer == (hostile.Expected?.ToString() ?? "let in"));
    }

    private static TimeSpan Milliseconds(string[] said, int field) =>
        said.Length == 4 ? TimeSpan.FromMilliseconds(double.Parse(said[field], CultureInfo.InvariantCulture)) : TimeSpan.MaxValue;

    private static int JudgeOne(string path, PackageKind kind)
    {
        var file = File.ReadAllBytes(path);
        var clock = Stopwatch.StartNew();
        var answer = "let in";
        var exit = 0;
        try
        {
            PackageGate.Inspect(file, kind);
        }
        catch (GateRefusal refusal)
        {
            answer = refusal.Code.ToString();
            exit = GateRefusal.ExitCode;
        }

        var gate = clock.Elapsed.TotalMilliseconds;
        using var self = Process.GetCurrentProcess();
        Console.Write(string.Create(
            CultureInfo.InvariantCulture, $"{answer}|{gate}|{self.TotalProcessorTime.TotalMilliseconds}|{self.PeakWorkingSet64}"));
        return exit;
    }

    private sealed record Cost(string Name, int Bytes, TimeSpan Gate, TimeSpan Whole, TimeSpan Processor, long PeakMegabytes, string Answer, bool IsAsExpected);
}
