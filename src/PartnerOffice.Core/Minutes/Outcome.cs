namespace PartnerOffice.Core;

/// <summary>What was announced after a vote.</summary>
public enum Outcome
{
    /// <summary>No vote against, at least one for; abstentions are allowed and named.</summary>
    Unanimous,
    Adopted,
    Rejected,
    Deferred,
}
