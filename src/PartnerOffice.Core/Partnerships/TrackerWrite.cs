namespace PartnerOffice.Core;

/// <summary>How the service writes the shared tracker (D8).</summary>
public enum TrackerWrite
{
    /// <summary>Download, change our parts, upload unless somebody was faster. Right where nobody keeps the workbook open.</summary>
    File,

    /// <summary>Through Graph's workbook API; people may have it open.</summary>
    Workbook,
}
