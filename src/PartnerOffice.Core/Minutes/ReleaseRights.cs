namespace PartnerOffice.Core;

/// <summary>Who may release minutes: a second person, of those whose role includes it (R7, R14, R21).</summary>
public static class ReleaseRights
{
    /// <summary>Whether this person took the minutes, and so cannot release them.</summary>
    public static bool IsMinuteTaker(Minutes minutes, string person)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return IsSame(person, minutes.MinuteTaker);
    }

    /// <summary>Whether this person's role includes the release: who chaired, the chair, the coordinator, or a deputy of theirs.</summary>
    /// <param name="district">Whose minutes they are; null where nobody knows it, and nobody can say no.</param>
    /// <param name="day">The day of the release, in the district's zone.</param>
    public static bool HasRole(Minutes minutes, District? district, string person, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        if (IsSame(person, minutes.Chair) || district is null)
            return true;

        // The chair of an ended term may still release that term's minutes (R21).
        var holders = new[] { day, minutes.Date }.SelectMany(when => district.HoldersOn(OfficeRole.Chair, when).Concat(district.HoldersOn(OfficeRole.Coordinator, when)));

        // Where one person chairs and takes the minutes, another member of the board releases (R14).
        var others = IsSame(minutes.Chair, minutes.MinuteTaker) ? district.BoardOn(day) : [];
        return holders.Concat(others).Any(holder => IsSame(holder.Name, person));
    }

    private static bool IsSame(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
