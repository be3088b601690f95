namespace PartnerOffice.Core;

/// <summary>Who may release minutes: a second person, of those whose role includes it (R7, R14, R21).</summary>
/// <remarks>People are compared by their ids where the minutes or the partnership file know them: whoever took minutes under an earlier name still took them.</remarks>
public static class ReleaseRights
{
    /// <summary>Whether this person took the minutes, and so cannot release them.</summary>
    /// <param name="district">Whose minutes they are; null where nobody knows it.</param>
    public static bool IsMinuteTaker(Minutes minutes, District? district, string person)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return NamedPerson.AreSame(minutes, district, person, minutes.MinuteTaker);
    }

    /// <summary>Whether one person chaired this board and took the minutes, so that any other member may release them (R14).</summary>
    public static bool ChairTookTheMinutes(Minutes minutes, District district)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return NamedPerson.AreSame(minutes, district, ChairOf(minutes, district), minutes.MinuteTaker);
    }

    /// <summary>Whether this person's role includes the release: who chaired, the chair, the coordinator, or a deputy of theirs.</summary>
    /// <param name="district">Whose minutes they are; null where nobody knows it, and nobody can say no.</param>
    /// <param name="day">The day of the release, in the district's zone.</param>
    public static bool HasRole(Minutes minutes, District? district, string person, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        var chair = ChairOf(minutes, district);
        if (NamedPerson.AreSame(minutes, district, person, chair) || district is null)
            return true;

        // The chair of an ended term may still release that term's minutes (R21).
        var holders = new[] { day, minutes.Date }.SelectMany(when => district.HoldersOn(OfficeRole.Chair, when).Concat(district.HoldersOn(OfficeRole.Coordinator, when)));

        // Where one person chairs and takes the minutes, another member of the board releases (R14).
        var others = ChairTookTheMinutes(minutes, district) ? district.BoardOn(day) : [];
        return holders.Concat(others).Any(holder => NamedPerson.AreSame(minutes, district, holder.Name, person));
    }

    // Each of two boards has its own chair, and whoever leads the meeting releases for the own board only (R22).
    private static string? ChairOf(Minutes minutes, District? district) => minutes.IsJoint && district is not null
        ? minutes.Boards.FirstOrDefault(board => board.District == district.Id.ToString())?.Chair
        : minutes.Chair;
}
