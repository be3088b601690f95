using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Reads by when something is to be done: a day, the end of a month, the next meeting.</summary>
/// <param name="next">The day of the next meeting, where the document names it.</param>
internal sealed partial class Deadlines(DateOnly meeting, DateOnly? next)
{
    private static readonly string[] Months = ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"];

    // In the order of DayOfWeek.
    private static readonly string[] Weekdays = ["sonntag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag"];

    /// <summary>The day of the next meeting, as a line about it says.</summary>
    public static DateOnly? NextMeeting(IEnumerable<OldLine> lines, DateOnly meeting)
    {
        foreach (var line in lines)
        {
            if (NextOne().Match(line.Text) is not { Success: true } next)
                continue;

            var days = Day().Matches(line.Text).OrderBy(day => day.Index < next.Index).Select(day => SpokenDate.Read(day.Value, meeting).Certain).OfType<DateOnly>();
            if (days.FirstOrDefault(day => day > meeting && day.DayNumber - meeting.DayNumber < 200) is { Year: > 1 } found)
                return found;
        }

        return null;
    }

    /// <summary>Whether a text says by when, even where no day follows from it.</summary>
    public static bool IsIn(string text) => Until().IsMatch(text);

    /// <summary>The words of the deadline in a text, and what they mean.</summary>
    public (Match Words, Spelling<DateOnly> Day) In(string text)
    {
        var words = Until().Match(text);
        return (words, words.Success ? Of(words.Groups["day"].Value) : default);
    }

    /// <summary>A day at the end of a task, without "bis": "Raum anfragen, 20.3.".</summary>
    public (Match Words, Spelling<DateOnly> Day) AtEnd(string text)
    {
        var words = Last().Match(text);
        return (words, words.Success ? Of(words.Groups["day"].Value) : default);
    }

    /// <summary>Whether a text is a deadline and says nothing else.</summary>
    public static bool IsOnly(string text) => OnlyDay().IsMatch(text);

    /// <summary>A text that is nothing but a deadline.</summary>
    public Spelling<DateOnly> Of(string text)
    {
        if (NextMeeting().IsMatch(text))
            return new(next);
        if (PartOfMonth().Match(text) is { Success: true } part)
            return Part(part);

        if (Span().Match(text) is { Success: true } span && SpokenCount.Read(span.Groups["count"].Value) is { } count)
            return new(meeting.AddDays(count * (span.Groups["weeks"].Success ? 7 : 1)));
        if (OnlyWeekday().Match(text) is { Success: true } weekday)
            return Next(Array.IndexOf(Weekdays, weekday.Groups["day"].Value.ToLowerInvariant()), text);

        return SpokenDate.Read(Lead().Replace(text, "").Trim(' ', '(', ')'), meeting);
    }

    // "bis Freitag" said on a Friday can mean today or in a week.
    private Spelling<DateOnly> Next(int weekday, string text)
    {
        var days = ((weekday - (int)meeting.DayOfWeek) + 7) % 7;
        return days == 0 ? new(null, new Bilingual($"»{text}« kann zwei Tage meinen.", $"\"{text}\" can mean two days.")) : new(meeting.AddDays(days));
    }

    private Spelling<DateOnly> Part(Match match)
    {
        var named = Array.IndexOf(Months, match.Groups["month"].Value.ToLowerInvariant()) + 1;
        var month = match.Groups["year"].Success ? 12 : named > 0 ? named : meeting.Month;
        var year = month < meeting.Month ? meeting.Year + 1 : meeting.Year;
        var part = match.Groups["part"].Value.ToLowerInvariant();
        return new(new DateOnly(year, month, part == "anfang" ? 1 : part == "mitte" ? 15 : DateTime.DaysInMonth(year, month)));
    }

