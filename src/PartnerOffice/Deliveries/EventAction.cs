using System.Text.Json.Serialization;

namespace PartnerOffice.Deliveries;

/// <summary>What is done with an event.</summary>
[JsonConverter(typeof(Words<EventAction>))]
public enum EventAction
{
    /// <summary>It is made, and its attendees are invited.</summary>
    Make,

    /// <summary>It is moved, or its words change; its attendees hear of it.</summary>
    Change,

    /// <summary>It is cancelled, and its attendees hear of it.</summary>
    Cancel,

    /// <summary>A person moved or cancelled it in the calendar already: nothing is left to do there.</summary>
    Seen,
}
