using System.CommandLine;
using System.Security.Cryptography;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary><c>minutes edition FILE.docx --out P.docx</c>: the partner edition and what was withheld; a dry run, no network.</summary>
internal sealed class EditionVerb : Verb
{
    private readonly Argument<FileInfo[]> files = new("FILE.docx") { Arity = ArgumentArity.OneOrMore, Description = "Protokolle in der Standardform" };
    private readonly Option<string?> output = new("--out") { Description = "Datei für eine Partnerfassung, Ordner für mehrere; ohne --out nur der Bericht" };
    private readonly Option<string?> preview = new("--preview") { Description = "Vorschau als Webseite zum Lesen, mit jeder zurückgehaltenen Stelle; Ordner für mehrere" };
    private readonly Option<bool> diff = new("--diff") { Description = "Protokoll und Partnerfassung nebeneinander als Text zeigen" };
    private readonly Option<bool> force = new("--force") { Description = "Vorhandene Dateien überschreiben" };
    private readonly Option<string?> reader = new("--for") { Description = "Bei einem gemeinsamen Protokoll: für welchen der beiden Kreisverbände (Kennung); sonst für den Partner", HelpName = "KREISVERBAND" };
    private readonly GivenReasons reasons = new();

    protected override Command Describe() =>
        new("edition", "Erstellt die Partnerfassung zur Ansicht und sagt, was nicht mitgeht") { files, reader, output, preview, diff, force, reasons.Accept, reasons.Reason };

    protected override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var inputs = context.Get(files)!;
        var given = reasons.In(context, inputs.Length);
        if (context.Get(diff) && context.Json)
            throw NoWordsInJson();

        return FileVerb.RunAsync(context, inputs, async file =>
        {
            var source = await IncomingDocument.OpenAsync(file, cancellationToken);
            var reading = MinutesReader.Read(source);
            var findings = JudgedFinding.Judge(DocumentCheck.Run(reading, context.CheckContextOf(reading.Minutes)), given);
            if (reading.Minutes is not { } minutes || EditionGuard.Stopping(findings, reading) is { Count: > 0 })
                return EditionGuard.Refused(file, [.. findings.Select(judged => judged.Finding)], context);

            var document = ReleasePreparation.Show(context.Partnership.Partnership, minutes, reading, AcceptedCoincidence.In(findings), ReaderOf(context, minutes));
            var written = await WriteAsync(context, file, inputs.Length > 1, document, cancellationToken);
            return new FileAnswer(ExitCode.Done, Json(context, source, document, findings, written), console => Say(console, context, source, document, written));
        });
    }

    private District? ReaderOf(VerbContext context, Minutes minutes)
    {
        if (context.Get(reader) is not { } name)
            return null;
        if (!minutes.IsJoint)
            throw OnlyOfTwo();
        return context.Partnership.Partnership.Districts.FirstOrDefault(district => district.Id.ToString() == name || district.ShortName.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw ShareException.ForeignDistrict(name);
    }

    private async Task<(string? Edition, string? Preview)> WriteAsync(VerbContext context, FileInfo file, bool several, PartnerDocument document, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(file.Name) + " - Partnerfassung";
        var (edition, page) = (
            context.Get(output) is { } given ? SafeFile.Target(given, several, file, name + ".docx") : null,
            context.Get(preview) is { } shown ? SafeFile.Target(shown, several, file, name + ".html") : null);
        var isForced = context.Get(force);
        if (edition is not null)
            await SafeFile.WriteAsync(edition, document.Bytes, isForced, cancellationToken);
        if (page is not null)
            await SafeFile.WriteAsync(page, EditionPreview.Of(document.Edition, context.Language), isForced, cancellationToken);
        return (edition, page);
    }

    private static System.Text.Json.Nodes.JsonNode Json(VerbContext context, GatedPackage source, PartnerDocument document, IReadOnlyList<JudgedFinding> findings, (string? Edition, string? Preview) written) =>
        Answer.Node(new
        {
            edition = written.Edition,
            preview = written.Preview,
            sha256 = document.Sha256,
            sourceSha256 = Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span)),
            verified = true,
            withheld = document.Edition.Withheld.Select(entry => new { entry.Place, entry.Kind, reason = entry.Reason.In(context.Language) }),
            findings = FindingLines.Json(findings.Where(judged => judged.IsOpen).Select(judged => judged.Finding), context.Language),
        });

    private void Say(IAnsiConsole console, VerbContext context, GatedPackage source, PartnerDocument document, (string? Edition, string? Preview) written)
    {
        if (context.Get(diff))
            SideBySide.Say(console, DocumentText.LinesOf(source), DocumentText.LinesOf(PackageGate.Inspect(document.Bytes, PackageKind.Word)), context.Language);
        foreach (var path in ((string?[])[written.Edition, written.Preview]).OfType<string>())
            console.WriteLine(path);
        console.WriteLine($"SHA-256 {document.Sha256}");
        WithheldTable.Say(console, document.Edition, context.Language);
    }

    private static VerbException OnlyOfTwo() => new(
        "only-of-two",
        "--for",
        new Bilingual("Nur ein gemeinsames Protokoll hat für jeden der beiden Vorstände eine Fassung.", "Only the minutes of two boards have an edition for each."),
        new Bilingual("--for weglassen: die Fassung ist für den Partner.", "Leave out --for: the edition is for the partner."));

    private static VerbException NoWordsInJson() => new(
        "diff-as-json",
        "--diff",
        new Bilingual("Der Vergleich zeigt vertrauliche Worte und geht deshalb nie in JSON.", "The comparison shows confidential words and therefore never goes into JSON."),
        new Bilingual("--diff ohne --json aufrufen.", "Call --diff without --json."));
}
