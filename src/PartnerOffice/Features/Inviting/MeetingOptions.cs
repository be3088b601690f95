using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Meetings;

namespace PartnerOffice.Features.Inviting;

/// <summary>What a person says of an invitation on the command line.</summary>
internal sealed class MeetingOptions
{
    private readonly Option<TimeOnly?> end = new("--end") { Description = "Ende; sonst drei Stunden nach dem Beginn. Vor dem Beginn: nach Mitternacht", HelpName = "HH:MM", CustomParser = result => Read(result, ReadTime) };
    private readonly Option<DateOnly?> lastDay = new("--end-date") { Description = "Letzter Tag, wenn es über mehrere Tage geht", HelpName = "JJJJ-MM-TT", CustomParser = result => Read(result, ReadDay) };
    private readonly Option<TimeZoneInfo?> zone = new("--zone") { Description = "Zeitzone des Orts, wie Europe/Berlin; sonst die des Kreisverbands", HelpName = "ZONE", CustomParser = ReadZone };
    private readonly Option<string?> urgency = new("--urgent") { Description = "Warum die Frist nicht eingehalten wird; steht in der Einladung", HelpName = "GRUND" };
    private readonly Option<string[]> guests = new("--guest") { Description = "Mailadresse eines Gastes; liest die Fassung für den Partner", HelpName = "MAIL", AllowMultipleArgumentsPerToken = false };

    public IEnumerable<Option> All => [end, lastDay, zone, urgency, guests];

    public Option<TimeOnly?> End => end;

    public Option<DateOnly?> LastDay => lastDay;

    public Option<TimeZoneInfo?> Zone => zone;

    public Option<string?> Urgency => urgency;

    /// <exception cref="VerbException">A guest's address is none.</exception>
    public MeetingRequest Request(VerbContext context) => new(
        context.Get(end), context.Get(lastDay), context.Get(zone), context.Get(urgency),
        [.. (context.Get(guests) ?? []).Select(text => MailAddress.TryParse(text, out var mail) ? mail : throw NoAddress())]);

    internal static TimeOnly? ReadTime(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    internal static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static T? Read<T>(ArgumentResult result, Func<string, T?> read)
        where T : struct
    {
        if (result.Tokens is [{ Value: { } text }] && read(text) is { } value)
            return value;

        result.AddError($"{result.Argument.Name}: {typeof(T).Name switch { nameof(TimeOnly) => "eine Uhrzeit wie 19:00", _ => "ein Datum wie 2026-08-11" }}");
        return null;
    }

    private static TimeZoneInfo? ReadZone(ArgumentResult result)
    {
        if (result.Tokens is [{ Value: { } text }] && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId)
            return zone;

        result.AddError($"{result.Argument.Name}: eine Zeitzone wie Europe/Berlin");
        return null;
    }

    private static VerbException NoAddress() => new(
        "no-address", "--guest",
        new Bilingual("Das ist keine Mailadresse.", "This is no mail address."),
        new Bilingual("Die Adresse ohne Namen angeben.", "Give the address without a name."));
}
