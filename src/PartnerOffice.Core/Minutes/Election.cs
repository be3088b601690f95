using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>An election held under an agenda item.</summary>
/// <param name="Valid">Valid ballots.</param>
/// <param name="Accepted">Whether those elected accepted; null when it was not recorded.</param>
public sealed record Election(
    string Office,
    IReadOnlyList<Candidate> Candidates,
    ElectionMode Mode,
    int? Valid,
    int? Invalid,
    IReadOnlyList<string> Elected,
    bool? Accepted,
    Audience Audience)
{
    /// <summary>The board that alone may read it; see <see cref="AgendaItem.BoardOf"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BoardOf { get; init; }
}
