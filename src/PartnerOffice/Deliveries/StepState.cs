using System.Text.Json.Serialization;

namespace PartnerOffice.Deliveries;

/// <summary>How one step of a delivery stands.</summary>
[JsonConverter(typeof(Words<StepState>))]
public enum StepState
{
    /// <summary>Still to do; whatever was tried before has certainly changed nothing.</summary>
    Planned,

    /// <summary>A request was about to leave or has left, and its outcome is not known: look before doing anything.</summary>
    Sending,

    /// <summary>Done, as Graph confirmed or as a look showed.</summary>
    Done,

    /// <summary>Cannot be done here and holds nothing up: the library has no such columns, or there is no row to write.</summary>
    Skipped,

    /// <summary>Nobody can say whether the message left. It is never sent again by itself; a person asks the partner.</summary>
    Uncertain,

    /// <summary>Given up; a person must look, then it may be tried again.</summary>
    Failed,
}
