namespace PartnerOffice.Core;

/// <summary>When which people can come, as far as anybody knows. Days of which nobody knows anything are left out.</summary>
public sealed class KnownDays
{
    private readonly Dictionary<PersonId, Dictionary<DateOnly, DayAnswer>> known = [];

    /// <summary>Of whom anything is known.</summary>
    public IReadOnlyCollection<PersonId> People => known.Keys;

    /// <summary>Puts down an answer; the last one for a day holds.</summary>
    public void Set(PersonId person, DateOnly day, DayAnswer answer)
    {
        if (!known.TryGetValue(person, out var days))
            known[person] = days = [];
        days[day] = answer;
    }

    /// <summary>Whether the person can come on all of these days: the worst of them counts. Null where nobody knows it of one of them.</summary>
    public DayAnswer? Of(PersonId person, DateOnly first, DateOnly last)
    {
        DayAnswer? worst = null;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (!known.TryGetValue(person, out var days) || !days.TryGetValue(day, out var answer))
                return worst == DayAnswer.No || HasNoAfter(person, day, last) ? DayAnswer.No : null;
            worst = worst is { } before && before > answer ? before : answer;
        }

        return worst;
    }

    // Whoever cannot come on one of the days cannot come, whatever the others are.
    private bool HasNoAfter(PersonId person, DateOnly from, DateOnly last)
    {
        for (var day = from; day <= last; day = day.AddDays(1))
        {
            if (known.TryGetValue(person, out var days) && days.TryGetValue(day, out var answer) && answer == DayAnswer.No)
                return true;
        }

        return false;
    }
}
