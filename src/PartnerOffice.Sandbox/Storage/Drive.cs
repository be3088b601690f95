using System.Security.Cryptography;

namespace PartnerOffice.Sandbox;

/// <summary>A drive: the library's items in memory, the files a person can open on disk.</summary>
/// <remarks>
/// People may open, edit, add and delete those files with their own programs. What they did is noticed when the item or its
/// folder is next asked for, and becomes a version as if they had done it in SharePoint.
/// </remarks>
internal sealed class Drive(Tenant tenant, SiteState site, LibraryState library)
{
    private readonly Dictionary<string, ItemState> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _children = new(StringComparer.Ordinal);
    private int _lastListItemId;
    private long _lastTurn;

    public Tenant Tenant => tenant;

    public World World => tenant.World;

    public SiteState Site { get; private set; } = site;

    public LibraryState Library { get; private set; } = library;

    public ItemState Root => _items.Values.First(item => item.IsRoot);

    public IEnumerable<ItemState> Items => _items.Values;

    public string Folder => Path.Combine(tenant.Folder, "drives", Library.Folder);

    private string StateFolder => Path.Combine(tenant.Folder, ".state", "items", Library.Folder);

    public void Load()
    {
        if (Directory.Exists(StateFolder))
        {
            foreach (var path in Directory.GetFiles(StateFolder, "*.json"))
            {
                Remember(World.Read<ItemState>(path));
            }
        }

        EnsureRoot();
    }

    public void EnsureRoot()
    {
        if (_items.Values.Any(item => item.IsRoot))
        {
            return;
        }

        var now = World.Now;
        var change = World.Begin();
        change.Files.MakeFolder(Folder);
        change.Save(this, new ItemState
        {
            Id = NewItemId(),
            UniqueId = Guid.NewGuid(),
            ListItemId = 0,
            Name = "root",
            IsFolder = true,
            Created = now,
            Modified = now,
            CreatedBy = Actor.System,
            ModifiedBy = Actor.System,
        });
        change.Complete();
    }

    public void Describe(SiteState newerSite, LibraryState newerLibrary) => (Site, Library) = (newerSite, newerLibrary);

    public string StatePath(string itemId) => Path.Combine(StateFolder, itemId + ".json");

    public string VersionFolder(string itemId) => Path.Combine(tenant.Folder, ".versions", Library.Folder, itemId);

    // No Office extension: nobody shall open and edit an old version by accident, and Word's search shall not find it.
    public string VersionPath(string itemId, VersionLabel label) => Path.Combine(VersionFolder(itemId), label.ToString());

    public string RecyclePath(string itemId) => Path.Combine(tenant.Folder, ".recycle", Library.Folder, itemId);

    public string DiskPath(ItemState item) => Path.Combine([Folder, .. NamesOf(item)]);

    public string DiskPath(ItemState parent, string name) => Path.Combine(DiskPath(parent), name);

    /// <summary>The names from below the root down to the item.</summary>
    public IReadOnlyList<string> NamesOf(ItemState item)
    {
        var names = new List<string>();
        for (var at = item; at.ParentId is { } parent; at = _items[parent])
        {
            names.Insert(0, at.Name);
        }

        return names;
    }

    public ItemState? Find(string itemId) =>
        string.Equals(itemId, "root", StringComparison.OrdinalIgnoreCase) ? Root : _items.GetValueOrDefault(itemId);

    public ItemState? FindByListItem(int listItemId) => _items.Values.FirstOrDefault(item => item.ListItemId == listItemId);

    public ItemState? Child(string parentId, string name) =>
        _children.GetValueOrDefault(parentId)?.GetValueOrDefault(name) is { } id ? _items[id] : null;

    public IReadOnlyList<ItemState> Children(string parentId) => [.. ChildrenInAnyOrder(parentId).OrderBy(item => item.Name, StringComparer.OrdinalIgnoreCase)];

    public IEnumerable<ItemState> ChildrenInAnyOrder(string parentId) => (_children.GetValueOrDefault(parentId)?.Values ?? Enumerable.Empty<string>()).Select(id => _items[id]);

    public int NextListItemId() => ++_lastListItemId;

    /// <summary>The latest change of all; 0 before the first.</summary>
    public long LastTurn => _lastTurn;

    /// <summary>A new turn for what a delta must tell; the old one where only the sandbox's own notes change, as who has the file open.</summary>
    public long TurnOf(ItemState item)
    {
        var isNews = !_items.TryGetValue(item.Id, out var before)
            || before.Changes != item.Changes || before.ContentChanges != item.ContentChanges || before.Presence != item.Presence || before.Published != item.Published
            || before.Name != item.Name || before.ParentId != item.ParentId
            // What nobody saw so far is seen from now on.
            || (before.UnseenCalls > 0 && item.UnseenCalls == 0);
        return isNews ? ++_lastTurn : before!.Turn;
    }

    public static string NewItemId()
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        return "01" + string.Create(32, 0, (id, _) =>
        {
            foreach (ref var letter in id)
            {
                letter = letters[RandomNumberGenerator.GetInt32(letters.Length)];
            }
        });
    }

    public void Remember(ItemState item)
    {
        if (_items.TryGetValue(item.Id, out var before) && before is { ParentId: { } formerParent, Presence: Presence.Here })
        {
            _children[formerParent].Remove(before.Name);
        }

        _items[item.Id] = item;
        _lastListItemId = Math.Max(_lastListItemId, item.ListItemId);
        _lastTurn = Math.Max(_lastTurn, item.Turn);
        if (item is { ParentId: { } parent, Presence: Presence.Here })
        {
            if (!_children.TryGetValue(parent, out var names))
            {
                _children[parent] = names = new(StringComparer.OrdinalIgnoreCase);
            }

            names[item.Name] = item.Id;
        }
    }
}
