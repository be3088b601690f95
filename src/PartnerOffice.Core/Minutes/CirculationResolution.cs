using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>A resolution taken between meetings, reported in the next minutes (rule V10).</summary>
public sealed record CirculationResolution(
    string Number,
    string Subject,
    string Wording,
    DateOnly? DecidedOn,
    Vote? Vote,
    Outcome Outcome,
    Audience Audience)
{
    /// <summary>How many members were entitled to vote.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Entitled { get; init; }
}
