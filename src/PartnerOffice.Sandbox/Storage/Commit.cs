namespace PartnerOffice.Sandbox;

/// <summary>Changes to files that are to happen together. No path may be both put and moved or deleted in one commit.</summary>
internal sealed class Commit(string staging, Action<string>? onStep)
{
    private readonly List<CommitEntry> _entries = [];

    public IReadOnlyList<CommitEntry> Entries => _entries;

    /// <summary>Lays the content down and returns the time that the file will show.</summary>
    public DateTimeOffset Put(string path, ReadOnlySpan<byte> content)
    {
        var staged = Stage(path);
        File.WriteAllBytes(staged, content);
        return File.GetLastWriteTimeUtc(staged);
    }

    public void Put(string path, string text) => _entries.Add(new CommitEntry(CommitEntry.Put, path, Text: text));

    /// <summary>Keeps the present content of <paramref name="source"/> under another path as well.</summary>
    public void Copy(string source, string path) => File.Copy(source, Stage(path));

    public void Move(string from, string to) => _entries.Add(new CommitEntry(CommitEntry.Move, from, To: to));

    public void Delete(string path) => _entries.Add(new CommitEntry(CommitEntry.Delete, path));

    public void MakeFolder(string path) => _entries.Add(new CommitEntry(CommitEntry.MakeFolder, path));

    private string Stage(string path)
    {
        onStep?.Invoke($"stage {Path.GetFileName(path)}");
        var staged = $"{staging}-{_entries.Count}";
        _entries.Add(new CommitEntry(CommitEntry.Put, path, Staged: staged));
        return staged;
    }
}
