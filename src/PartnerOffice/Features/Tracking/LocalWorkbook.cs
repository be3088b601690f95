using System.Security.Cryptography;
using System.Text;
using PartnerOffice.CommandLine;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Features.Tracking;

/// <summary>A workbook on this machine: one writer at a time, and what we last wrote remembered beside it.</summary>
internal static class LocalWorkbook
{
    /// <summary>Brings the rows into the workbook, or into a copy of it.</summary>
    /// <param name="putBack">Whether rows that people deleted are written again.</param>
    /// <exception cref="WorkbookOpenException">Somebody has it open.</exception>
    /// <exception cref="TrackerRefusedException">It does not take the rows; nothing was changed.</exception>
    public static async Task<TrackerUpdate> ApplyAsync(
        string workbook, string target, IReadOnlyList<TrackerChange> changes, bool putBack, DateOnly today, CancellationToken cancellationToken)
    {
        using var alone = await FileLock.WaitAsync(LockOf(target), cancellationToken);
        if (IsOpen(target)) throw new WorkbookOpenException(target);

        var (key, written) = await LocalMemory.ReadAsync(workbook, cancellationToken);
        if (putBack)
            foreach (var (change, row) in changes.SelectMany(change => change.Rows.Select(row => (change, row)))) written.Forget(TrackerRowId.Of(change, row));

        TrackerUpdate update;
        try
        {
            update = TrackerWorkbook.Apply(await File.ReadAllBytesAsync(workbook, cancellationToken), changes, written, today);
            if (!update.IsUnchanged || target != workbook) await SafeFile.WriteAsync(target, update.Bytes, force: true, cancellationToken);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException && File.Exists(target))
        {
            throw new WorkbookOpenException(target, held);
        }

        written.Add(update.Written);
        if (update.Written.Count > 0 || putBack) await LocalMemory.WriteAsync(target, key, written, cancellationToken);
        return update;
    }

    /// <summary>Deletes rows whose key stands twice (engine R8).</summary>
    /// <exception cref="WorkbookOpenException">Somebody has it open.</exception>
    /// <exception cref="TrackerRefusedException">It cannot be read.</exception>
    public static async Task<TrackerRepair> RepairAsync(string workbook, DateOnly today, CancellationToken cancellationToken)
    {
        using var alone = await FileLock.WaitAsync(LockOf(workbook), cancellationToken);
        if (IsOpen(workbook)) throw new WorkbookOpenException(workbook);

        try
        {
            var repair = TrackerTwins.Repair(await File.ReadAllBytesAsync(workbook, cancellationToken), today);
            if (repair.Removed.Count > 0) await SafeFile.WriteAsync(workbook, repair.Bytes, force: true, cancellationToken);
            return repair;
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException && File.Exists(workbook))
        {
            throw new WorkbookOpenException(workbook, held);
        }
    }

    // LibreOffice and Excel lay a small file beside what they have open.
    private static bool IsOpen(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        return File.Exists(Path.Combine(folder, $".~lock.{name}#")) || File.Exists(Path.Combine(folder, $"~${name}"));
    }

    // The workbook itself is replaced by renaming, so it cannot carry the lock; and nothing is to lie about beside it.
    private static string LockOf(string path)
    {
        var folder = Path.Combine(Path.GetTempPath(), "partneroffice-locks");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))))[..32]}.lock");
    }
}
