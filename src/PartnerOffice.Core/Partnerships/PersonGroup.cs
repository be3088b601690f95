namespace PartnerOffice.Core;

/// <summary>The rows of the names table (R4).</summary>
public enum PersonGroup
{
    /// <summary>Present voting members, whoever chairs, takes the minutes, moves a motion or signs.</summary>
    VotingMember,

    /// <summary>Guests of the meeting.</summary>
    Guest,

    /// <summary>Members who sent apologies.</summary>
    Excused,

    /// <summary>Members who stayed away without apologies.</summary>
    Unexcused,

    /// <summary>People the district employs.</summary>
    Employee,

    /// <summary>Members of the district without an office on the board.</summary>
    Member,

    /// <summary>People who want to become members.</summary>
    Applicant,

    /// <summary>People in personnel, membership or arbitration matters.</summary>
    Personnel,

    /// <summary>Office holders and others on the district's list.</summary>
    PublicPerson,
}
