using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Meetings;

namespace PartnerOffice.Features.Inviting;

/// <summary><c>meeting answer</c>: records what somebody said to an invitation; nothing that comes in by itself writes over it (R12).</summary>
internal sealed class AnswerVerb : Verb
{
    private readonly Argument<string> id = new("ID") { Description = "Kennung der Sitzung, wie meeting list sie nennt" };
    private readonly Argument<string> person = new("PERSON") { Description = "Name oder Kennung der eingeladenen Person" };
    private readonly Option<bool> yes = new("--yes") { Description = "Hat zugesagt" };
    private readonly Option<bool> no = new("--no") { Description = "Hat abgesagt" };
    private readonly Option<bool> maybe = new("--maybe") { Description = "Kommt vielleicht" };
    private readonly Option<bool> open = new("--open") { Description = "Nimmt den Eintrag zurück; dann zählt wieder die eigene Antwort der Person" };
    private readonly Option<string?> who = new("--as") { Description = "Wer es einträgt: Name oder Kennung", HelpName = "NAME" };

    protected override Command Describe()
    {
        var command = new Command("answer", "Trägt ein, was jemand zur Einladung gesagt hat") { id, person, yes, no, maybe, open, who };
        command.Validators.Add(result =>
        {
            if (((Option<bool>[])[yes, no, maybe, open]).Count(option => result.GetValue(option)) != 1)
                result.AddError("--yes, --no, --maybe, --open");
        });
        return command;
    }

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var known = await PlannedMeetings.FindAsync(office.Ledger, partnership, context.Get(id)!, cancellationToken);
        var acting = context.Get(who) is { } name ? ActingPerson.Of(partnership.Find(known.Plan.District)!, name).Id.ToString() : AuditTrail.Nobody;
        var answered = await new RecordAnswer(office.Ledger, partnership).RunAsync(known, context.Get(person)!, AnswerOf(context), acting, cancellationToken);
        new MeetingSpeech(context).Done(answered, [], file: null);
        return ExitCode.Done;
    }

    private InvitationAnswer? AnswerOf(VerbContext context) =>
        context.Get(yes) ? InvitationAnswer.Accepted : context.Get(no) ? InvitationAnswer.Declined : context.Get(maybe) ? InvitationAnswer.Tentative : null;
}
