using System.Security.Cryptography;
using System.Text;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.People;

/// <summary>The partnership file on disk, for one writer at a time. It is never half written, and the last version lies beside it.</summary>
/// <param name="file">Its own place, not a link to it.</param>
internal sealed class PartnershipStore(string file)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private string Folder => Path.GetDirectoryName(file)!;

    /// <summary>Where the version before the last change lies.</summary>
    public string Backup => file + ".bak";

    /// <exception cref="PeopleException">It cannot be read, or has mistakes.</exception>
    public async Task<StoredPartnership> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
            return new(bytes, PartnershipFile.Parse(TextOf(bytes), Path.GetFileName(file)), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or PartnershipFileException)
        {
            throw PeopleException.Unreadable();
        }
    }

    /// <summary>Nobody else writes it meanwhile.</summary>
    /// <exception cref="PeopleException">Somebody else does, or nobody may.</exception>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await FileLock.WaitAsync(Path.Combine(Folder, $".{Path.GetFileName(file)}.lock"), limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw PeopleException.Busy();
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw PeopleException.NotWritable();
        }
    }

    /// <summary>Puts new text in the place of what was read; under the lock.</summary>
    /// <param name="before">What was read; the file still says it.</param>
    /// <param name="note">Done when everything is ready but the last step, so that no change is without its entry in the log.</param>
    /// <exception cref="PeopleException">The file was changed by hand meanwhile, or may not be written.</exception>
    public async Task ReplaceAsync(StoredPartnership before, byte[] text, Func<Task> note, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(Folder, $".{Path.GetFileName(file)}.{Guid.NewGuid():N}.tmp");
        try
        {
            await WriteAsync(temporary, text, cancellationToken);

            // What is on the disk, not what was meant, must be a partnership.
            var written = await File.ReadAllBytesAsync(temporary, cancellationToken);
            _ = PartnershipFile.Parse(TextOf(written), Path.GetFileName(file));
            if (!written.AsSpan().SequenceEqual(text) || !(await File.ReadAllBytesAsync(file, cancellationToken)).AsSpan().SequenceEqual(before.Bytes))
                throw PeopleException.Busy();

            await KeepAsync(before.Bytes, cancellationToken);
            await note();
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw PeopleException.NotWritable();
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task KeepAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(Folder, $".{Path.GetFileName(Backup)}.{Guid.NewGuid():N}.tmp");
        try
        {
            await WriteAsync(temporary, bytes, cancellationToken);
            File.Move(temporary, Backup, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // Whoever may read the file may read its successor, and nobody else.
    private async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = File.GetUnixFileMode(file);
        await using var stream = new FileStream(path, options);
        await stream.WriteAsync(bytes, cancellationToken);
        stream.Flush(flushToDisk: true);
    }

    private static string TextOf(byte[] bytes) => Encoding.UTF8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes);
}
