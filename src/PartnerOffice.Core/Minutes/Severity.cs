namespace PartnerOffice.Core;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Stops release and share until it is settled.</summary>
    Error,

    /// <summary>Worth a look; stops nothing.</summary>
    Warning,
}
