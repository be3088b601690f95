using System.Text.Json.Serialization;

namespace PartnerOffice.Deliveries;

/// <summary>What a delivery does. Fields, tracker and mail each need only the upload (D26); which steps there are says the plan.</summary>
[JsonConverter(typeof(Words<DeliveryStep>))]
public enum DeliveryStep
{
    /// <summary>An earlier file of ours in the partner's library is taken away.</summary>
    Remove,

    /// <summary>The partner edition in the partner's library, or the note that stands for one that was taken back.</summary>
    Upload,

    /// <summary>The library's columns of that file.</summary>
    Fields,

    /// <summary>The event in the calendar of the district's shared mailbox.</summary>
    Event,

    /// <summary>The rows of the shared workbook.</summary>
    Tracker,

    /// <summary>The message to the partner's coordinator.</summary>
    Mail,
}