    private const string DayWords = @"(?:(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|Mo|Di|Mi|Do|Fr|Sa|So)\b\.?,?\s+(?:de[nm]\s+)?)?(?:\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\d{2})?|\d{1,2}\.(?:0?[1-9]|1[0-2])(?![\d.:]|\s*(?:Uhr|Euro|€|%|Prozent|Mio))|\d{1,2}\.\s?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\b\.?(?:\s\d{4})?|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}(?:/\d{2,4})?)";
    private const string NextWords = @"(?:(?:zur|zum|der|die|dem)\s+)?(?:nächste[nrms]?|kommende[nrms]?)\s+(?:[\p{L}-]*(?:sitzung|treffen|termin)|Mal)\b";
    private const string PartWords = @"(?:(?:Ende|Mitte|Anfang)\s+(?:(?:des|der|dieses|dieser|nächster|kommender)\s+)?(?:Monats?|Woche|Jahres?|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b|(?:Monats|Jahres|Wochen)ende\b|(?:in|binnen|innerhalb(?: von)?)\s+(?:\d{1,2}|ein\w*|zwei|drei|vier)\s+(?:Tagen?|Wochen?)\b|KW\s?\d{1,2}\b|(?:nächste[rnms]?|kommende[rnms]?|diese[rnms]?|übernächste[rnms]?)\s+(?:Woche|Wochenende|Monat|Sitzung|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)\b|(?:Ostern|Pfingsten|Weihnachten|Jahreswechsel|heute|dahin|sofort|umgehend|zeitnah|asap)\b|(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|morgen)\b(?!\s+(?:de[nm]\s+)?\d)|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)";

    [GeneratedRegex(@"\b(?:(?:bis|spätestens|Frist:?|Termin:?(?= \d)|Termin:|Abgabe:?|raus am|Deadline:?|Zieltermin:?|fällig(?: am| bis| zum)?:?|T:|Stichtag:?|vor(?= \d))\s*(?:(?:zum|spätestens|zur|am|bis)\s+)*(?<day>" + DayWords + "|" + NextWords + "|" + PartWords + @")|(?:bis\s+)?(?<day>zu[rm]\s+" + NextWords + @")|(?<=[(,–-]\s*)(?<day>" + NextWords + "))", RegexOptions.IgnoreCase)]
    private static partial Regex Until();

    [GeneratedRegex(@"(?:^|[,(/|–-]\s*)(?<day>" + DayWords + @"|Ende der Woche)\)?\.?\s*$|\bam\s+(?<day>" + DayWords + ")", RegexOptions.IgnoreCase)]
    private static partial Regex Last();

    [GeneratedRegex("^" + NextWords + "$|^" + NextWords + @"\s*[.)]?$", RegexOptions.IgnoreCase)]
    private static partial Regex NextMeeting();

    [GeneratedRegex(@"^(?:bis\s+)?(?:zum\s+)?(?:(?<part>Ende|Mitte|Anfang)\s+(?:(?:des|dieses)\s+)?(?:Monats?|(?<year>Jahres?)|(?<month>Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))|Monatsende|(?<year>Jahresende))$", RegexOptions.IgnoreCase)]
    private static partial Regex PartOfMonth();

    [GeneratedRegex(@"^(?:bis|spätestens|zum|zur|am)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:nächste[rsn]?|kommende[rsn]?)\s+(?:[\p{L}-]*(?:sitzung|treffen)|Termin)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NextOne();

    [GeneratedRegex(@"^(?:bis\s+|spätestens\s+|zum\s+|zur\s+|am\s+|Frist:?\s+|Termin:?\s+|fällig:?\s+|Deadline:?\s+)*(?:" + DayWords + "|" + NextWords + "|" + PartWords + @")\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyDay();

    [GeneratedRegex(@"^(?:bis\s+)?(?:in|binnen|innerhalb(?: von)?)\s+(?<count>\p{L}+|\d{1,2})\s+(?:Tagen?|(?<weeks>Wochen?))$", RegexOptions.IgnoreCase)]
    private static partial Regex Span();

    [GeneratedRegex(@"^(?:bis\s+)?(?:spätestens\s+)?(?:zum\s+|am\s+)?(?<day>(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyWeekday();

    [GeneratedRegex(DayWords, RegexOptions.IgnoreCase)]
    private static partial Regex Day();
}
