using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.People;

/// <summary><c>people handover PERSON --out F.docx</c>: the page with which an office changes hands (R21).</summary>
internal sealed class HandoverVerb : Verb
{
    private readonly Argument<string> person = PeopleOptions.Person();
    private readonly Option<string?> on = PeopleOptions.Day("--on", "Letzter Tag im Amt; ohne Angabe der eingetragene");
    private readonly Option<FileInfo?> last = new("--last") { Description = "Das letzte Protokoll: offene Aufgaben und nächste Sitzung", HelpName = "DATEI.docx" };
    private readonly Option<string?> target = new("--out") { Description = "Wohin; ohne Angabe in den laufenden Ordner", HelpName = "DATEI.docx" };
    private readonly Option<bool> force = new("--force") { Description = "Eine vorhandene Datei ersetzen" };

    protected override Command Describe() => new("handover", "Schreibt die Übergabe: Offenes, Termine, und was nur ein Mensch tun kann") { person, on, last, target, force };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (district, known) = PeopleOptions.Find(context, context.Get(person)!);
        var minutes = context.Get(last) is { } source ? MinutesReader.Read(await IncomingDocument.OpenAsync(source, cancellationToken)).Minutes ?? throw NotMinutes(source) : null;
        if (minutes is not null && minutes.District != district.Id.ToString())
            throw NotMinutes(context.Get(last)!);

        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        var handover = await new Handovers(office, context.Partnership.Partnership, TimeProvider.System)
            .OfAsync(district, known, PeopleOptions.DayOf(context, on, district), minutes, [], cancellationToken);
        var path = Path.GetFullPath(context.Get(target) ?? HandoverWriter.FileNameOf(handover));
        await SafeFile.WriteAsync(path, HandoverWriter.Write(handover), context.Get(force), cancellationToken);
        if (context.Json)
            Answer.Write(Answer.Node(new { person = known.Id.ToString(), lastDay = handover.LastDay, open = handover.Open.Count, dates = handover.Dates.Count, byHand = handover.ByHand.Count, file = path }));
        else
            context.Answer.People.WriteLine(path);
        return ExitCode.Done;
    }

    private static VerbException NotMinutes(FileInfo file) => new(
        "minutes-not-read", file.Name,
        new("Das ist kein lesbares Protokoll dieses Kreisverbands.", "These are no readable minutes of this district."),
        new("Das letzte Protokoll des eigenen Vorstands angeben.", "Name the last minutes of the own board."));
}
