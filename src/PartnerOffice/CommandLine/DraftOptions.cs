using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PartnerOffice.Core;

namespace PartnerOffice.CommandLine;

/// <summary>What a person may say of a meeting to come; everything may be left out.</summary>
internal sealed class DraftOptions
{
    private readonly Option<string?> district = new("--district") { Description = "Kennung des Kreisverbands; sonst der des letzten Protokolls oder der erste der Partnerschaft", HelpName = "KENNUNG" };
    private readonly Option<MeetingKind?> kind = new("--kind")
    {
        Description = "Art der Sitzung; sonst eine ordentliche Sitzung",
        HelpName = string.Join('|', KebabWord.All<MeetingKind>()),
        CustomParser = result => Word<MeetingKind>(result),
    };

    private readonly Option<DateOnly?> date = new("--date")
    {
        Description = "Tag der Sitzung; sonst der im letzten Protokoll genannte oder derselbe Wochentag im nächsten Monat",
        HelpName = "JJJJ-MM-TT",
        CustomParser = result => Read<DateOnly>(result, (string text, out DateOnly day) => DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day), "ein Datum wie 2026-08-11"),
    };

    private readonly Option<string?> number = new("--number") { Description = "Nummer der Sitzung; sonst die nächste", HelpName = "NR" };
    private readonly Option<TimeOnly?> start = new("--start")
    {
        Description = "Beginn",
        HelpName = "HH:MM",
        CustomParser = result => Read<TimeOnly>(result, (string text, out TimeOnly time) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time), "eine Uhrzeit wie 19:00"),
    };

    private readonly Option<string?> place = new("--place") { Description = "Ort", HelpName = "TEXT" };
    private readonly Option<MeetingForm?> form = new("--form")
    {
        Description = "In Präsenz, digital oder hybrid",
        HelpName = string.Join('|', KebabWord.All<MeetingForm>()),
        CustomParser = result => Word<MeetingForm>(result),
    };

    private readonly Option<string?> chair = new("--chair") { Description = "Sitzungsleitung; sonst nach der Partnerschaftsdatei", HelpName = "NAME" };
    private readonly Option<string?> minuteTaker = new("--minute-taker") { Description = "Protokollführung; sonst nach der Partnerschaftsdatei", HelpName = "NAME" };

    private delegate bool TryRead<T>(string text, out T value);

    public IEnumerable<Option> All => [district, kind, date, number, start, place, form, chair, minuteTaker];

    /// <summary>The district whose meeting it is.</summary>
    /// <exception cref="VerbException">No district of the partnership has this id.</exception>
    public District DistrictOf(VerbContext context, Minutes? last)
    {
        var partnership = context.Partnership.Partnership;
        var id = context.Get(district) ?? last?.District ?? partnership.Districts[0].Id.ToString();
        return partnership.Find(id) ?? throw VerbException.NoDistrict(id, partnership);
    }

    /// <summary>What was said, for a meeting after the last.</summary>
    public DraftRequest Request(VerbContext context, DateOnly today, Minutes? last) => new(context.Get(kind) ?? MeetingKind.BoardMeeting, today, last)
    {
        Date = context.Get(date),
        Number = context.Get(number),
        Start = context.Get(start),
        Place = context.Get(place),
        Form = context.Get(form),
        Chair = context.Get(chair),
        MinuteTaker = context.Get(minuteTaker),
    };

    /// <summary>The same minutes with what was said about the meeting in their head.</summary>
    public Minutes With(VerbContext context, Minutes copy) => copy with
    {
        Kind = context.Get(kind) ?? copy.Kind,
        Date = context.Get(date) ?? copy.Date,
        Number = context.Get(number) ?? copy.Number,
        Start = context.Get(start) ?? copy.Start,
        Place = context.Get(place) ?? copy.Place,
        Form = context.Get(form) ?? copy.Form,
        Chair = context.Get(chair) ?? copy.Chair,
        MinuteTaker = context.Get(minuteTaker) ?? copy.MinuteTaker,
    };

    private static T? Word<T>(ArgumentResult result)
        where T : struct, Enum => Read<T>(result, (string text, out T value) => KebabWord.TryParse(text, out value), string.Join(", ", KebabWord.All<T>()));

    private static T? Read<T>(ArgumentResult result, TryRead<T> read, string expected)
        where T : struct
    {
        if (result.Tokens is [{ Value: { } text }] && read(text, out var value))
            return value;

        result.AddError($"{result.Argument.Name}: {expected}");
        return null;
    }
}
