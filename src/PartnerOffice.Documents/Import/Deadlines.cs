using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Reads by when something is to be done: a day, the end of a month, the next meeting.</summary>
/// <param name="next">The day of the next meeting, where the document names it.</param>
internal sealed partial class Deadlines(DateOnly meeting, DateOnly? next)
{
    private static readonly string[] Months = ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"];

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

    /// <summary>A text that is nothing but a deadline.</summary>
    public Spelling<DateOnly> Of(string text)
    {
        if (NextMeeting().IsMatch(text))
            return new(next);
        if (PartOfMonth().Match(text) is { Success: true } part)
            return Part(part);

        return SpokenDate.Read(Lead().Replace(text, ""), meeting);
    }

    private Spelling<DateOnly> Part(Match match)
    {
        var named = Array.IndexOf(Months, match.Groups["month"].Value.ToLowerInvariant()) + 1;
        var month = match.Groups["year"].Success ? 12 : named > 0 ? named : meeting.Month;
        var year = month < meeting.Month ? meeting.Year + 1 : meeting.Year;
        var part = match.Groups["part"].Value.ToLowerInvariant();
        return new(new DateOnly(year, month, part == "anfang" ? 1 : part == "mitte" ? 15 : DateTime.DaysInMonth(year, month)));
    }

    private const string DayWords = @"(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)\w*\.?,?\s+(?:de[nm]\s+)?)?(?:\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\d{2})?|\d{1,2}\.\s?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\b\.?(?:\s\d{4})?|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}(?:/\d{2,4})?)";
    private const string NextWords = @"(?:(?:zur|zum|der|die|dem)\s+)?(?:nächste[nrms]?|kommende[nrms]?)\s+(?:[\p{L}-]*(?:sitzung|treffen|termin)|Mal)\b";
    private const string PartWords = @"(?:(?:Ende|Mitte|Anfang)\s+(?:(?:des|der|dieses|dieser|nächster|kommender)\s+)?(?:Monats?|Woche|Jahres?|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b|(?:Monats|Jahres|Wochen)ende\b|(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|morgen)\b(?!\s+(?:de[nm]\s+)?\d)|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)";

    [GeneratedRegex(@"\b(?:(?:bis|spätestens|Frist:?|Termin:|Abgabe:?|raus am)\s+(?:(?:zum|spätestens|zur|am)\s+)*(?<day>" + DayWords + "|" + NextWords + "|" + PartWords + @")|(?:bis\s+)?(?<day>zu[rm]\s+" + NextWords + @")|(?<=[(,–-]\s*)(?<day>" + NextWords + "))", RegexOptions.IgnoreCase)]
    private static partial Regex Until();

    [GeneratedRegex(@"(?:^|[,(–-]\s*)(?<day>" + DayWords + @"|Ende der Woche)\)?\.?\s*$|\bam\s+(?<day>" + DayWords + ")", RegexOptions.IgnoreCase)]
    private static partial Regex Last();

    [GeneratedRegex("^" + NextWords + "$|^" + NextWords + @"\s*[.)]?$", RegexOptions.IgnoreCase)]
    private static partial Regex NextMeeting();

    [GeneratedRegex(@"^(?:bis\s+)?(?:zum\s+)?(?:(?<part>Ende|Mitte|Anfang)\s+(?:(?:des|dieses)\s+)?(?:Monats?|(?<year>Jahres?)|(?<month>Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))|Monatsende|(?<year>Jahresende))$", RegexOptions.IgnoreCase)]
    private static partial Regex PartOfMonth();

    [GeneratedRegex(@"^(?:bis|spätestens|zum|zur|am)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:nächste[rsn]?|kommende[rsn]?)\s+(?:[\p{L}-]*(?:sitzung|treffen)|Termin)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NextOne();

    [GeneratedRegex(DayWords, RegexOptions.IgnoreCase)]
    private static partial Regex Day();
}
