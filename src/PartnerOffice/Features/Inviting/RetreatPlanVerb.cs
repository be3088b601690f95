using System.CommandLine;
using PartnerOffice.Api;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Meetings;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Inviting;

/// <summary><c>retreat plan</c>: invites both boards to a retreat whose host and days both districts confirmed.</summary>
internal sealed class RetreatPlanVerb : Verb
{
    private readonly Argument<string> id = new("ID") { Description = "Kennung der Klausur, wie retreat list sie nennt" };
    private readonly Option<TimeOnly?> start = new("--start") { Description = "Beginn am ersten Tag", HelpName = "HH:MM", Required = true, CustomParser = result => MeetingOptions.Read(result, MeetingOptions.ReadTime) };
    private readonly Option<string?> place = new("--place") { Description = "Ort", HelpName = "TEXT" };
    private readonly Option<string?> output = new("--out") { Description = "Wohin der Entwurf des Protokolls; sonst <Kennung>.docx im laufenden Ordner", HelpName = "DATEI" };
    private readonly Option<bool> noWait = new("--no-wait") { Description = "Nur einreihen, nicht warten" };
    private readonly MeetingOptions meeting = new();
    private readonly InvitationConsent consent = new();

    protected override Command Describe()
    {
        var command = new Command("plan", "Lädt beide Vorstände zu einer Klausur ein, deren Gastgeber und Tag beide Seiten bestätigt haben") { id, start, place, output, noWait };
        foreach (var option in (IEnumerable<Option>)[.. meeting.All.Where(option => option != meeting.LastDay), .. consent.All])
            command.Add(option);
        return command;
    }

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        consent.RequireAllowed(context);
        var partnership = context.Partnership.Partnership;
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var desk = new RetreatDesk(office.Ledger, partnership, TimeProvider.System, ApiSettings.Load().PublicAddress);
        var plan = new PlanRetreat(desk, new PlanMeeting(office.Ledger, partnership, TimeProvider.System, AnswerLines.Of(office)), partnership, TimeProvider.System);
        var (retreat, proposal) = await plan.PrepareAsync(context.Get(id)!, draft => draft with { Start = context.Get(start), Place = context.Get(place) }, meeting.Request(context), cancellationToken);
        var speech = new MeetingSpeech(context);
        if (proposal.Stopping.Count > 0 || consent.IsGiven(context, proposal, new Bilingual("Beide Vorstände jetzt einladen?", "Invite both boards now?")) is not { } isGiven)
            return speech.Preview(proposal);
        if (!isGiven)
            return ExitCode.No;

        var known = await plan.RunAsync(retreat, proposal, AuditTrail.Nobody, cancellationToken);
        var target = await PlanVerb.WriteDraftAsync(context, context.Get(output), proposal.Draft!, cancellationToken);
        return await InvitationProgress.TellAsync(context, office, speech, known, waits: !context.Get(noWait), target, cancellationToken);
    }
}
