namespace PartnerOffice.Core;

/// <summary>How a vote was taken.</summary>
public enum VoteMode
{
    Open,
    Secret,
    RollCall,
    Circulation,
}
