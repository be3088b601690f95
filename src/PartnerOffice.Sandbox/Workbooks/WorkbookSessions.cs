using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>The sessions of the workbook API and its long-running operations. They live in memory, as Excel's own server holds them.</summary>
internal sealed class WorkbookSessions(TimeProvider time)
{
    private static readonly TimeSpan PersistentIdle = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TemporaryIdle = TimeSpan.FromMinutes(7);

    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Operation> _operations = new(StringComparer.Ordinal);

    public sealed record Session(string Id, string ItemId, bool Persists)
    {
        public DateTimeOffset LastUsed { get; set; }

        /// <summary>The copy that a session without persistence works on.</summary>
        public byte[]? OwnCopy { get; set; }

        /// <summary>Whether it has written already: one session makes one version.</summary>
        public bool HasWritten { get; set; }
    }

    /// <summary>An answer that was promised for later; the first look still finds it running.</summary>
    public sealed record Operation(string Id, GraphAnswer Answer, string ResultPath)
    {
        public bool WasLookedAt { get; set; }
    }

    public Session Open(string itemId, bool persists)
    {
        var session = new Session($"cluster=SBX&session={Guid.NewGuid():N}", itemId, persists) { LastUsed = time.GetUtcNow() };
        return _sessions[session.Id] = session;
    }

    /// <summary>The session; a closed, expired or unknown one, or one of another file, is refused.</summary>
    public Session Find(string id, string itemId)
    {
        if (!_sessions.TryGetValue(id, out var session) || session.ItemId != itemId || IsOver(session))
        {
            _sessions.Remove(id);
            throw new GraphRefusal(404, "notFound", "The session specified in the request does not exist or is invalid due to a transient error.", "invalidSessionReCreatable");
        }

        session.LastUsed = time.GetUtcNow();
        return session;
    }

    public void Close(Session session) => _sessions.Remove(session.Id);

    /// <summary>Whether Excel holds the file open for somebody, so that it cannot be replaced.</summary>
    public bool HoldsOpen(string itemId) => _sessions.Values.Any(session => session.ItemId == itemId && session.Persists && !IsOver(session));

    public Operation Promise(GraphAnswer answer, string resultPath)
    {
        var operation = new Operation(Guid.NewGuid().ToString("D"), answer, resultPath);
        return _operations[operation.Id] = operation;
    }

    public Operation? FindOperation(string id) => _operations.GetValueOrDefault(id);

    private bool IsOver(Session session) => time.GetUtcNow() - session.LastUsed >= (session.Persists ? PersistentIdle : TemporaryIdle);
}
