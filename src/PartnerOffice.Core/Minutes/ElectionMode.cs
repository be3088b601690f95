namespace PartnerOffice.Core;

/// <summary>How an election was held.</summary>
public enum ElectionMode
{
    Open,
    Secret,
}
