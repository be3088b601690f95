using System.Text.Json.Serialization;

namespace PartnerOffice.Deliveries;

/// <summary>What is sent.</summary>
[JsonConverter(typeof(Words<DeliveryKind>))]
public enum DeliveryKind
{
    /// <summary>A partner edition: the first, or a later one that takes its place.</summary>
    Edition,

    /// <summary>A delivered edition is taken back, and a note lies in its place (R16).</summary>
    Recall,

    /// <summary>A message without a file: what will be sent and when, what waits, what is still to be done.</summary>
    Letter,

    /// <summary>A meeting: the event in the district's calendar with its row in the tracker, or one mail with a calendar file.</summary>
    Invitation,
}
