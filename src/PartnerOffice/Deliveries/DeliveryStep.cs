using System.Text.Json.Serialization;

namespace PartnerOffice.Deliveries;

/// <summary>What one delivery does. Fields, tracker and mail each need only the upload (D26).</summary>
[JsonConverter(typeof(Words<DeliveryStep>))]
public enum DeliveryStep
{
    /// <summary>The partner edition in the partner's library.</summary>
    Upload,

    /// <summary>The library's columns of that file.</summary>
    Fields,

    /// <summary>The rows of the shared workbook.</summary>
    Tracker,

    /// <summary>The message to the partner's coordinator.</summary>
    Mail,
}
