namespace PartnerOffice.Core;

/// <summary>Which Microsoft Graph a partnership speaks to. The file must say it: a forgotten setting never turns the real one into the local one.</summary>
public enum GraphKind
{
    /// <summary>The local Graph on this machine; every answer says so.</summary>
    Sandbox,

    /// <summary>Microsoft's service.</summary>
    Microsoft,
}
