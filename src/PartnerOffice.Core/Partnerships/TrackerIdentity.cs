namespace PartnerOffice.Core;

/// <summary>As whom the service writes the shared tracker (D8).</summary>
public enum TrackerIdentity
{
    /// <summary>A service account that a person signed in once; the documented way.</summary>
    Account,

    /// <summary>The application itself; for the workbook API Microsoft does not support it, and on labelled files it fails.</summary>
    App,
}
