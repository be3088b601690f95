namespace PartnerOffice.Connections;

/// <summary>How far a running process has followed its partnership file.</summary>
public enum LiveState
{
    /// <summary>What the file says holds.</summary>
    Following,

    /// <summary>The people hold; something else changed too, and holds only after a restart.</summary>
    NeedsRestart,

    /// <summary>The file cannot be read; what was read before holds.</summary>
    Unreadable,
}
