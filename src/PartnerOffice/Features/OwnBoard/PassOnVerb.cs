using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.OwnBoard;

/// <summary><c>minutes pass-on DELIVERY --as NAME</c>: the coordinator passes a received edition to her own board (R13).</summary>
internal sealed class PassOnVerb : Verb
{
    private readonly Argument<string> id = new("ID") { Description = "Kennung der Übermittlung, aus deliveries list" };
    private readonly Option<string> person = new("--as") { Description = "Die Koordination des empfangenden Kreisverbands: Name oder Kennung", HelpName = "NAME", Required = true };
    private readonly Option<bool> asWord = new("--docx") { Description = "Die Word-Datei statt eines PDF" };

    protected override Command Describe() => new("pass-on", "Gibt eine erhaltene Partnerfassung an den eigenen Vorstand weiter: als Mailentwurf im eigenen Postfach") { id, person, asWord };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        try
        {
            var pass = new PassOnEdition(office, context.Partnership.Partnership, TimeProvider.System);
            var sending = await pass.RunAsync(context.Get(id)!, receiver => ActingPerson.Of(receiver, context.Get(person)!), context.Get(asWord), cancellationToken);
            if (context.Json)
                Answer.Write(BoardSendingAnswer.Json(sending, context));
            else
                BoardSendingAnswer.Say(context.Answer.People, sending, context);
            return ExitCode.Done;
        }
        catch (GraphException away)
        {
            throw new GraphAwayException(away);
        }
    }
}
