using System.ComponentModel;
using System.Diagnostics;

namespace PartnerOffice.Sandbox;

/// <summary>
/// <c>content?format=pdf</c>: what Microsoft converts in its own services, LibreOffice converts here, where it is installed. The layout is
/// LibreOffice's.
/// </summary>
internal static class PdfConversion
{
    private const string Program = "soffice";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // driveitem-get-content-format, v1.0.
    private static readonly HashSet<string> ToPdf = new(
        ["csv", "doc", "docx", "odp", "ods", "odt", "pot", "potm", "potx", "pps", "ppsx", "ppsxm", "ppt", "pptm", "pptx", "rtf", "xls", "xlsx"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> ToHtml = new(["loop", "fluid", "wbtx"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses what Graph does not convert, and what the sandbox cannot.</summary>
    public static void Require(string format, string fileName, bool isOffered)
    {
        var extension = Path.GetExtension(fileName).TrimStart('.');
        var sources = format switch
        {
            "pdf" => ToPdf,
            "html" => ToHtml,
            _ => throw GraphRefusal.BadRequest($"The format '{format}' is not one of pdf and html.", "invalidParameterFormat"),
        };
        if (!sources.Contains(extension))
        {
            throw NotSupported(extension, "InputFormatNotSupported");
        }

        if (format != "pdf")
        {
            throw GraphRefusal.NotServed($"conversion to {format}");
        }

        if (!isOffered)
        {
            throw GraphRefusal.NotServed("conversion to PDF, as it is set");
        }

        if (!IsInstalled())
        {
            throw GraphRefusal.NotServed($"conversion to PDF without LibreOffice: {Program} is not on the search path");
        }
    }

    public static async Task<byte[]> ConvertAsync(byte[] content, string fileName, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("po-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, $"datei{Path.GetExtension(fileName)}");
            var made = Path.Combine(folder.FullName, "pdf");
            await File.WriteAllBytesAsync(file, content, cancellationToken);
            await RunAsync(
                // A profile of its own: beside a person's open LibreOffice, or a second conversion, it would do nothing and call that success.
                [$"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", made, file],
                cancellationToken);
            var pdf = Path.Combine(made, "datei.pdf");
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellationToken) : throw NotSupported("LibreOffice cannot read this file.", "invalidFileFormat");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = new(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            process.Start();
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
        }
        catch (Win32Exception missing)
        {
            throw GraphRefusal.NotServed($"conversion to PDF: {Program} does not start ({missing.Message})");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            throw new GraphRefusal(504, "generalException", $"LibreOffice needed more than {Limit.TotalSeconds:0} seconds.", "OfficeConversion_Timeout");
        }
    }

    // Graph's own words of a file that it does not convert.
    private static GraphRefusal NotSupported(string message, string innerCode) => new(406, "notSupported", message, innerCode);

    private static bool IsInstalled() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, Program)) || File.Exists(Path.Combine(folder, Program + ".exe")));
}
