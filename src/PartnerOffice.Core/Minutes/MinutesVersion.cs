using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>Counts corrections, from 1; a correction says in <paramref name="Note"/> what it changes.</summary>
public sealed record MinutesVersion(int Number, string? Note)
{
    /// <summary>The version that this one replaces (rule V24).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Replaces { get; init; }
}
