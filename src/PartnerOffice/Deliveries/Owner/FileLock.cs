namespace PartnerOffice.Deliveries;

/// <summary>
/// An exclusive lock of the operating system on a file. It belongs to the open handle: when the process ends, however it
/// ends, the lock is free at once. The file itself stays and means nothing.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _handle;

    private FileLock(FileStream handle) => _handle = handle;

    /// <summary>The lock, or null when somebody else has it.</summary>
    public static FileLock? TryTake(string path)
    {
        try
        {
            return new(new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 }));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>For the few moments of making a file that all processes then read.</summary>
    public static FileLock Wait(string path)
    {
        while (true)
        {
            if (TryTake(path) is { } taken) return taken;
            Thread.Sleep(Pause);
        }
    }

    public static async Task<FileLock> WaitAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(path) is { } taken) return taken;
            await Task.Delay(Pause, cancellationToken);
        }
    }

    public void Dispose() => _handle.Dispose();
}
