namespace PartnerOffice.Core;

/// <summary>Why an edition is taken back: from a list, so that nobody repeats what was wrong (R16).</summary>
public enum WithdrawalReason
{
    /// <summary>It held something that was to stay in the board.</summary>
    Confidential,

    /// <summary>It held data about a person that the partner must not have.</summary>
    PersonalData,

    /// <summary>It was not the right document.</summary>
    WrongDocument,

    /// <summary>It left before it was released or approved.</summary>
    TooEarly,
}
