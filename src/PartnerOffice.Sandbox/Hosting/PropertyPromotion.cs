namespace PartnerOffice.Sandbox;

/// <summary>When SharePoint rewrites an uploaded Office file.</summary>
public enum PropertyPromotion
{
    /// <summary>Never: the stored file is the uploaded one.</summary>
    Off,

    /// <summary>Before the upload is answered.</summary>
    Immediate,

    /// <summary>Some time after the upload was answered.</summary>
    Delayed,
}
