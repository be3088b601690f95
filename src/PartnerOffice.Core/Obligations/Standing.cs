namespace PartnerOffice.Core;

/// <summary>How an obligation stands at the end of a day.</summary>
public enum Standing
{
    /// <summary>Owed, and nobody needs to hear about it yet.</summary>
    Open,

    /// <summary>Owed, and its own side should hear about it.</summary>
    DueSoon,

    /// <summary>Owed, and its day has passed.</summary>
    Overdue,

    /// <summary>Done in time.</summary>
    Met,

    /// <summary>Done, after its day.</summary>
    MetLate,
}
