namespace PartnerOffice.Core;

/// <summary>V2: days and times that contradict each other.</summary>
internal sealed class TimeRules : IMinutesRule
{
    private const string Rule = "V2";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        var minutes = given.Minutes;
        if (given.IsDayImpossible)
            yield return InTheFuture(TimeText.Day(minutes.Date)).Stops(Rule, Places.Date);
        if (minutes.EndDate < minutes.Date)
            yield return EndsOnAnEarlierDay(TimeText.Day(minutes.EndDate.Value)).Stops(Rule, Places.Date);
        else if (minutes is { Start: { } start, End: { } end } && end <= start && (minutes.EndDate ?? minutes.Date) == minutes.Date)
            yield return EndsBeforeItBegins(TimeText.Time(start), TimeText.Time(end)).NeedsReason(Rule, Places.End);
        else
        {
            foreach (var finding in OutsideTheMeeting(given))
                yield return finding;
        }

        if (given.IsDayImpossible)
            yield break;

        foreach (var finding in Days(minutes))
            yield return finding;
    }

    private static IEnumerable<Finding> OutsideTheMeeting(CheckedMinutes given)
    {
        var minutes = given.Minutes;
        var (start, end) = (Moment(given, minutes.Start), Moment(given, minutes.End));
        bool IsOutside(TimeOnly? time) => Moment(given, time) is { } moment && (moment < start || moment > end);

        foreach (var span in minutes.Interruptions.Where(span => IsOutside(span.From) || IsOutside(span.Until) || Moment(given, span.Until) < Moment(given, span.From)))
            yield return WrongBreak(TimeText.Time(span.From), TimeText.Time(span.Until)).NeedsReason(Rule, Places.Interruption);
        foreach (var item in minutes.Items.Where(item => IsOutside(item.Start)))
            yield return Outside(TimeText.Time(item.Start!.Value)).NeedsReason(Rule, Places.Of(item));
        foreach (var (_, resolution, place) in given.Resolutions.Where(one => IsOutside(one.Resolution.At)))
            yield return Outside(TimeText.Time(resolution.At!.Value)).NeedsReason(Rule, place);

        int? latest = null;
        foreach (var item in minutes.Items.Where(item => item.Start is not null && !IsOutside(item.Start)))
        {
            var moment = Moment(given, item.Start);
            if (moment < latest)
                yield return StartsTooEarly(TimeText.Time(item.Start!.Value)).Hint(Rule, Places.Of(item));
            else
                latest = moment;
        }
    }

    private static IEnumerable<Finding> Days(Minutes minutes)
    {
        if (minutes.Invitation?.SentOn is { } sent && sent > minutes.Date)
            yield return InvitedAfterwards(TimeText.Day(sent)).NeedsReason(Rule, Places.Invitation);
        if (minutes.Next?.Date is { } next && next <= minutes.Date)
            yield return NextIsNotLater(TimeText.Day(next)).Hint(Rule, Places.Next);
        if (minutes.Issued?.Date is { } issued && issued < minutes.Date)
            yield return BeforeTheMeeting("Ausfertigung", "issue", TimeText.Day(issued)).NeedsReason(Rule, Places.Issued);
        if (minutes.Signatures.FirstOrDefault(signature => signature.On < minutes.Date) is { On: { } signed })
            yield return BeforeTheMeeting("Unterschrift", "signature", TimeText.Day(signed)).NeedsReason(Rule, Places.Signatures);
    }

    private static int? Moment(CheckedMinutes given, TimeOnly? time) => time is { } known ? given.Room.MomentOf(known) : null;

    private static Advice InTheFuture(string day) => new(
        $"Die Sitzung am {day} liegt noch in der Zukunft.", $"The meeting on {day} is still to come.",
        "Das Datum der Sitzung berichtigen.", "Correct the date of the meeting.");

    private static Advice EndsOnAnEarlierDay(string day) => new(
        $"Der letzte Tag ({day}) liegt vor dem ersten.", $"The last day ({day}) lies before the first.",
        "Datum oder letzten Tag berichtigen.", "Correct the date or the last day.");

    private static Advice EndsBeforeItBegins(string start, string end) => new(
        $"Das Ende ({end} Uhr) liegt nicht nach dem Beginn ({start} Uhr).", $"The end ({end}) is not after the beginning ({start}).",
        "Die Zeiten berichtigen; bei einer Sitzung über Mitternacht den letzten Tag eintragen.", "Correct the times; for a meeting past midnight enter the last day.");

    private static Advice WrongBreak(string from, string until) => new(
        $"Die Unterbrechung von {from} bis {until} Uhr passt nicht in die Sitzung.", $"The break from {from} to {until} does not fit into the meeting.",
        "Die Zeiten der Unterbrechung oder der Sitzung berichtigen.", "Correct the times of the break or of the meeting.");

    private static Advice Outside(string time) => new(
        $"Die Uhrzeit {time} liegt außerhalb der Sitzung.", $"The time {time} lies outside the meeting.",
        "Diese Uhrzeit, Beginn oder Ende berichtigen.", "Correct this time, the beginning or the end.");

    private static Advice StartsTooEarly(string time) => new(
        $"Dieser Punkt beginnt um {time} Uhr, ein früherer Punkt aber später.", $"This item begins at {time}, but an earlier one begins later.",
        "Reihenfolge und Uhrzeiten vergleichen.", "Compare order and times.");

    private static Advice InvitedAfterwards(string day) => new(
        $"Die Einladung vom {day} liegt nach der Sitzung.", $"The invitation of {day} is later than the meeting.",
        "Das Datum der Einladung oder der Sitzung berichtigen.", "Correct the date of the invitation or of the meeting.");

    private static Advice NextIsNotLater(string day) => new(
        $"Die nächste Sitzung am {day} liegt nicht nach dieser Sitzung.", $"The next meeting on {day} is not later than this one.",
        "Das Datum der nächsten Sitzung prüfen.", "Check the date of the next meeting.");

    private static Advice BeforeTheMeeting(string what, string english, string day) => new(
        $"Das Datum bei »{what}« ({day}) liegt vor der Sitzung.", $"The date of {english} ({day}) lies before the meeting.",
        "Das Datum berichtigen.", "Correct the date.");
}
