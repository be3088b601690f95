using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Graph;
using Spectre.Console;

namespace PartnerOffice.Features.OwnBoard;

/// <summary><c>minutes print FILE.docx --out F.docx|F.pdf</c>: the minutes on paper, to be signed (R13).</summary>
internal sealed class PrintVerb : Verb
{
    private readonly Argument<FileInfo> file = new("FILE.docx") { Description = "Das Protokoll in der Standardform" };
    private readonly Option<string?> output = new("--out") { Description = "Datei (.docx, oder .pdf aus der eigenen Bibliothek); sonst neben dem Protokoll" };
    private readonly Option<bool> force = new("--force") { Description = "Vorhandene Dateien überschreiben" };
    private readonly GivenReasons reasons = new();

    protected override Command Describe() => new("print", "Drucken und unterschreiben: Unterschriftszeilen, Stand und Seitenzahl auf jeder Seite") { file, output, force, reasons.Accept, reasons.Reason };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var given = reasons.In(context, 1);
        var isPdf = context.Get(output)?.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) == true;
        // Only a PDF needs the library.
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: isPdf);
        return await FileVerb.RunAsync(context, [context.Get(file)!], async source =>
        {
            var reading = MinutesReader.Read(await IncomingDocument.OpenAsync(source, cancellationToken));
            var (paper, _, leftBehind, stopping) = await RunAsync(new(office, context.Partnership.Partnership, TimeProvider.System), reading, given, isPdf, cancellationToken);
            if (paper is not { } bytes)
                return EditionGuard.Refused(source, stopping, context);

            var name = Path.GetFileNameWithoutExtension(source.Name) + " - Druck.docx";
            var target = Path.GetFullPath(context.Get(output) is { } named ? SafeFile.Target(named, several: false, source, name) : Path.Combine(source.DirectoryName!, name));
            await SafeFile.WriteAsync(target, bytes, context.Get(force), cancellationToken);
            return new FileAnswer(
                ExitCode.Done,
                Answer.Node(new { file = target, leftBehind = leftBehind.Select(entry => new { entry.Place, reason = entry.Reason.In(context.Language) }), note = PrintMinutes.ScanStays.In(context.Language) }),
                console =>
                {
                    console.WriteLine(target);
                    foreach (var entry in leftBehind)
                        console.WriteLine($"{new Bilingual("Nicht im Ausdruck", "Not on paper").In(context.Language)}: {entry.Place}: {entry.Reason.In(context.Language)}");
                    console.WriteLine(PrintMinutes.ScanStays.In(context.Language));
                });
        });
    }

    private static async Task<(ReadOnlyMemory<byte>? Paper, Minutes? Minutes, IReadOnlyList<Withheld> LeftBehind, IReadOnlyList<Finding> Stopping)> RunAsync(
        PrintMinutes print, MinutesReading reading, IReadOnlyList<GivenReason> given, bool isPdf, CancellationToken cancellationToken)
    {
        try
        {
            return await print.RunAsync(reading, given, isPdf, cancellationToken);
        }
        catch (GraphException away)
        {
            throw new GraphAwayException(away);
        }
    }
}
