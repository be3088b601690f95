using System.Text.Json.Serialization;

namespace PartnerOffice.Deliveries;

/// <summary>How far one version of minutes has come, as the ledger says it (R7).</summary>
[JsonConverter(typeof(Words<ReleaseState>))]
public enum ReleaseState
{
    /// <summary>A second person released it; its edition is frozen.</summary>
    Released,

    /// <summary>The board approved it; it goes, or went, to the partner.</summary>
    Approved,

    /// <summary>Approved with changes, or opened again: nothing leaves until it is released anew.</summary>
    Reopened,

    /// <summary>Taken back; this version never goes out again.</summary>
    Withdrawn,
}
