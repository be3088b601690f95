namespace PartnerOffice.Core;

/// <summary>Looks for days on which both boards can meet. It proposes nothing that breaks the contract, a notice, a holiday or an agreed pause.</summary>
public static class RetreatSearch
{
    /// <summary>What a conference or assembly of the host beside it is worth (clause 6): as much as a whole board that can come.</summary>
    public const int BesideAssembly = 100;

    /// <summary>What school holidays of a district cost, where they are not forbidden.</summary>
    public const int InSchoolHolidays = 100;

    /// <summary>So many days around a federal event people are busy with it.</summary>
    public const int NearFederalEvent = 14;

    /// <summary>Finds days. The same question has always the same answer.</summary>
    /// <exception cref="ArgumentException">The host is no district of the partnership.</exception>
    public static RetreatDates Find(RetreatQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentOutOfRangeException.ThrowIfLessThan(question.Days, 1);
        return new Search(question).Run();
    }

    private sealed class Search(RetreatQuestion question)
    {
        private readonly Partnership partnership = question.Partnership;
        private readonly District host = question.Partnership.Find(question.Host) ?? throw new ArgumentException("The host is no district of the partnership.", nameof(question));
        private readonly District guest = question.Partnership.PartnerOf(question.Host);

        public RetreatDates Run()
        {
            var (proposed, refused) = (new List<RetreatDate>(), new List<RefusedDate>());
            foreach (var day in Candidates())
            {
                var last = day.AddDays(question.Days - 1);
                var boards = partnership.Districts.Select(district => BoardOutlook.Of(district, day, last, question.Known)).ToList();
                if (ReasonAgainst(day, last, boards) is { } reason)
                    refused.Add(new(day, last, reason));
                else
                    proposed.Add(Judged(day, last, boards));
            }

            return new([.. proposed.OrderByDescending(date => date.Points).ThenBy(date => date.Day)], refused);
        }

        private IEnumerable<DateOnly> Candidates()
        {
            for (var day = question.From; day.AddDays(question.Days - 1) <= question.Until; day = day.AddDays(1))
            {
                if (question.OnlyDays is { } only ? only.Contains(day) : question.AnyWeekday || day.DayOfWeek == DayOfWeek.Saturday || IsSundayBesideAssembly(day))
                    yield return day;
            }
        }

        private bool IsSundayBesideAssembly(DateOnly day) =>
            day.DayOfWeek == DayOfWeek.Sunday && question.Days == 1 && AssembliesOf(host).Any(assembly => Distance(assembly.Date, day, day) == 1);

        private Bilingual? ReasonAgainst(DateOnly day, DateOnly last, List<BoardOutlook> boards)
        {
            if (NoticePeriod.Between(question.Today, day) < partnership.RetreatNoticeDays)
                return RetreatTexts.TooSoon(partnership.RetreatNoticeDays);

            foreach (var one in Days(day, last))
            {
                foreach (var district in partnership.Districts)
                {
                    if (question.HolidayOn(district, one) is { } holiday)
                        return RetreatTexts.Holiday(holiday, district.ShortName);
                }

                if (partnership.Obligations.Pauses.FirstOrDefault(pause => pause.Covers(one)) is { } agreed)
                    return RetreatTexts.Pause(agreed.Name);
                if (partnership.FederalEvents.FirstOrDefault(known => known.Date == one) is { } federal)
                    return RetreatTexts.SameDay(federal.Name);
                if (AssembliesOf(guest).FirstOrDefault(assembly => assembly.Date == one) is { } away)
                    return RetreatTexts.SameDay(away.Name);
            }

            if (partnership.Retreats.SchoolHolidays == SchoolHolidayRule.Forbid && InHolidays(day, last).ToList() is [var school, ..])
                return RetreatTexts.SchoolHolidays(school.Holiday.Name, school.District.ShortName);

            // A day cannot be a conference and a retreat; of two days each can be one.
            if (question.Days == 1 && AssembliesOf(host).FirstOrDefault(assembly => assembly.Date == day) is { } own)
                return RetreatTexts.SameDay(own.Name);

            return boards.Find(board => board.Possible < partnership.Obligations.RetreatMinimumPerBoard) is { } few
                ? RetreatTexts.TooFew(partnership.Find(few.District)!.ShortName, few.Possible, partnership.Obligations.RetreatMinimumPerBoard)
                : null;
        }

        private RetreatDate Judged(DateOnly day, DateOnly last, List<BoardOutlook> boards)
        {
            var shares = boards.ConvertAll(board => board.Share);
            // The board with fewer counts twice: a date that only one of them can keep is none.
            var points = shares.Sum() + shares.Min();
            var reasons = boards.ConvertAll(board => RetreatTexts.Outlook(partnership.Find(board.District)!.ShortName, board.Members, board.Free, board.IfNeeded, board.Unknown));

            if (AssembliesOf(host).Where(known => Distance(known.Date, day, last) <= 1).MinBy(known => known.Date) is { } assembly)
            {
                points += BesideAssembly;
                reasons.Insert(0, RetreatTexts.Beside(assembly.Name, Spoken(assembly.Date)));
            }

            foreach (var (district, holiday) in InHolidays(day, last).DistinctBy(one => one.District.Id))
            {
                points -= InSchoolHolidays;
                reasons.Add(RetreatTexts.SchoolHolidays(holiday.Name, district.ShortName));
            }

            if (partnership.Retreats.TravelMinutes is > 0 and { } minutes && IsWorkday(guest, last.AddDays(1)))
            {
                points -= Math.Min(60, minutes / 10);
                reasons.Add(RetreatTexts.TravelBeforeWork(guest.ShortName, minutes / 60, minutes % 60));
            }

            foreach (var federal in partnership.FederalEvents.Where(known => Distance(known.Date, day, last) <= NearFederalEvent).OrderBy(known => known.Date).ThenBy(known => known.Id, StringComparer.Ordinal))
            {
                var days = Distance(federal.Date, day, last);
                points -= (NearFederalEvent + 1 - days) * 5;
                reasons.Add(RetreatTexts.NearFederal(federal.Name, days));
            }

            return new(day, last, points, boards, reasons);
        }

        private IEnumerable<(District District, SchoolHoliday Holiday)> InHolidays(DateOnly day, DateOnly last) =>
            from district in partnership.Districts
            from holiday in district.SchoolHolidays
            where holiday.From <= last && holiday.Until >= day
            select (district, holiday);

        private IEnumerable<DistrictAssembly> AssembliesOf(District district) =>
            district.Assemblies.Concat(question.Planned.Where(planned => planned.District == district.Id).Select(planned => planned.Assembly));

        private bool IsWorkday(District district, DateOnly day) =>
            day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && question.HolidayOn(district, day) is null;

        private static string Spoken(DateOnly day) => day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);

        private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
        {
            for (var day = first; day <= last; day = day.AddDays(1))
                yield return day;
        }

        // In days, to the nearest of them; 0 for a day within.
        private static int Distance(DateOnly day, DateOnly first, DateOnly last) =>
            day < first ? first.DayNumber - day.DayNumber : day > last ? day.DayNumber - last.DayNumber : 0;
    }
}
