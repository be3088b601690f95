using System.Diagnostics;
using Xunit;

namespace PartnerOffice.Tests.Support;

/// <summary>The real LibreOffice: opens a document and saves it, as people do without Word.</summary>
internal static class LibreOffice
{
    private static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "soffice")));

    /// <summary>Skips a test that needs it where it is not installed.</summary>
    public static void SkipWithout(string package) =>
        Assert.SkipUnless(IsInstalled, $"LibreOffice is missing: apt-get install -y --no-install-recommends {package}");

    /// <summary>The document saved again in a format of its own: "docx", "odt".</summary>
    public static async Task<byte[]> SaveAsync(byte[] document, string extension, string format)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, $"dokument.{extension}");
        await File.WriteAllBytesAsync(file, document, cancellation);
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[$"-env:UserInstallation={new Uri(Path.Combine(folder.Path, "profile"))}", "--headless", "--norestore", "--convert-to", format, "--outdir", Path.Combine(folder.Path, "saved"), file])
            start.ArgumentList.Add(argument);

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("LibreOffice is missing: apt-get install -y --no-install-recommends libreoffice-writer-nogui");
            throw;
        }

        using (process)
        {
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
        }

        return await File.ReadAllBytesAsync(Directory.EnumerateFiles(Path.Combine(folder.Path, "saved")).Single(), cancellation);
    }
}
