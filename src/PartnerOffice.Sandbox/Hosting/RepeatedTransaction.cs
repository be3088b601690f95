namespace PartnerOffice.Sandbox;

/// <summary>How the same request for an event is answered when it comes again with its transactionId; Microsoft does not say.</summary>
public enum RepeatedTransaction
{
    /// <summary>With the event that is there.</summary>
    SameEvent,

    /// <summary>With 409 and ErrorDuplicateTransactionId, as for another event.</summary>
    Conflict,
}
