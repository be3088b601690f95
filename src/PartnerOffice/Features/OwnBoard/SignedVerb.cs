using System.CommandLine;
using System.Globalization;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.OwnBoard;

/// <summary><c>minutes signed FILE.docx --on DAY --original TEXT</c>: notes when the paper was signed, and where it lies (R13).</summary>
internal sealed class SignedVerb : Verb
{
    private readonly Argument<FileInfo> file = new("FILE.docx") { Description = "Das Protokoll; der Vermerk steht danach darin" };
    private readonly Option<DateOnly?> on = new("--on")
    {
        Description = "Wann unterschrieben wurde",
        HelpName = "JJJJ-MM-TT",
        CustomParser = result =>
        {
            if (result.Tokens is [{ Value: { } text }] && DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;

            result.AddError("--on: ein Datum wie 2026-08-12");
            return null;
        },
    };

    private readonly Option<string?> original = new("--original") { Description = "Wo das unterschriebene Original liegt", HelpName = "TEXT" };

    protected override Command Describe() => new("signed", "Vermerkt im Protokoll, wann unterschrieben wurde und wo das Original liegt") { file, on, original };

    protected override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken) => FileVerb.RunAsync(context, [context.Get(file)!], async source =>
    {
        var document = await IncomingDocument.OpenAsync(source, cancellationToken);
        var minutes = MinutesReader.Read(document).Minutes ?? throw OwnBoardException.Unreadable(source.Name);
        var signed = SignedMinutes.Of(minutes, context.Get(on), context.Get(original));
        await SafeFile.WriteAsync(source.FullName, MinutesChange.Apply(document.Bytes, minutes, signed), force: true, cancellationToken);
        return new FileAnswer(
            ExitCode.Done,
            Answer.Node(new { file = source.FullName, signedOn = signed.Original!.SignedOn, original = signed.Original.Kept, note = PrintMinutes.ScanStays.In(context.Language) }),
            console =>
            {
                console.WriteLine(new Bilingual("Vermerkt.", "Noted.").In(context.Language));
                console.WriteLine(PrintMinutes.ScanStays.In(context.Language));
            });
    });
}
