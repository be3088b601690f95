using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace PartnerOffice.Sandbox;

/// <summary>Makes changes to several files happen together or not at all, whatever kills the process.</summary>
/// <remarks>
/// A redo log: new contents of files are laid down beside, the record of what is to be done is written (the commit), then it is done, then the
/// record is struck out. Every entry may be done twice, so at the next start what still stands there is simply done again. The record is one
/// file that stays and is written over: making and deleting files costs a file system more than everything else that happens here.
/// It holds against the death of the process, not against the loss of power: nothing is flushed to the platter.
/// </remarks>
internal sealed class CommitLog(string folder, Action<string>? onStep = null)
{
    private const int LengthBytes = sizeof(int);
    private const int HeadBytes = LengthBytes + SHA256.HashSizeInBytes;

    private readonly string _record = Path.Combine(folder, "record");
    private IReadOnlyList<CommitEntry> _owed = [];
    private int _counter;

    public Commit Begin() => new(Path.Combine(folder, $"{Environment.ProcessId}-{Interlocked.Increment(ref _counter)}"), onStep);

    public void Complete(Commit commit)
    {
        // Committed, but not done for want of space, say: the record is the only place where it stands.
        Apply(_owed);
        onStep?.Invoke("before commit");
        Write(JsonSerializer.SerializeToUtf8Bytes(commit.Entries, StateJson.Compact));
        _owed = commit.Entries;
        onStep?.Invoke("committed");
        Apply(_owed);
        _owed = [];
        Strike();
    }

    /// <summary>Finishes what was committed and clears away what was not.</summary>
    public void Recover()
    {
        Apply(Read());
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
    }

    // Length, digest, entries: whoever was killed while writing has committed nothing.
    private void Write(byte[] entries)
    {
        var record = new byte[HeadBytes + entries.Length];
        BinaryPrimitives.WriteInt32LittleEndian(record, entries.Length);
        SHA256.HashData(entries, record.AsSpan(LengthBytes));
        entries.CopyTo(record.AsSpan(HeadBytes));
        using var file = File.OpenHandle(_record, FileMode.OpenOrCreate, FileAccess.Write);
        RandomAccess.Write(file, record, 0);
    }

    private void Strike()
    {
        using var file = File.OpenHandle(_record, FileMode.Open, FileAccess.Write);
        RandomAccess.Write(file, new byte[LengthBytes], 0);
    }

    private List<CommitEntry> Read()
    {
        var record = File.Exists(_record) ? File.ReadAllBytes(_record) : [];
        var length = record.Length > HeadBytes ? BinaryPrimitives.ReadInt32LittleEndian(record) : 0;
        if (length <= 0 || length > record.Length - HeadBytes)
        {
            return [];
        }

        var entries = record.AsSpan(HeadBytes, length);
        return SHA256.HashData(entries).AsSpan().SequenceEqual(record.AsSpan(LengthBytes, SHA256.HashSizeInBytes))
            ? JsonSerializer.Deserialize<List<CommitEntry>>(entries, StateJson.Compact)!
            : [];
    }

    private void Apply(IReadOnlyList<CommitEntry> entries)
    {
        foreach (var entry in entries)
        {
            onStep?.Invoke($"{entry.Do} {Path.GetFileName(entry.Path)}");
            Apply(entry);
        }

        if (entries.Count > 0)
        {
            onStep?.Invoke("applied");
        }
    }

    private static void Apply(CommitEntry entry)
    {
        switch (entry.Do)
        {
            case CommitEntry.Put when entry.Text is { } text:
                // In place: a kill in the middle of it is made good from the record.
                InItsFolder(entry.Path, path => File.WriteAllText(path, text));
                break;
            case CommitEntry.Put:
                // A staged file that is gone was put in place before the process died.
                if (File.Exists(entry.Staged))
                {
                    InItsFolder(entry.Path, path => File.Move(entry.Staged, path, overwrite: true));
                }

                break;
            case CommitEntry.Move:
                Directory.CreateDirectory(Path.GetDirectoryName(entry.To!)!);
                if (File.Exists(entry.Path))
                {
                    File.Move(entry.Path, entry.To!, overwrite: true);
                }
                else if (Directory.Exists(entry.Path))
                {
                    Directory.Move(entry.Path, entry.To!);
                }

                break;
            case CommitEntry.Delete:
                if (File.Exists(entry.Path))
                {
                    File.Delete(entry.Path);
                }
                else if (Directory.Exists(entry.Path))
                {
                    Directory.Delete(entry.Path, recursive: true);
                }

                break;
            case CommitEntry.MakeFolder:
                Directory.CreateDirectory(entry.Path);
                break;
            default:
                throw new InvalidDataException($"The commit record names an unknown step '{entry.Do}'.");
        }
    }

    private static void InItsFolder(string path, Action<string> write)
    {
        try
        {
            write(path);
        }
        catch (DirectoryNotFoundException)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            write(path);
        }
    }
}
