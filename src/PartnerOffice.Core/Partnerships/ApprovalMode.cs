namespace PartnerOffice.Core;

/// <summary>How a board approves its minutes.</summary>
public enum ApprovalMode
{
    /// <summary>By a resolution of a later meeting.</summary>
    LaterMeeting,

    /// <summary>By circulation between meetings; a later meeting may do it too.</summary>
    Circulation,

    /// <summary>The chair records it; a later meeting may do it too.</summary>
    Chair,
}
