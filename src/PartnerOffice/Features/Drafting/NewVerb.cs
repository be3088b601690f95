using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Drafting;

/// <summary><c>minutes new</c>: a draft with agenda, members, open actions and the minutes to approve; it never overwrites a file.</summary>
internal sealed class NewVerb : Verb
{
    private readonly Option<FileInfo?> from = new("--from") { Description = "Das letzte Protokoll (.docx oder .json): offene Aufgaben, Vertagtes und die Genehmigung gehen in den Entwurf", HelpName = "DATEI" };
    private readonly Option<FileInfo?> register = new("--register") { Description = "Ein Vorstandsregister auf diesem Rechner statt dessen, das die Partnerschaftsdatei nennt: was dort offen ist und im Umlauf beschlossen wurde, geht in den Entwurf", HelpName = "R.xlsx" };
    private readonly Option<bool> copy = new("--copy") { Description = "Aus einer Kopie, die durch »Speichern unter« entstand, eine eigene Sitzung machen: Text bleibt, Kennung ist neu" };
    private readonly Option<FileInfo?> template = new("--template") { Description = "Eigene Vorlage statt der mitgelieferten" };
    private readonly Option<string?> output = new("--out") { Description = "Datei oder Ordner; sonst <Kennung>.docx im laufenden Ordner" };
    private readonly DraftOptions options = new();

    protected override Command Describe()
    {
        var command = new Command("new", "Beginnt ein Protokoll: Tagesordnung, Mitglieder, offene Aufgaben, Genehmigung des letzten Protokolls") { from, register, copy, template, output };
        foreach (var option in options.All)
            command.Add(option);
        return command;
    }

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var source = context.Get(from);
        var last = source is null ? null : await LastMinutes.ReadAsync(source, cancellationToken);
        var district = options.DistrictOf(context, last?.Minutes);
        if (context.Get(copy))
            return await CopyAsync(context, last ?? throw CopyOfNothing(), district, cancellationToken);

        var today = TimeProvider.System.Today(district.TimeZone);
        var asked = options.Request(context, today, last?.Minutes) with { Received = await ReceivedAsync(context, district, cancellationToken) };
        (asked, var note) = await RegisteredAsync(context, asked, district, cancellationToken);
        var draft = MeetingDraft.Of(context.Partnership.Partnership, district, asked);
        var form = context.Get(template) is { } own ? (await IncomingDocument.OpenAsync(own, cancellationToken)).Bytes : MinutesTemplate.Build(draft.Content.Kind);
        var document = MinutesWriter.Draft(form, draft.Content, DocumentFrame.Of(draft.Content, context.Partnership.Partnership), draft.Tables, draft.Offered);
        return await WriteAsync(context, draft.Content, document, note is null ? draft.Assumed : [.. draft.Assumed, note], cancellationToken);
    }

    // What only the board may know comes from its own register; a register that nobody reaches holds back no draft.
    private async Task<(DraftRequest Request, Bilingual? Note)> RegisteredAsync(VerbContext context, DraftRequest asked, District district, CancellationToken cancellationToken)
    {
        if (context.Get(register) is { } local)
            return local.Exists ? (RegisterPlace.Into(asked, await File.ReadAllBytesAsync(local.FullName, cancellationToken), district), null) : throw VerbException.NoFile(local.FullName);
        if (district.Register is null)
            return (asked, null);

        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        return await RegisterPlace.IntoAsync(asked, office, context.Partnership.Partnership.Id, district, cancellationToken);
    }

    // A draft can be begun where no service ever ran: then nothing arrived there.
    private static async Task<IReadOnlyList<MinutesId>> ReceivedAsync(VerbContext context, District district, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(context.Data.FullName, LedgerDatabase.FileName)))
            return [];

        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        return await ReceivedMinutes.OfAsync(office.Ledger, context.Partnership.Partnership, district, TimeProvider.System.Today(district.TimeZone), cancellationToken);
    }

    // A person's copy keeps all of its words: only the id, and what belonged to the old meeting, are new.
    private async Task<int> CopyAsync(VerbContext context, LastMinutes original, District district, CancellationToken cancellationToken)
    {
        var minutes = NewMeetingCopy.Of(options.With(context, original.Minutes), district);
        var document = original.Document is { } bytes
            ? MinutesChange.Apply(bytes, original.Minutes, minutes)
            : MinutesWriter.Fill(MinutesTemplate.Build(minutes.Kind), minutes, DocumentFrame.Of(minutes, context.Partnership.Partnership));
        return await WriteAsync(context, minutes, document, [], cancellationToken);
    }

    private async Task<int> WriteAsync(VerbContext context, Minutes minutes, byte[] document, IReadOnlyList<Bilingual> assumed, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(DraftFile.Target(context.Get(output), $"{minutes.Id}.docx"));
        await DraftFile.WriteAsync(target, document, cancellationToken);
        if (context.Json)
        {
            Answer.Write(Answer.Node(new { file = target, id = minutes.Id.ToString(), number = minutes.Number, date = minutes.Date, kind = minutes.Kind, assumed = assumed.Select(words => words.In(context.Language)) }));
            return ExitCode.Done;
        }

        context.Answer.People.WriteLine(target);
        foreach (var words in assumed)
            context.Answer.People.WriteLine(words.In(context.Language));
        return ExitCode.Done;
    }

    private static VerbException CopyOfNothing() => new(
        "copy-of-nothing",
        "--copy",
        new Bilingual("Es fehlt, welche Kopie gemeint ist.", "It is missing which copy is meant."),
        new Bilingual("Die Datei mit --from nennen.", "Name the file with --from."));
}
