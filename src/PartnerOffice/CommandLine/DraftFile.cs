using PartnerOffice.Core;

namespace PartnerOffice.CommandLine;

/// <summary>Files that begin something new: they never take the place of another.</summary>
internal static class DraftFile
{
    /// <summary><c>--out</c> names a file, or a folder that is there or ends with a separator.</summary>
    public static string Target(string? given, string name) =>
        given is null ? name : Directory.Exists(given) || given.EndsWith(Path.DirectorySeparatorChar) ? Path.Combine(given, name) : given;

    /// <exception cref="DraftException">There is a file of that name.</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await SafeFile.WriteAsync(path, bytes, force: false, cancellationToken);
        }
        catch (VerbException) when (File.Exists(path))
        {
            throw new DraftException(
                "file-exists",
                path,
                new Bilingual("Diese Datei gibt es schon; sie bleibt, wie sie ist.", "This file exists already; it stays as it is."),
                new Bilingual("Mit --out einen anderen Namen nennen.", "Name another with --out."));
        }
    }
}
