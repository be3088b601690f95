using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>What an edition says about itself, beside the minutes: fixed words and values agreed by both boards.</summary>
/// <param name="DistrictName">The sending district, as it signs; both districts where they met together.</param>
/// <param name="PartnerName">The receiving district.</param>
/// <param name="Use">The permitted use, one line that stands on every page (R18).</param>
/// <param name="ReleasedOn">The day of release; it also dates the file, never the clock (D13).</param>
/// <param name="CountPassages">Whether the edition says how many passages it does not contain; a setting of both boards.</param>
public sealed record EditionFrame(
    string DistrictName,
    string PartnerName,
    string Use,
    DateOnly ReleasedOn,
    bool CountPassages)
{
    /// <summary>The names of the districts that met together, by id; null for a board's own meeting (R22).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Boards { get; init; }

    /// <summary>In a joint meeting the district whose view this is; null where it is the partner's of the one that met, or what both may read (R22).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reader { get; init; }
}
