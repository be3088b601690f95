namespace PartnerOffice.Core;

/// <summary>From which state on minutes may go to the partner.</summary>
public enum ShareFrom
{
    /// <summary>Only after the board approved them.</summary>
    Approved,

    /// <summary>As soon as they are released, then marked "vorbehaltlich der Genehmigung".</summary>
    Released,
}
