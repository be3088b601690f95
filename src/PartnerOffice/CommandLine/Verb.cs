using System.CommandLine;
using PartnerOffice.Core;
using Spectre.Console;

namespace PartnerOffice.CommandLine;

/// <summary>One verb of the command line.</summary>
internal abstract class Verb
{
    public Command Build(CommonOptions options)
    {
        var command = Describe();
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = new VerbContext(parsed, options);
            try
            {
                return await RunAsync(context, cancellationToken);
            }
            catch (RefusalException refusal)
            {
                return Say(context, refusal);
            }
            catch (PartnershipFileException mistakes)
            {
                return Say(context, mistakes);
            }
        });
        return command;
    }

    protected abstract Command Describe();

    protected abstract Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken);

    private static int Say(VerbContext context, RefusalException refusal)
    {
        if (context.Json)
            Answer.Write(context.Answer.Refused(refusal));
        else
            context.Answer.SayRefused(refusal);
        return Verbs.ExitCodeOf(refusal);
    }

    private static int Say(VerbContext context, PartnershipFileException mistakes)
    {
        if (context.Json)
        {
            Answer.Write(Answer.Node(new
            {
                error = new
                {
                    code = "partnership-file",
                    message = string.Join("\n", mistakes.Errors.Select(error => error.Message.In(context.Language))),
                    place = mistakes.Errors[0].Field,
                    remedy = new Bilingual("Die genannten Zeilen der Partnerschaftsdatei berichtigen.", "Correct the named lines of the partnership file.").In(context.Language),
                },
            }));
        }
        else
        {
            foreach (var error in mistakes.Errors)
                context.Answer.Errors.WriteLine(error.Message.In(context.Language));
        }

        return ExitCode.Usage;
    }
}
