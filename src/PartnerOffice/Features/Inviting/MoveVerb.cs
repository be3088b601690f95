using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Meetings;

namespace PartnerOffice.Features.Inviting;

/// <summary><c>meeting move</c>: another time or place; event, calendar files and tracker follow.</summary>
internal sealed class MoveVerb : Verb
{
    private readonly Argument<string> id = new("ID") { Description = "Kennung der Sitzung, wie meeting list sie nennt" };
    private readonly Option<DateOnly?> date = new("--date") { Description = "Neuer Tag; sonst der bisherige", HelpName = "JJJJ-MM-TT", CustomParser = result => MeetingOptions.Read(result, MeetingOptions.ReadDay) };
    private readonly Option<TimeOnly?> start = new("--start") { Description = "Neuer Beginn; sonst der bisherige", HelpName = "HH:MM", CustomParser = result => MeetingOptions.Read(result, MeetingOptions.ReadTime) };
    private readonly Option<string?> place = new("--place") { Description = "Neuer Ort; sonst der bisherige", HelpName = "TEXT" };
    private readonly Option<bool> noWait = new("--no-wait") { Description = "Nur einreihen, nicht warten" };
    private readonly MeetingOptions options = new();
    private readonly InvitationConsent consent = new();

    protected override Command Describe()
    {
        var command = new Command("move", "Verlegt eine geplante Sitzung und sagt allen Bescheid") { id, date, start, place, noWait, options.End, options.LastDay, options.Zone, options.Urgency };
        foreach (var option in consent.All)
            command.Add(option);
        return command;
    }

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        consent.RequireAllowed(context);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var known = await PlannedMeetings.FindAsync(office.Ledger, context.Partnership.Partnership, context.Get(id)!, cancellationToken);
        var move = new MoveMeeting(office.Ledger, context.Partnership.Partnership, TimeProvider.System, AnswerLines.Of(office));
        var proposal = move.Prepare(known, TimeOf(context, known.Plan.Time), context.Get(place) ?? known.Plan.Place, context.Get(options.Urgency));
        var speech = new MeetingSpeech(context);
        if (proposal.Stopping.Count > 0 || consent.IsGiven(context, proposal, new Bilingual("So verlegen und allen Bescheid sagen?", "Move it like this, and tell everybody?")) is not { } isGiven)
            return speech.Preview(proposal);
        if (!isGiven)
            return ExitCode.No;

        var moved = await move.RunAsync(proposal, AuditTrail.Nobody, cancellationToken);
        return await InvitationProgress.TellAsync(context, office, speech, moved, waits: !context.Get(noWait), file: null, cancellationToken);
    }

    // It takes as long as before, and begins when it began, unless somebody says otherwise.
    private MeetingTime TimeOf(VerbContext context, MeetingTime before) =>
        PlannedMeetings.Moved(before, context.Get(date), context.Get(start), context.Get(options.End), context.Get(options.LastDay), context.Get(options.Zone));
}
