namespace PartnerOffice.Features.SettingUp;

/// <summary>How one line of the doctor ended.</summary>
internal enum CheckState
{
    Ok,

    /// <summary>Works, but will not for ever, or not as agreed.</summary>
    Warning,

    Broken,

    /// <summary>Could not be looked at, because something before it is broken or Microsoft wants to be left alone.</summary>
    Skipped,
}
