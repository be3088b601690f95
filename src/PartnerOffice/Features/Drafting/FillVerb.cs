using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Drafting;

/// <summary><c>minutes fill DATA.json</c>: renders complete minutes from JSON.</summary>
internal sealed class FillVerb : Verb
{
    private readonly Argument<FileInfo[]> files = new("DATA.json") { Arity = ArgumentArity.OneOrMore, Description = "Protokolle als JSON (partneroffice/minutes/1)" };
    private readonly Option<string?> output = new("--out") { Description = "Datei für eines, Ordner für mehrere; sonst <Kennung>.docx neben der Eingabe" };
    private readonly Option<FileInfo?> template = new("--template") { Description = "Eigene Vorlage statt der mitgelieferten" };
    private readonly Option<bool> force = new("--force") { Description = "Vorhandene Dateien überschreiben" };

    protected override Command Describe() => new("fill", "Füllt die Vorlage mit einem Protokoll") { files, output, template, force };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var inputs = context.Get(files)!;
        ReadOnlyMemory<byte>? own = context.Get(template) is { } restyled ? (await IncomingDocument.OpenAsync(restyled, cancellationToken)).Bytes : default(ReadOnlyMemory<byte>?);
        return await FileVerb.RunAsync(context, inputs, async file =>
        {
            var given = MinutesJson.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken));
            var minutes = CanonicalMinutes.Of(given);
            if (MinutesJson.Write(given) != MinutesJson.Write(minutes))
                context.Answer.Errors.WriteLine(new Bilingual($"{file.Name}: in die kanonische Form gebracht.", $"{file.Name}: brought into canonical form.").In(context.Language));

            var document = MinutesWriter.Fill(own ?? MinutesTemplate.Build(minutes.Kind), minutes, DocumentFrame.Of(minutes, context.Partnership.Partnership));
            var target = SafeFile.Target(context.Get(output), inputs.Length > 1, file, $"{minutes.Id}.docx");
            await SafeFile.WriteAsync(target, document, context.Get(force), cancellationToken);
            return new FileAnswer(ExitCode.Done, Answer.Node(new { file = target, id = minutes.Id.ToString() }), console => console.WriteLine(target));
        });
    }
}
