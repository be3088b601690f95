using System.Text.Json;

namespace PartnerOffice.Sandbox;

/// <summary>All tenants of one folder: what is in memory is what is on disk, always.</summary>
internal sealed class World
{
    private readonly string _folder;
    private readonly CommitLog _log;
    private readonly Dictionary<string, UploadState> _uploads = new(StringComparer.Ordinal);

    public World(string folder, TimeProvider time, SandboxSettings settings, Action<string>? onDiskStep)
    {
        _folder = folder;
        _log = new CommitLog(Path.Combine(HiddenFolder, "commits"), onDiskStep);
        Time = time;
        WorkbookSessions = new WorkbookSessions(time);
        Settings = settings;
    }

    public TimeProvider Time { get; }

    public SandboxSettings Settings { get; }

    public WorkbookSessions WorkbookSessions { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public string HiddenFolder => Path.Combine(_folder, ".sandbox");

    public Dictionary<string, Tenant> Tenants { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Messages to addresses that are in none of the tenants: they are counted and go nowhere.</summary>
    public int MessagesSentOutside => Tenants.Values.Sum(tenant => tenant.SentOutside);

    private string UploadFolder => Path.Combine(HiddenFolder, "uploads");

    public void Load()
    {
        Directory.CreateDirectory(UploadFolder);
        _log.Recover();
        foreach (var path in Directory.GetDirectories(_folder).Select(folder => Path.Combine(folder, ".state", "tenant.json")).Where(File.Exists))
        {
            var tenant = new Tenant(this, Path.GetDirectoryName(Path.GetDirectoryName(path))!, Read<TenantState>(path));
            Tenants.Add(tenant.State.Id, tenant);
            tenant.Load();
        }

        foreach (var path in Directory.GetFiles(UploadFolder, "*.json"))
        {
            var upload = Read<UploadState>(path);
            _uploads.Add(upload.Id, upload);
        }
    }

    public Change Begin() => new(this, _log);

    public static T Read<T>(string path) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(path), StateJson.Indented)
        ?? throw new InvalidDataException($"{path} is empty.");

    public string FolderOf(TenantState tenant) => Path.Combine(_folder, tenant.Folder);

    /// <summary>A folder name for a tenant that no other tenant has.</summary>
    public string FreeTenantFolder(string name) =>
        FileNames.Unused(FileNames.Plain(name), taken => Directory.Exists(Path.Combine(_folder, taken)));

    /// <summary>The mailbox with this address in whichever tenant has it; null when it is somewhere outside.</summary>
    public Mailbox? MailboxAnywhere(string address) =>
        Tenants.Values.Select(tenant => tenant.Mailboxes.GetValueOrDefault(address)).FirstOrDefault(mailbox => mailbox is not null);

    public string PartOf(string uploadId) => Path.Combine(UploadFolder, uploadId + ".part");

    public string UploadStatePath(string uploadId) => Path.Combine(UploadFolder, uploadId + ".json");

    public UploadState? Upload(string id) => _uploads.GetValueOrDefault(id);

    public void Remember(UploadState upload) => _uploads[upload.Id] = upload;

    public void ForgetUpload(string id) => _uploads.Remove(id);
}
