using System.Text.Json.Serialization;

namespace PartnerOffice.Deliveries;

/// <summary>How an answer to an invitation came.</summary>
[JsonConverter(typeof(Words<AnswerWay>))]
public enum AnswerWay
{
    /// <summary>From the person's calendar.</summary>
    Calendar,

    /// <summary>By the personal link of a message.</summary>
    Link,

    /// <summary>Entered by a person of the office, who heard it: nothing that comes in by itself writes over it (R12).</summary>
    Hand,
}
