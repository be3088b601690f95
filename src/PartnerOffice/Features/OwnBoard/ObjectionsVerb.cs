using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.OwnBoard;

/// <summary><c>minutes objections FILE.docx</c>: comments and tracked changes that came back, each taken over with one action (R13).</summary>
internal sealed class ObjectionsVerb : Verb
{
    private readonly Argument<FileInfo> file = new("FILE.docx") { Description = "Das Protokoll, wie es zurückkam" };
    private readonly Option<string[]> accept = new("--accept") { Description = "Diese Änderung annehmen (Nummer aus der Liste)", HelpName = "NR" };
    private readonly Option<string[]> reject = new("--reject") { Description = "Diese Änderung ablehnen", HelpName = "NR" };
    private readonly Option<string[]> answer = new("--answer") { Description = "Diesen Kommentar erledigen; er geht mit seinen Antworten aus der Datei", HelpName = "NR" };
    private readonly Option<bool> acceptAll = new("--accept-all") { Description = "Alle Änderungen annehmen; Kommentare bleiben" };
    private readonly Option<bool> answerAll = new("--answer-all") { Description = "Alle Kommentare erledigen" };

    protected override Command Describe() => new("objections", "Einwände: Kommentare und nachverfolgte Änderungen auflisten und einzeln übernehmen") { file, accept, reject, answer, acceptAll, answerAll };

    protected override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken) => FileVerb.RunAsync(context, [context.Get(file)!], async source =>
    {
        var document = ObjectionDocument.Read(await IncomingDocument.OpenAsync(source, cancellationToken));
        var answers = Answers(context, document.Objections);
        if (answers.Count > 0)
        {
            await SafeFile.WriteAsync(source.FullName, document.Settle(answers), force: true, cancellationToken);
            document = ObjectionDocument.Read(await IncomingDocument.OpenAsync(source, cancellationToken));
        }

        var left = document.Objections;
        return new FileAnswer(ExitCode.Done, Json(source, answers.Count, left), console => Say(console, context.Language, answers.Count, left));
    });

    private List<(string Named, ObjectionAnswer Answer)> Answers(VerbContext context, IReadOnlyList<Objection> objections)
    {
        List<(string Named, ObjectionAnswer Answer)> answers =
        [
            .. (context.Get(reject) ?? []).Select(one => (one, ObjectionAnswer.Reject)),
            .. (context.Get(accept) ?? []).Select(one => (one, ObjectionAnswer.Accept)),
            .. (context.Get(answer) ?? []).Select(one => (one, ObjectionAnswer.Answer)),
        ];
        // What was named one by one is decided already.
        if (context.Get(acceptAll))
            answers.AddRange(objections.Where(one => one.Kind != ObjectionKind.Comment).Select(one => (one.Key, ObjectionAnswer.Accept)));
        if (context.Get(answerAll))
            answers.AddRange(objections.Where(one => one.Kind == ObjectionKind.Comment).Select(one => (one.Key, ObjectionAnswer.Answer)));
        return answers;
    }

    private static JsonNode Json(FileInfo source, int settled, IReadOnlyList<Objection> objections) => Answer.Node(new { file = source.FullName, settled, objections });

    private static void Say(IAnsiConsole console, Language language, int settled, IReadOnlyList<Objection> objections)
    {
        if (settled > 0)
            console.WriteLine(new Bilingual($"Übernommen: {settled}.", $"Settled: {settled}.").In(language));
        if (objections.Count == 0)
        {
            console.WriteLine(new Bilingual("Keine Einwände mehr in der Datei.", "No objections left in the file.").In(language));
            return;
        }

        var table = new Table().AddColumns("Nr.", "Wo", "Wer", "Wann", "Was", "Bisher", "Neu oder Kommentar");
        foreach (var one in objections)
        {
            table.AddRow(((string[])
            [
                one.Number.ToString(CultureInfo.InvariantCulture), one.Place, one.Author, one.At?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "",
                ObjectionWords.Of(one.Kind).In(language), one.Old,
                one.Text is null ? one.New : string.Join("\n", one.Replies.Select(reply => $"{reply.Author}: {reply.Text}").Prepend(one.Text)),
            ]).Select(Markup.Escape).ToArray());
        }

        console.Write(table);
    }
}
