namespace PartnerOffice.Core;

/// <summary>What a motion needs to be adopted. A tie is a rejection in each of them.</summary>
public enum Majority
{
    /// <summary>More yes than no; abstentions are not votes cast.</summary>
    Simple,

    /// <summary>Yes from more than half of the voting members in the room.</summary>
    Absolute,

    /// <summary>Yes from at least two thirds of the votes cast; abstentions are not votes cast.</summary>
    TwoThirds,
}
