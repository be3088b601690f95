using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Meetings;

namespace PartnerOffice.Features.Inviting;

/// <summary><c>meeting series</c>: a board that meets every month on the same weekday; each day's agenda follows with <c>meeting plan</c>.</summary>
internal sealed class SeriesVerb : Verb
{
    private readonly Option<string?> district = new("--district") { Description = "Kennung des Kreisverbands; sonst der erste der Partnerschaft", HelpName = "KENNUNG" };
    private readonly Option<DateOnly?> from = new("--date") { Description = "Die erste Sitzung; sie sagt, der wievielte Wochentag im Monat es ist", HelpName = "JJJJ-MM-TT", Required = true, CustomParser = result => MeetingOptions.Read(result, MeetingOptions.ReadDay) };
    private readonly Option<DateOnly?> until = new("--until") { Description = "Der letzte Tag, an dem eine sein kann", HelpName = "JJJJ-MM-TT", Required = true, CustomParser = result => MeetingOptions.Read(result, MeetingOptions.ReadDay) };
    private readonly Option<TimeOnly?> start = new("--start") { Description = "Beginn", HelpName = "HH:MM", Required = true, CustomParser = result => MeetingOptions.Read(result, MeetingOptions.ReadTime) };
    private readonly Option<string?> place = new("--place") { Description = "Ort", HelpName = "TEXT" };
    private readonly Option<bool> noWait = new("--no-wait") { Description = "Nur einreihen, nicht warten" };
    private readonly MeetingOptions options = new();
    private readonly InvitationConsent consent = new();

    protected override Command Describe()
    {
        var command = new Command("series", "Lädt zu einer monatlichen Sitzung ein; die vereinbarten Pausen bleiben frei") { district, from, until, start, place, noWait, options.End, options.Zone };
        foreach (var option in consent.All)
            command.Add(option);
        return command;
    }

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        consent.RequireAllowed(context);
        var partnership = context.Partnership.Partnership;
        var own = context.Get(district) is not { } id ? partnership.Districts[0] : partnership.Find(id) ?? throw VerbException.NoDistrict(id, partnership);
        var (first, begins) = (context.Get(from)!.Value, context.Get(start)!.Value);
        var series = MeetingSeries.Monthly(own.Id, first, context.Get(until)!.Value, partnership.Obligations.Pauses);
        var time = MeetingTime.Of(first, begins, null, context.Get(options.End) ?? begins.AddHours(3), context.Get(options.Zone) ?? own.TimeZone);

        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var plan = new PlanMeeting(office.Ledger, partnership, TimeProvider.System, AnswerLines.Of(office));
        var proposal = plan.PrepareSeries(series, own, MeetingForm.InPerson, time, context.Get(place));
        var speech = new MeetingSpeech(context);
        if (proposal.Stopping.Count > 0 || consent.IsGiven(context, proposal, new Bilingual("Zu dieser Reihe jetzt einladen?", "Invite to this series now?")) is not { } isGiven)
            return speech.Preview(proposal);
        if (!isGiven)
            return ExitCode.No;

        var known = await plan.RunAsync(proposal, AuditTrail.Nobody, cancellationToken);
        return await InvitationProgress.TellAsync(context, office, speech, known, waits: !context.Get(noWait), file: null, cancellationToken);
    }
}
