using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Meetings;

namespace PartnerOffice.Features.Inviting;

/// <summary><c>meeting invited</c>: records whom a person invited by letter or telephone, for the minutes (R10, R12).</summary>
internal sealed class InvitedVerb : Verb
{
    private readonly Argument<string> id = new("ID") { Description = "Kennung der Sitzung, wie meeting list sie nennt" };
    private readonly Argument<string> person = new("PERSON") { Description = "Name oder Kennung der eingeladenen Person" };
    private readonly Option<InvitationChannel?> by = new("--by")
    {
        Description = "Wie: Brief (letter) oder Telefon (phone)",
        HelpName = "letter|phone",
        Required = true,
        CustomParser = result =>
        {
            if (result.Tokens is [{ Value: { } text }] && KebabWord.TryParse<InvitationChannel>(text, out var channel) && channel is InvitationChannel.Letter or InvitationChannel.Phone)
                return channel;

            result.AddError("--by: letter, phone");
            return null;
        },
    };

    private readonly Option<DateOnly?> on = new("--on") { Description = "An welchem Tag; sonst heute", HelpName = "JJJJ-MM-TT", CustomParser = result => MeetingOptions.Read(result, MeetingOptions.ReadDay) };
    private readonly Option<string?> who = new("--as") { Description = "Wer es einträgt: Name oder Kennung", HelpName = "NAME" };

    protected override Command Describe() => new("invited", "Trägt ein, wer mit der Post oder am Telefon eingeladen wurde") { id, person, by, on, who };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var known = await PlannedMeetings.FindAsync(office.Ledger, partnership, context.Get(id)!, cancellationToken);
        var acting = context.Get(who) is { } name ? ActingPerson.Of(partnership.Find(known.Plan.District)!, name).Id.ToString() : AuditTrail.Nobody;
        var recorded = await new RecordInvitation(office.Ledger, partnership, TimeProvider.System).RunAsync(known, context.Get(person)!, context.Get(by)!.Value, context.Get(on), acting, cancellationToken);
        new MeetingSpeech(context).Done(recorded, [], file: null);
        return ExitCode.Done;
    }
}
