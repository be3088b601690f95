namespace PartnerOffice.CommandLine;

/// <summary>Writes files so that none is ever half written: a temporary name first, then renamed.</summary>
internal static class SafeFile
{
    /// <exception cref="VerbException">The file exists and <paramref name="force"/> is not given.</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, bool force, CancellationToken cancellationToken)
    {
        if (!force && File.Exists(path))
            throw VerbException.Exists(path);

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            await File.WriteAllBytesAsync(temporary, bytes, cancellationToken);
            File.Move(temporary, path, overwrite: force);
        }
        catch (IOException) when (!force && File.Exists(path))
        {
            throw VerbException.Exists(path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Where the result of one of several inputs goes: <c>--out</c> names a file for one, a folder for several (D30).</summary>
    public static string Target(string? given, bool several, FileInfo input, string name) =>
        given is null ? Path.Combine(input.DirectoryName!, name)
        : several || Directory.Exists(given) || given.EndsWith(Path.DirectorySeparatorChar) ? Path.Combine(given, name)
        : given;
}
