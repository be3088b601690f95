using System.Text.Json;
using Microsoft.Extensions.Logging;
using PartnerOffice.Core;

namespace PartnerOffice.Connections;

/// <summary>
/// The partnership of a running process: its people as the file has them now, everything else as it was at the start. Whoever works longer than a
/// moment asks anew. A file that cannot be read meanwhile changes nothing.
/// </summary>
/// <param name="source">As it was read at the start.</param>
/// <param name="file">Where it was read; null for the built-in sample, which never changes.</param>
public sealed partial class LivePartnership(Partnership source, string? file, ILogger logger)
{
    private readonly Lock oneAtATime = new();
    private readonly string? rest = file is null ? null : TryRest(file);
    private (DateTime Written, long Length)? read = file is null ? null : StampOf(file);
    private Partnership? followed;

    /// <summary>Where the file lies, also behind a link; null for the built-in sample.</summary>
    public string? File { get; } = file is null ? null : System.IO.File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(file);

    /// <summary>How far this process has followed the file.</summary>
    public LiveState State { get; private set; }

    /// <summary>As it is now. Asking costs a look at the file's time.</summary>
    public Partnership Current
    {
        get
        {
            if (File is null)
                return source;

            lock (oneAtATime)
            {
                var stamp = StampOf(File);
                if (stamp != read)
                {
                    read = stamp;
                    Follow();
                }

                return followed ?? source;
            }
        }
    }

    private void Follow()
    {
        try
        {
            var text = System.IO.File.ReadAllText(File!);
            var now = PartnershipFile.Parse(text, Path.GetFileName(File!));
            followed = source with { Districts = [.. source.Districts.Select(district => WithPeopleOf(district, now))] };
            State = PartnershipRest.Of(text) == rest ? LiveState.Following : LiveState.NeedsRestart;
            if (State == LiveState.NeedsRestart)
                OnlyWithRestart();
            else
                PeopleTaken(followed.Districts.Sum(district => district.People.Count));
        }
        catch (Exception failure) when (failure is PartnershipFileException or IOException or UnauthorizedAccessException or JsonException)
        {
            State = LiveState.Unreadable;
            NotRead((failure as PartnershipFileException)?.Errors.Count ?? 1);
        }
    }

    private static District WithPeopleOf(District district, Partnership now) => now.Find(district.Id) is { } fresh
        ? district with { People = fresh.People, Roles = fresh.Roles, KnownPeople = fresh.KnownPeople, PublicPersons = fresh.PublicPersons }
        : district;

    private static (DateTime, long)? StampOf(string file) => new FileInfo(file) is { Exists: true } known ? (known.LastWriteTimeUtc, known.Length) : null;

    private static string? TryRest(string file)
    {
        try
        {
            return PartnershipRest.Of(System.IO.File.ReadAllText(file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "The partnership file changed; its {Count} people hold from now on")]
    private partial void PeopleTaken(int count);

    [LoggerMessage(LogLevel.Warning, "The partnership file changed; its people hold from now on, what else changed (tenants, libraries, rules, tracker) only after a restart")]
    private partial void OnlyWithRestart();

    [LoggerMessage(LogLevel.Warning, "The partnership file has {Count} mistakes; the service goes on with what it read before")]
    private partial void NotRead(int count);
}
