using System.Text.Json.Serialization;

namespace PartnerOffice.Deliveries;

/// <summary>How a whole delivery stands, summed up from its steps.</summary>
[JsonConverter(typeof(Words<DeliveryState>))]
public enum DeliveryState
{
    /// <summary>Nothing was begun.</summary>
    Queued,

    /// <summary>On its way, or waiting for its next try.</summary>
    Running,

    /// <summary>File, columns and message are out. The tracker may follow; its own state says so (D26).</summary>
    Delivered,

    /// <summary>All but the message, of which nobody knows whether it left.</summary>
    Uncertain,

    /// <summary>Not accepted, nothing was sent.</summary>
    Refused,

    /// <summary>A step was given up; a person must look.</summary>
    Failed,

    /// <summary>Taken back by the sender.</summary>
    Withdrawn,

    /// <summary>Held by a person before anything began; it goes on when a person says so.</summary>
    Stopped,
}
