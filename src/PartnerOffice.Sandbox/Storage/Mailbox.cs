namespace PartnerOffice.Sandbox;

/// <summary>A mailbox: its messages in memory, their readable files on disk.</summary>
internal sealed class Mailbox(Tenant tenant, MailboxState state)
{
    public const string Drafts = "Drafts";
    public const string SentItems = "SentItems";
    public const string Inbox = "Inbox";
    public const string DeletedItems = "DeletedItems";
    public const string Outbox = "Outbox";

    private readonly Dictionary<string, MessageState> _messages = new(StringComparer.Ordinal);

    /// <summary>The folders every mailbox has; a request may name them like this, in any case.</summary>
    public static IReadOnlyList<string> WellKnownFolders { get; } = [Inbox, Drafts, SentItems, DeletedItems, Outbox];

    public Tenant Tenant => tenant;

    public MailboxState State => state;

    public MailboxCalendar Calendar => field ??= new MailboxCalendar(this);

    public IEnumerable<MessageState> Messages => _messages.Values;

    private string StateFolder => Path.Combine(tenant.Folder, ".state", "messages", FileNames.Plain(state.Address));

    public void Load()
    {
        Calendar.Load();
        if (!Directory.Exists(StateFolder))
        {
            return;
        }

        foreach (var path in Directory.GetFiles(StateFolder, "*.json"))
        {
            Remember(World.Read<MessageState>(path));
        }
    }

    public string StatePath(string messageId) => Path.Combine(StateFolder, messageId + ".json");

    public string FilePath(MessageState message) => FilePath(message.Folder, message.FileName);

    public string FolderPath(string folder) => Path.Combine(tenant.Folder, "mailboxes", FileNames.Plain(state.Address), folder);

    public void Remember(MessageState message) => _messages[message.Id] = message;

    private string FilePath(string folder, string name) => Path.Combine(FolderPath(folder), name);
}
