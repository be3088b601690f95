using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Retreats;

/// <summary><c>retreat held</c>: records who took part, by the minutes or by name; that is the evidence of the yearly duty.</summary>
internal sealed class RetreatHeldVerb : Verb
{
    private readonly Argument<string> id = RetreatOptions.Id();
    private readonly Option<FileInfo?> minutes = new("--minutes") { Description = "Das Protokoll der Klausur (.docx oder .json): Daraus folgt, wer dabei war", HelpName = "DATEI" };
    private readonly Option<string[]> people = new("--attended") { Description = "Wer dabei war, wenn es kein Protokoll zu lesen gibt: Name oder Kennung", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> who = new("--as") { Description = "Wer es einträgt: Name oder Kennung", HelpName = "NAME", Required = true };

    protected override Command Describe() => new("held", "Trägt ein, wer bei einer Klausur dabei war") { id, minutes, people, who };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var (own, person) = RetreatOptions.Acting(partnership, context.Get(who)!);
        var read = context.Get(minutes) is { } file ? await LastMinutes.ReadAsync(file, cancellationToken) : null;
        var retreat = RetreatOptions.Parse(context.Get(id)!);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var desk = RetreatOptions.DeskOf(office, partnership);
        var after = read is null
            ? await desk.RecordAsync(retreat, context.Get(people) ?? [], own, person.Id.ToString(), cancellationToken)
            : await desk.RecordAsync(retreat, read.Minutes, own, person.Id.ToString(), cancellationToken);
        return new RetreatSpeech(context).Say(after, TimeProvider.System.Today(own.TimeZone));
    }
}
