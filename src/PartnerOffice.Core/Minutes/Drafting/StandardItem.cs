namespace PartnerOffice.Core;

/// <summary>A standing point of the agenda, with the audience that both boards know it by (R18).</summary>
/// <param name="Tables">What lies ready in it to write in.</param>
public sealed record StandardItem(string Title, Audience Audience, DraftTables Tables = DraftTables.None)
{
    /// <summary>Whether the earlier minutes are approved under it.</summary>
    public bool IsApproval { get; init; }

    /// <summary>Whether the board takes note of its partner's minutes under it (R17).</summary>
    public bool IsPartnership { get; init; }

    /// <summary>Whether postponed items come before it: they are business, it is what closes a meeting.</summary>
    public bool IsClosing { get; init; }
}
