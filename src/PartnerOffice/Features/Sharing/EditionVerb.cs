using System.CommandLine;
using System.Security.Cryptography;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary><c>minutes edition FILE.docx --out P.docx</c>: the partner edition and what was withheld; a dry run, no network.</summary>
internal sealed class EditionVerb : Verb
{
    private readonly Argument<FileInfo[]> files = new("FILE.docx") { Arity = ArgumentArity.OneOrMore, Description = "Protokolle in der Standardform" };
    private readonly Option<string?> output = new("--out") { Description = "Datei für eine Partnerfassung, Ordner für mehrere; ohne --out nur der Bericht" };
    private readonly Option<bool> force = new("--force") { Description = "Vorhandene Dateien überschreiben" };

    private readonly Acceptance acceptance = new();

    protected override Command Describe() => new("edition", "Erstellt die Partnerfassung zur Ansicht und sagt, was nicht mitgeht") { files, output, force, acceptance.Accept, acceptance.Reason };

    protected override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (inputs, accepted) = (context.Get(files)!, acceptance.In(context));
        return FileVerb.RunAsync(context, inputs, async file =>
        {
            var source = await IncomingDocument.OpenAsync(file, cancellationToken);
            var reading = MinutesReader.Read(source);
            if (reading.Minutes is not { } minutes || reading.Findings.Any(EditionGuard.Stops))
                return EditionGuard.Refused(file, reading, context);

            PartnerDocument document;
            try
            {
                document = EditionRenderer.Render(Redactor.Redact(minutes, context.Partnership.Partnership, new SourceTraces(reading.People, reading.Withheld)), accepted, reading.People);
            }
            catch (EditionRefusedException refused) when (Acceptance.Coincidences(refused, file, context) is { } coincidences)
            {
                return coincidences;
            }

            var target = context.Get(output) is { } given
                ? SafeFile.Target(given, inputs.Length > 1, file, Path.GetFileNameWithoutExtension(file.Name) + " - Partnerfassung.docx")
                : null;
            if (target is not null)
                await SafeFile.WriteAsync(target, document.Bytes, context.Get(force), cancellationToken);
            return new FileAnswer(
                ExitCode.Done,
                Answer.Node(new
                {
                    edition = target,
                    sha256 = document.Sha256,
                    sourceSha256 = Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span)),
                    verified = true,
                    withheld = document.Edition.Withheld.Select(entry => new { entry.Place, entry.Kind, reason = entry.Reason.In(context.Language) }),
                    findings = FindingLines.Json(reading.Findings, context.Language),
                }),
                console => Say(console, document, target, context.Language));
        });
    }

    private static void Say(IAnsiConsole console, PartnerDocument document, string? target, Language language)
    {
        if (target is not null)
            console.WriteLine(target);
        console.WriteLine($"SHA-256 {document.Sha256}");
        WithheldTable.Say(console, document.Edition, language);
    }
}
