using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Meetings;

namespace PartnerOffice.Features.Inviting;

/// <summary><c>meeting cancel</c>: the meeting does not take place, and everybody who was invited hears of it.</summary>
internal sealed class CancelVerb : Verb
{
    private readonly Argument<string> id = new("ID") { Description = "Kennung der Sitzung, wie meeting list sie nennt" };
    private readonly Option<bool> withDays = new("--with-days") { Description = "Bei einer Reihe: auch die Tage absagen, die einzeln geplant sind" };
    private readonly Option<bool> noWait = new("--no-wait") { Description = "Nur einreihen, nicht warten" };
    private readonly InvitationConsent consent = new();

    protected override Command Describe()
    {
        var command = new Command("cancel", "Sagt eine geplante Sitzung ab und allen Eingeladenen Bescheid") { id, withDays, noWait };
        foreach (var option in consent.All)
            command.Add(option);
        return command;
    }

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        consent.RequireAllowed(context);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var known = await PlannedMeetings.FindAsync(office.Ledger, context.Partnership.Partnership, context.Get(id)!, cancellationToken);
        var cancel = new CancelMeeting(office.Ledger, context.Partnership.Partnership, TimeProvider.System, AnswerLines.Of(office));
        var proposal = await cancel.PrepareAsync(known, context.Get(withDays), cancellationToken);
        var speech = new MeetingSpeech(context);
        if (consent.IsGiven(context, proposal, new Bilingual("Die Sitzung absagen und allen Eingeladenen Bescheid sagen?", "Cancel the meeting, and tell everybody who was invited?")) is not { } isGiven)
            return speech.Preview(proposal);
        if (!isGiven)
            return ExitCode.No;

        var cancelled = await cancel.RunAsync(proposal, AuditTrail.Nobody, cancellationToken);
        return await InvitationProgress.TellAsync(context, office, speech, cancelled, waits: !context.Get(noWait), file: null, cancellationToken);
    }
}
