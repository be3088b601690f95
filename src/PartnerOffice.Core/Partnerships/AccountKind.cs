namespace PartnerOffice.Core;

/// <summary>Whether a person can sign in with Microsoft. People without an account are full members (R12).</summary>
public enum AccountKind
{
    /// <summary>An account of the district's own tenant.</summary>
    Tenant,

    /// <summary>A guest in the district's tenant.</summary>
    Guest,

    /// <summary>No account: invited by mail, letter or phone.</summary>
    None,
}
