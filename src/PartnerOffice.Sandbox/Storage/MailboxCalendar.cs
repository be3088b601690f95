namespace PartnerOffice.Sandbox;

/// <summary>The calendar of a mailbox: its events in memory, a readable file of each on disk.</summary>
internal sealed class MailboxCalendar(Mailbox mailbox)
{
    public const string Folder = "Calendar";
    public const string DeletedFolder = "DeletedItems";

    private readonly Dictionary<string, EventState> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _idsInFolder = new(StringComparer.Ordinal);
    private long _lastTurn;

    /// <summary>The calendars of all mailboxes of all tenants.</summary>
    public static IEnumerable<MailboxCalendar> Of(World world) => world.Tenants.Values.SelectMany(tenant => tenant.Mailboxes.Values).Select(mailbox => mailbox.Calendar);

    public Mailbox Mailbox => mailbox;

    public World World => mailbox.Tenant.World;

    /// <summary>All events that ever were, those that went away included.</summary>
    public IEnumerable<EventState> Everything => _events.Values;

    public IEnumerable<EventState> Events => _events.Values.Where(one => one.IsHere);

    /// <summary>The latest change of all; 0 before the first.</summary>
    public long LastTurn => _lastTurn;

    private string StateFolder => Path.Combine(mailbox.Tenant.Folder, ".state", "events", FileNames.Plain(mailbox.State.Address));

    public void Load()
    {
        if (!Directory.Exists(StateFolder))
        {
            return;
        }

        foreach (var path in Directory.GetFiles(StateFolder, "*.json"))
        {
            Remember(World.Read<EventState>(path));
        }
    }

    public string StatePath(string eventId) => Path.Combine(StateFolder, eventId + ".json");

    public string FilePath(EventState one) => Path.Combine(mailbox.FolderPath(Folder), one.FileName);

    public EventState? Find(string id) => _events.GetValueOrDefault(id);

    /// <summary>The immutable id behind one that changes with the folder; null when it is none, or no longer one.</summary>
    public string? ImmutableOf(string idInFolder) => _idsInFolder.GetValueOrDefault(idInFolder);

    public EventState? ByICalUId(string uid) => Events.FirstOrDefault(one => one.ICalUId == uid);

    public IEnumerable<EventState> ExceptionsOf(EventState master) => Events.Where(one => one.MasterId == master.Id);

    public long NextTurn() => ++_lastTurn;

    public void Remember(EventState one)
    {
        if (_events.TryGetValue(one.Id, out var before))
        {
            _idsInFolder.Remove(EventIds.InFolder(before));
        }

        _events[one.Id] = one;
        _idsInFolder[EventIds.InFolder(one)] = one.Id;
        _lastTurn = Math.Max(_lastTurn, one.Turn);
    }
}
