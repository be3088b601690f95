namespace PartnerOffice.Graph;

/// <summary>What is known about the effect of a request that failed.</summary>
public enum GraphOutcome
{
    /// <summary>Nothing was changed by this request; it can be made again.</summary>
    NotDone,

    /// <summary>It may have been carried out, or may still be: look before making it again.</summary>
    Unknown,
}
