using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PartnerOffice.Sandbox;

/// <summary>What the sandbox knows of a file or folder beside its bytes. Never changed in place: a change makes a new one.</summary>
internal sealed record ItemState
{
    public required string Id { get; init; }
    public required Guid UniqueId { get; init; }
    public required int ListItemId { get; init; }

    /// <summary>Null for the root of the drive.</summary>
    public string? ParentId { get; init; }
    public required string Name { get; init; }
    public bool IsFolder { get; init; }

    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset Modified { get; init; }
    public required Actor CreatedBy { get; init; }
    public required Actor ModifiedBy { get; init; }
    public DateTimeOffset? ClientCreated { get; init; }
    public DateTimeOffset? ClientModified { get; init; }
    public string? Description { get; init; }

    public long Size { get; init; }
    public string? QuickXorHash { get; init; }

    /// <summary>The time of the file on disk when we wrote it; another time means that a person has been at it.</summary>
    public DateTimeOffset? DiskTime { get; init; }

    /// <summary>Counts every change: the number in the eTag.</summary>
    public int Changes { get; init; } = 1;

    /// <summary>Counts changes of the content only: the number in the cTag.</summary>
    public int ContentChanges { get; init; } = 1;

    /// <summary>Where its latest change stands in the order of all changes to the drive: what a delta goes by.</summary>
    public long Turn { get; init; }

    public SortedDictionary<string, JsonNode?> Fields { get; init; } = new(StringComparer.Ordinal);

    public VersionLabel Version { get; init; } = new(1, 0);
    public List<VersionState> PastVersions { get; init; } = [];

    public Actor? CheckedOutBy { get; init; }

    /// <summary>Whether it was ever visible to others; false between an upload with forced check-out and its first check-in.</summary>
    public bool Published { get; init; } = true;

    /// <summary>Who holds it open in Word or Excel, when the sandbox was told so.</summary>
    public string? OpenedBy { get; init; }

    /// <summary>Whether they hold it alone, as old desktop programs do, so that not even Excel for the web can write along.</summary>
    public bool OpenedExclusively { get; init; }

    /// <summary>When SharePoint will rewrite the file; null when that is done.</summary>
    public DateTimeOffset? PromoteAt { get; init; }

    /// <summary>How many more requests will not see it: Graph does not show every new file at once.</summary>
    public int UnseenCalls { get; init; }

    public Presence Presence { get; init; } = Presence.Here;

    [JsonIgnore]
    public bool IsRoot => ParentId is null;

    [JsonIgnore]
    public string ETag => $"\"{{{UniqueId.ToString("D").ToUpperInvariant()}}},{Changes}\"";

    [JsonIgnore]
    public string CTag => $"\"c:{{{UniqueId.ToString("D").ToUpperInvariant()}}},{ContentChanges}\"";

    [JsonIgnore]
    public string ListItemETag => $"\"{UniqueId:D},{Changes}\"";
}

/// <summary>Where an item is.</summary>
internal enum Presence
{
    Here,
    InRecycleBin,
    Gone,
}

/// <summary>SharePoint's version number: whole numbers are published, the rest are drafts.</summary>
internal readonly record struct VersionLabel(int Major, int Minor)
{
    public VersionLabel NextMajor() => new(Major + 1, 0);

    public override string ToString() => $"{Major}.{Minor}";
}

/// <summary>An earlier version, whose bytes lie under <c>.versions</c>.</summary>
internal sealed record VersionState(VersionLabel Label, DateTimeOffset Modified, Actor ModifiedBy, long Size, string? Comment = null)
{
    /// <summary>The columns as they were.</summary>
    public SortedDictionary<string, JsonNode?> Fields { get; init; } = new(StringComparer.Ordinal);
}

/// <summary>Who did something: an app, a person through an app, or a person at the files themselves.</summary>
internal sealed record Actor(string? AppId, string? AppName, string? UserId = null, string? UserName = null)
{
    /// <summary>The person's sign-in name, where it is known.</summary>
    public string? Email { get; init; }

    public static Actor PersonAtTheFiles { get; } = new(null, null, "00000000-0000-0000-0000-000000000001", "Person am Rechner");

    public static Actor System { get; } = new(null, null, null, "Systemkonto");
}
