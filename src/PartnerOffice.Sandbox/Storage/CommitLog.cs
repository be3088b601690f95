using System.Text.Json;

namespace PartnerOffice.Sandbox;

/// <summary>Makes changes to several files happen together or not at all, whatever kills the process.</summary>
/// <remarks>
/// A redo log: new contents are laid down beside, the list of what is to be done is renamed into place (the commit), then
/// it is done, then the list is removed. Every entry may be done twice, so at the next start what is still listed is simply done again.
/// It holds against the death of the process, not against the loss of power: nothing is flushed to the platter.
/// </remarks>
internal sealed class CommitLog(string folder, Action<string>? onStep = null)
{
    private const string ListName = "commit.json";
    private int _counter;

    public Commit Begin()
    {
        var staging = Path.Combine(folder, $"{Environment.ProcessId}-{Interlocked.Increment(ref _counter)}");
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }

        Directory.CreateDirectory(staging);
        return new Commit(staging, onStep);
    }

    public void Complete(Commit commit)
    {
        var list = Path.Combine(commit.Staging, ListName);
        File.WriteAllText(list + ".tmp", JsonSerializer.Serialize(commit.Entries, StateJson.Compact));
        onStep?.Invoke("before commit");
        File.Move(list + ".tmp", list);
        onStep?.Invoke("committed");
        Apply(commit.Staging, commit.Entries);
        Directory.Delete(commit.Staging, recursive: true);
    }

    /// <summary>Finishes what was committed and clears away what was not.</summary>
    public void Recover()
    {
        Directory.CreateDirectory(folder);
        foreach (var staging in Directory.GetDirectories(folder).OrderBy(Directory.GetCreationTimeUtc))
        {
            var list = Path.Combine(staging, ListName);
            if (File.Exists(list))
            {
                Apply(staging, JsonSerializer.Deserialize<List<CommitEntry>>(File.ReadAllText(list), StateJson.Compact)!);
            }

            Directory.Delete(staging, recursive: true);
        }
    }

    private void Apply(string staging, IEnumerable<CommitEntry> entries)
    {
        foreach (var entry in entries)
        {
            onStep?.Invoke($"{entry.Do} {Path.GetFileName(entry.Path)}");
            Apply(staging, entry);
        }

        onStep?.Invoke("applied");
    }

    private static void Apply(string staging, CommitEntry entry)
    {
        switch (entry.Do)
        {
            case CommitEntry.Put:
                // A staged file that is gone was put in place before the process died.
                var staged = Path.Combine(staging, entry.Staged!);
                if (File.Exists(staged))
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(entry.Path)!);
                    File.Move(staged, entry.Path, overwrite: true);
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
                throw new InvalidDataException($"The commit list names an unknown step '{entry.Do}'.");
        }
    }
}
