namespace PartnerOffice.Core;

/// <summary>A date poll among the members of both boards (R12).</summary>
/// <param name="Year">For whose retreat.</param>
/// <param name="Host">Who would host it.</param>
/// <param name="Days">How many days it takes.</param>
/// <param name="Dates">The first days to choose from, in the order of time.</param>
/// <param name="Closes">The last day on which answers may be given or changed, in each person's own zone.</param>
/// <param name="Answers">In the order of persons and days.</param>
public sealed record RetreatPoll(PollId Id, int Year, DistrictId Host, int Days, IReadOnlyList<DateOnly> Dates, DateOnly Closes, bool IsClosed, IReadOnlyList<PollAnswer> Answers)
{
    /// <summary>As few dates make a choice.</summary>
    public const int FewestDates = 5;

    /// <summary>More nobody reads.</summary>
    public const int MostDates = 8;

    /// <summary>Whether answers may be given on <paramref name="today"/>.</summary>
    public bool TakesAnswersOn(DateOnly today) => !IsClosed && today <= Closes;

    /// <summary>The last day of the retreat that begins on <paramref name="date"/>.</summary>
    public DateOnly LastDayOf(DateOnly date) => date.AddDays(Days - 1);

    /// <summary>What is known by the answers.</summary>
    public void PutInto(KnownDays known)
    {
        ArgumentNullException.ThrowIfNull(known);
        foreach (var answer in Answers)
        {
            for (var day = answer.Day; day <= LastDayOf(answer.Day); day = day.AddDays(1))
                known.Set(answer.Person, day, answer.Answer);
        }
    }

    /// <summary>How the members of a board answered for a date; those who have not are unknown.</summary>
    public BoardOutlook OutlookOf(District district, DateOnly date)
    {
        var known = new KnownDays();
        PutInto(known);
        return BoardOutlook.Of(district, date, LastDayOf(date), known);
    }

    /// <summary>The members of a board who have answered nothing yet.</summary>
    public IReadOnlyList<Person> MissingOf(District district, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(district);
        return [.. AskedOf(district, today).Where(person => Answers.All(answer => answer.Person != person.Id))];
    }

    /// <summary>Who is asked: the members with voting right.</summary>
    public static IReadOnlyList<Person> AskedOf(District district, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(district);
        return district.BoardOn(today);
    }

    /// <summary>Refuses a poll that is none: too few or too many dates, or one that closes too late.</summary>
    /// <exception cref="RetreatException">It cannot be begun like this.</exception>
    public static void RequireSound(IReadOnlyList<DateOnly> dates, DateOnly closes, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(dates);
        if (dates.Distinct().Count() is < FewestDates or > MostDates)
            throw RetreatException.NotEnoughDates(dates.Distinct().Count());
        if (closes <= today || closes >= dates.Min())
            throw RetreatException.ClosesWrongly(closes);
    }
}
