using Microsoft.Extensions.Logging;
using PartnerOffice.Connections;
using PartnerOffice.Core;

namespace PartnerOffice.CommandLine;

/// <summary>The partnership and where it was read: a file, or the built-in sample.</summary>
internal sealed record PartnershipSource(Partnership Partnership, string? File)
{
    private const string Sample = "partnership.sample.json";

    /// <summary>Whether this is the built-in sample, which only ever speaks to the sandbox.</summary>
    public bool IsSample => File is null;

    /// <summary>The same for a process that runs on while its people change.</summary>
    public LivePartnership Live(ILogger<LivePartnership> logger) => new(Partnership, File, logger);

    /// <exception cref="PartnershipFileException">The file has mistakes; all are named.</exception>
    /// <exception cref="VerbException">There is no such file.</exception>
    public static PartnershipSource Load(string? file)
    {
        if (file is null)
            return new PartnershipSource(PartnershipFile.Parse(SampleText(), Sample), null);
        if (!System.IO.File.Exists(file))
            throw VerbException.NoFile(file);

        return new PartnershipSource(PartnershipFile.Parse(System.IO.File.ReadAllText(file), Path.GetFileName(file)), file);
    }

    /// <summary>The built-in sample as text, with its comments.</summary>
    public static string SampleText()
    {
        using var stream = typeof(PartnershipSource).Assembly.GetManifestResourceStream(Sample)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
