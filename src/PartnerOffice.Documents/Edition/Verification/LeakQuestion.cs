namespace PartnerOffice.Documents.Edition;

/// <summary>The two questions that an edition must answer before it may leave (decision D1).</summary>
public enum LeakQuestion
{
    /// <summary>Is there nothing but the allowed?</summary>
    OnlyTheAllowed,

    /// <summary>Is there nothing of the withheld?</summary>
    NothingWithheld,
}
