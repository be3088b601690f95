namespace PartnerOffice.Demo;

/// <summary>Finds what the demo left in the sandbox: ordinary files that a person can open.</summary>
internal static class DemoArtefacts
{
    public static IEnumerable<(string German, string English, string Path)> In(string data)
    {
        var sandbox = Path.Combine(data, "sandbox");
        return Files(sandbox, "drives", "*.docx").Select(path => ("Partnerfassung in der Bibliothek des Partners", "the edition in the partner's library", path))
            .Concat(Files(sandbox, "drives", "*.xlsx").Select(path => ("gemeinsamer Tracker", "the shared tracker", path)))
            .Concat(Files(sandbox, "Calendar", "*.ics").Select(path => ("Termin im Kalender", "the event in a calendar", path)))
            .Concat(Files(sandbox, "SentItems", "*.eml").Where(IsInvitation).Take(1).Select(path => ("Einladung mit Kalenderdatei", "an invitation with a calendar file", path)))
            .Concat(Files(sandbox, "Inbox", "*.eml").Select(path => ("Nachricht im Postfach des Partners", "the message in the partner's mailbox", path)));
    }

    private static bool IsInvitation(string path) => File.ReadAllText(path).Contains("einladung.ics", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string folder, string below, string pattern) => !Directory.Exists(folder) ? [] : Directory
        .EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(path => Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar) is var parts && parts.Contains(below) && !parts.Any(part => part.StartsWith('.')))
        .Order(StringComparer.Ordinal);
}
