using System.Text.Json.Serialization;

namespace PartnerOffice.Deliveries;

/// <summary>How a planned meeting stands.</summary>
[JsonConverter(typeof(Words<MeetingState>))]
public enum MeetingState
{
    /// <summary>It takes place, or took place.</summary>
    Planned,

    /// <summary>It does not take place; planned again it is invited to anew.</summary>
    Cancelled,
}
