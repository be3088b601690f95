using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Drafting;

/// <summary><c>minutes excerpt FILE --resolution NR --out F.docx</c>: one resolution on one page, for a reader outside unless <c>--board</c> says otherwise.</summary>
internal sealed class ExcerptVerb : Verb
{
    private readonly Argument<FileInfo> file = new("FILE") { Description = "Das Protokoll (.docx oder .json)" };
    private readonly Option<string> resolution = new("--resolution") { Description = "Nummer des Beschlusses", HelpName = "NR", Required = true };
    private readonly Option<bool> board = new("--board") { Description = "Für den Vorstand selbst: auch, was sonst niemand liest" };
    private readonly Option<string?> output = new("--out") { Description = "Datei oder Ordner; sonst neben dem Protokoll" };

    protected override Command Describe() => new("excerpt", "Ein Beschluss als Auszug auf einer Seite, zum Unterschreiben") { file, resolution, board, output };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var source = context.Get(file)!;
        var (minutes, partnership) = ((await LastMinutes.ReadAsync(source, cancellationToken)).Minutes, context.Partnership.Partnership);
        var districtName = DocumentFrame.Of(minutes, partnership).DistrictName;
        var excerpt = context.Get(board)
            ? ResolutionExcerpt.ForBoard(minutes, context.Get(resolution)!)
            : Outside(minutes, partnership, context.Get(resolution)!, districtName);

        var number = string.Concat(excerpt.Resolution.Number.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ' ' ? c : '-'));
        var name = $"Auszug {number}.docx";
        var target = Path.GetFullPath(context.Get(output) is { } given ? DraftFile.Target(given, name) : Path.Combine(source.DirectoryName!, name));
        await DraftFile.WriteAsync(target, ExcerptWriter.Write(excerpt, districtName), cancellationToken);

        if (context.Json)
            Answer.Write(Answer.Node(new { file = target, resolution = excerpt.Resolution.Number, view = excerpt.IsForBoard ? "board" : "partner" }));
        else
            context.Answer.People.WriteLine(target);
        return ExitCode.Done;
    }

    // What goes to a bank passes the same search as what goes to the partner.
    private static ResolutionExcerpt Outside(Minutes minutes, Partnership partnership, string number, string districtName)
    {
        // What goes outside is what both boards of a joint meeting may read.
        var edition = minutes.IsJoint ? Redactor.RedactForBoth(minutes, partnership) : Redactor.Redact(minutes, partnership);
        var excerpt = ResolutionExcerpt.ForOutside(minutes, edition, number);
        try
        {
            LeakSearch.For(edition).RequireClean("excerpt", ExcerptWriter.TextOf(excerpt, districtName), ExcerptWriter.FixedWords);
        }
        catch (LeakException leak)
        {
            throw new DraftException(
                "excerpt-leak",
                leak.Place,
                new Bilingual("Der Auszug enthält Wörter, die im Protokoll nur für den Vorstand stehen.", "The excerpt holds words that the minutes keep for the board."),
                new Bilingual("Die genannte Stelle im Protokoll ansehen und dort anders schreiben.", "Look at the named place in the minutes, and put it differently there."));
        }

        return excerpt;
    }
}
