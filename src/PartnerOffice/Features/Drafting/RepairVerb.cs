using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Documents.Word.Repair;
using Spectre.Console;

namespace PartnerOffice.Features.Drafting;

/// <summary><c>minutes repair FILE.docx --out F.docx</c>: puts back the controls that LibreOffice and others take away, in the form of each kind of meeting; every doubt stays in the board and is a question.</summary>
internal sealed class RepairVerb : Verb
{
    private readonly Argument<FileInfo[]> files = new("FILE.docx") { Arity = ArgumentArity.OneOrMore, Description = "Protokolle, deren Felder fehlen" };
    private readonly Option<string?> output = new("--out") { Description = "Datei für eines, Ordner für mehrere; ohne --out nur der Bericht" };
    private readonly Option<FileInfo?> last = new("--last") { Description = "Letzter bekannter Stand desselben Protokolls (.docx oder .json), für verlorene Kennungen" };
    private readonly Option<FileInfo?> template = new("--template") { Description = "Eigene Vorlage statt der mitgelieferten dieser Sitzungsart" };
    private readonly Option<bool> force = new("--force") { Description = "Vorhandene Dateien überschreiben" };

    protected override Command Describe() => new("repair", "Stellt die Felder eines Protokolls wieder her und zeigt Alt und Neu") { files, output, last, template, force };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var inputs = context.Get(files)!;
        ReadOnlyMemory<byte>? form = context.Get(template) is { } own ? (await IncomingDocument.OpenAsync(own, cancellationToken)).Bytes : default(ReadOnlyMemory<byte>?);
        var known = context.Get(last) is { } file ? await LastAsync(file, cancellationToken) : null;
        return await FileVerb.RunAsync(context, inputs, input => AnswerAsync(context, input, inputs.Length > 1, form, known, cancellationToken));
    }

    private async Task<FileAnswer> AnswerAsync(VerbContext context, FileInfo file, bool several, ReadOnlyMemory<byte>? form, Minutes? known, CancellationToken cancellationToken)
    {
        var document = await IncomingDocument.OpenAsync(file, cancellationToken);
        var repaired = MinutesRepair.Run(document, form, known, context.Partnership.Partnership);
        string? target = null;
        if (repaired.Document is { } bytes && context.Get(output) is { } given)
        {
            target = SafeFile.Target(given, several, file, Path.GetFileNameWithoutExtension(file.Name) + " - wiederhergestellt.docx");
            await SafeFile.WriteAsync(target, bytes, context.Get(force), cancellationToken);
        }

        var reading = repaired.Reading;
        var exit = reading.Minutes is null ? ExitCode.Unreadable : reading.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.No : ExitCode.Done;
        return new FileAnswer(
            exit,
            Answer.Node(new
            {
                file = file.FullName,
                repaired = target,
                ok = exit == ExitCode.Done,
                questions = FindingLines.Json(reading.Findings, context.Language),
                leftBehind = reading.Withheld.Select(entry => new { entry.Place, reason = entry.Reason.In(context.Language) }),
                lines = repaired.Lines,
            }),
            console => Say(console, repaired, target, context.Language));
    }

    private static async Task<Minutes?> LastAsync(FileInfo file, CancellationToken cancellationToken) =>
        file.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase)
            ? MinutesJson.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken))
            : MinutesReader.Read(await IncomingDocument.OpenAsync(file, cancellationToken)).Minutes;

    private static void Say(IAnsiConsole console, RepairedMinutes repaired, string? target, Language language)
    {
        foreach (var finding in repaired.Reading.Findings)
            FindingLines.Say(console, finding, language);
        foreach (var entry in repaired.Reading.Withheld)
            console.WriteLine($"{entry.Place}: {entry.Reason.In(language)}");

        // A document that was refused has nothing to compare.
        if (repaired.Document is null)
            return;

        var changed = repaired.Lines.Where(pair => !pair.IsSame).ToList();
        if (changed.Count > 0)
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumns(new Bilingual("Alt", "Old").In(language), new Bilingual("Neu", "New").In(language));
            foreach (var pair in changed)
                table.AddRow(Markup.Escape(pair.Old ?? ""), Markup.Escape(pair.New ?? ""));
            console.Write(table);
        }

        var (same, questions) = (repaired.Lines.Count - changed.Count, repaired.Reading.Findings.Count);
        console.WriteLine(new Bilingual($"Gleich geblieben: {same} Zeilen. Fragen: {questions}.", $"Unchanged: {same} lines. Questions: {questions}.").In(language));
        if (target is not null)
            console.WriteLine(target);
    }
}
