using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Retreats;

/// <summary><c>retreat answer</c>: enters what somebody said on the telephone; no link overwrites it (R12).</summary>
internal sealed class PollAnswerVerb : Verb
{
    private readonly Argument<string> id = RetreatOptions.Poll();
    private readonly Argument<string> person = new("PERSON") { Description = "Name oder Kennung des Mitglieds" };
    private readonly Option<DateOnly[]> yes = RetreatOptions.Days("--yes", "Tage, die passen");
    private readonly Option<DateOnly[]> ifNeeded = RetreatOptions.Days("--if-needed", "Tage, die zur Not gehen");
    private readonly Option<DateOnly[]> no = RetreatOptions.Days("--no", "Tage, die nicht gehen");
    private readonly Option<string> who = new("--as") { Description = "Wer es einträgt: Name oder Kennung, aus demselben Kreisverband", HelpName = "NAME", Required = true };

    protected override Command Describe() => new("answer", "Trägt die Antwort eines Mitglieds auf eine Terminumfrage ein") { id, person, yes, ifNeeded, no, who };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var (own, by) = RetreatOptions.Acting(partnership, context.Get(who)!);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var desk = RetreatOptions.PollsOf(office, partnership);
        var poll = await desk.FindAsync(context.Get(id)!, cancellationToken);
        var answers = new Dictionary<DateOnly, DayAnswer>();
        foreach (var (option, answer) in new[] { (yes, DayAnswer.Yes), (ifNeeded, DayAnswer.IfNeeded), (no, DayAnswer.No) })
        {
            foreach (var day in context.Get(option) ?? [])
                answers[day] = answer;
        }

        var after = await desk.EnterAsync(poll, own, context.Get(person)!, answers, by.Id.ToString(), cancellationToken);
        return new RetreatSpeech(context).Say(after, await RetreatOptions.SuggestingOf(office, partnership).RankAsync(after, cancellationToken), own, TimeProvider.System.Today(own.TimeZone));
    }
}
