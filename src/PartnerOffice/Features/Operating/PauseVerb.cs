using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Operating;

/// <summary><c>pause</c> and <c>resume</c>: the brake for everything (D25).</summary>
internal sealed class PauseVerb(bool resume) : Verb
{
    private readonly Option<string?> person = new("--as") { Description = "Wer bremst oder löst", HelpName = "NAME" };

    protected override Command Describe() => resume
        ? new("resume", "Löst die Bremse: alles geht weiter, wo es stand") { person }
        : new("pause", "Bremst alles: nichts Neues beginnt, bis resume") { person };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var who = context.Get(person) is { } name ? ActingPerson.Of(context.Partnership.Partnership, name).Id.ToString() : AuditTrail.Nobody;
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        if (resume)
        {
            var wasPaused = await office.Brakes.ResumeAsync(who, cancellationToken);
            Say(context, null, wasPaused ? new("Alles geht weiter.", "Everything goes on.") : new("Es war nichts angehalten.", "Nothing was paused."));
        }
        else
        {
            var since = await office.Brakes.PauseAsync(who, cancellationToken);
            Say(context, since, new("Angehalten. Nichts Neues beginnt; weiter mit »resume«.", "Paused. Nothing new begins; go on with \"resume\"."));
        }

        return ExitCode.Done;
    }

    private static void Say(VerbContext context, DateTimeOffset? since, Bilingual words)
    {
        if (context.Json)
            Answer.Write(Answer.Node(new { paused = since is not null, since }));
        else
            context.Answer.Say(new Bilingual(context.Mark + words.German, context.Mark + words.English));
    }
}
