using System.CommandLine;
using System.Globalization;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Import;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Drafting;

/// <summary><c>minutes import OLD --out F.docx</c>: minutes of any shape in the standard form, board-only, and what was not understood.</summary>
internal sealed class ImportVerb : Verb
{
    private static readonly Bilingual[] Kinds =
    [
        new("TOPs", "items"), new("Beschlüsse", "resolutions"), new("Aufgaben", "tasks"), new("Personen", "people"),
    ];

    private readonly Argument<FileInfo[]> files = new("OLD") { Arity = ArgumentArity.OneOrMore, Description = "Protokolle als .docx, .odt, .md oder .txt" };
    private readonly Option<string?> output = new("--out") { Description = "Datei für eines, Ordner für mehrere; ohne --out nur der Bericht" };
    private readonly Option<string?> district = new("--district") { Description = "Kreisverband, dessen Protokoll es ist; sonst der erste der Partnerschaftsdatei" };
    private readonly Option<string?> date = new("--date") { Description = "Tag der Sitzung, wenn die Datei ihn nicht nennt", HelpName = "JJJJ-MM-TT" };
    private readonly Option<bool> force = new("--force") { Description = "Vorhandene Dateien überschreiben" };

    protected override Command Describe() => new("import", "Übernimmt alte Protokolle in die Standardform; alles bleibt im Vorstand") { files, output, district, date, force };

    protected override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var inputs = context.Get(files)!;
        var day = Day(context.Get(date));
        return FileVerb.RunAsync(context, inputs, async file =>
        {
            var own = District(context);
            var imported = await ImportAsync(file, new ImportSettings(own.Id.ToString(), own.BoardName, day, (name, on) => Known(own, name, on)), cancellationToken);
            string? target = null;
            if (context.Get(output) is { } given)
            {
                target = SafeFile.Target(given, inputs.Length > 1, file, Path.GetFileNameWithoutExtension(file.Name) + " - übernommen.docx");
                await SafeFile.WriteAsync(target, MinutesWriter.Fill(MinutesTemplate.Build(), imported.Minutes, DocumentFrame.Of(imported.Minutes, own.Name)), context.Get(force), cancellationToken);
            }

            var exit = imported.Questions.Any(question => question.Severity == Severity.Error) ? ExitCode.No : ExitCode.Done;
            return new FileAnswer(
                exit,
                Answer.Node(new { file = file.FullName, imported = target, id = imported.Minutes.Id.ToString(), ok = exit == ExitCode.Done, imported.Understood, imported.NotUnderstood, questions = FindingLines.Json(imported.Questions, context.Language) }),
                console => Say(console, imported, target, context.Language));
        });
    }

    private static async Task<ImportedMinutes> ImportAsync(FileInfo file, ImportSettings settings, CancellationToken cancellationToken)
    {
        if (file.Length > GateLimits.FileBytes)
            throw new VerbException("import-too-large", file.Name, new Bilingual("Die Datei ist größer als 25 MB.", "The file is larger than 25 MB."), new Bilingual("Bilder verkleinern.", "Make the pictures smaller."));

        try
        {
            return MinutesImport.Run(await File.ReadAllBytesAsync(file.FullName, cancellationToken), file.Name, settings);
        }
        catch (GateRefusal refusal)
        {
            throw new UnreadableFileException(refusal, file.Name);
        }
    }

    private District District(VerbContext context)
    {
        var partnership = context.Partnership.Partnership;
        return context.Get(district) is not { } id ? partnership.Districts[0]
            : partnership.Find(id) ?? throw new VerbException("no-such-district", "--district", new Bilingual($"»{id}« steht nicht in der Partnerschaftsdatei.", $"\"{id}\" is not in the partnership file."), new Bilingual("Eine Kennung aus der Partnerschaftsdatei angeben.", "Give an id of the partnership file."));
    }

    private static DateOnly? Day(string? given) =>
        given is null ? null
        : DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new VerbException("date-form", "--date", new Bilingual($"»{given}« ist kein Tag.", $"\"{given}\" is no day."), new Bilingual("So angeben: --date 2026-07-14.", "Write: --date 2026-07-14."));

    // A name counts as known when it is written in full, or when its first name alone is nobody else's.
    private static KnownName? Known(District own, string name, DateOnly on)
    {
        var people = own.People.Where(person => person.TermOn(on) is not null).ToList();
        var found = people.Where(person => person.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0)
            found = [.. people.Where(person => person.Name.Split(' ') is var parts && (parts[0].Equals(name, StringComparison.OrdinalIgnoreCase) || parts[^1].Equals(name, StringComparison.OrdinalIgnoreCase)))];
        return found is [var one] ? new KnownName(one.Id.ToString(), one.TermOn(on)?.Function, one.IsVotingOn(on)) : null;
    }

    private static void Say(IAnsiConsole console, ImportedMinutes imported, string? target, Language language)
    {
        foreach (var note in imported.Understood.Where(note => note.Kind == "head"))
            console.WriteLine(note.What);
        foreach (var (kind, name) in ((string[])["item", "resolution", "action", "person"]).Zip(Kinds))
        {
            var notes = imported.Understood.Where(note => note.Kind == kind).ToList();
            console.WriteLine($"{name.In(language)}: {notes.Count}");
            foreach (var note in notes)
                console.WriteLine($"  {note.Place}: {note.What}");
        }

        if (imported.NotUnderstood.Count > 0)
            console.WriteLine(new Bilingual("Nicht zugeordnet (steht am Ende des neuen Protokolls):", "Not understood (stands at the end of the new minutes):").In(language));
        foreach (var note in imported.NotUnderstood)
            console.WriteLine($"  {note.Place}: {note.What}");
        foreach (var question in imported.Questions)
            FindingLines.Say(console, question, language);
        console.WriteLine(new Bilingual("Alles ist nur für den Vorstand; für den Partner freigeben kann es nur ein Mensch.", "Everything is for the board only; only a person can open it to the partner.").In(language));
        if (target is not null)
            console.WriteLine(target);
    }
}
