namespace PartnerOffice.Core;

/// <summary>No role that somebody holds may be left to nobody by a change: who would release, write, coordinate, or put it right?</summary>
internal static class OfficesHeld
{
    /// <exception cref="PeopleChangeException">From some day on nobody would hold a role that somebody holds today.</exception>
    public static void Require(District before, District after, DateOnly today)
    {
        foreach (var role in Enum.GetValues<OfficeRole>())
        {
            foreach (var day in TurningDays.Of(before, after).Where(day => day > today).Prepend(today))
            {
                if (after.HoldersOn(role, day).Count == 0 && before.HoldersOn(role, day) is [var last, ..])
                    throw PeopleRefusals.LastHolder(last, role, day);
            }
        }
    }
}
