namespace PartnerOffice.Features.Overview;

/// <summary>How urgently a matter wants a person.</summary>
internal enum MatterWeight
{
    /// <summary>Goes on by itself; a person may step in.</summary>
    OnTheWay,

    /// <summary>Waits for a person.</summary>
    NeedsPerson,

    /// <summary>Went wrong, and waits for a person.</summary>
    WentWrong,
}
