namespace PartnerOffice.Core;

/// <summary>As whom the service enters the board's own library (R19).</summary>
public enum OwnLibraryAccess
{
    /// <summary>Only as the person who is signed in.</summary>
    Person,

    /// <summary>By itself, with a right the district granted. One host must never hold it for both districts.</summary>
    App,
}
