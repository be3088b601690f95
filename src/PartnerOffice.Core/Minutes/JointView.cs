namespace PartnerOffice.Core;

/// <summary>Whose a part of a joint meeting's minutes is, for what a board keeps or hands on by itself (R22).</summary>
public static class JointView
{
    /// <summary>Whether a part that is not for both is this board's own: it says so, or lies in an item that does. A part without a name is nobody's.</summary>
    /// <param name="around">Whose the agenda item is in which it lies.</param>
    public static bool IsOwn(string district, string? board, string? around = null) => OwnPassages.IsOwn(district, board, around);

    /// <summary>The entries of a joint meeting that one board takes along: what both have, and its own, which names no board any more. Other minutes stay as they are.</summary>
    /// <remarks>Only entries that are handed on: the text of the items does not go along.</remarks>
    public static Minutes HandedOnTo(Minutes minutes, District district)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(district);
        if (!minutes.IsJoint)
            return minutes;

        var own = district.Id.ToString();
        bool Takes(Audience audience, string? board, string? around = null) => audience == Audience.Partner || (audience == Audience.Board && IsOwn(own, board, around));

        return minutes with
        {
            FollowUps = [.. minutes.FollowUps.Where(one => Takes(one.Audience, one.BoardOf)).Select(one => one with { BoardOf = null })],
            Items = [.. minutes.Items.Where(item => Takes(item.Audience, item.BoardOf)).Select(item => item with
            {
                BoardOf = null,
                Text = [],
                Resolutions = [.. item.Resolutions.Where(one => Takes(one.Audience, one.BoardOf, item.BoardOf)).Select(one => one with { BoardOf = null })],
                Elections = [],
                Actions = [.. item.Actions.Where(one => Takes(one.Audience, one.BoardOf, item.BoardOf)).Select(one => one with { BoardOf = null })],
                Statements = null,
            })],
            Attachments = [],
        };
    }
}
