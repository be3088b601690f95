using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Drafting;

/// <summary><c>minutes check FILE.docx</c>: what a person should look at, what to do about it, and what was let pass with a reason.</summary>
internal sealed class CheckVerb : Verb
{
    private readonly Argument<FileInfo[]> files = new("FILE.docx") { Arity = ArgumentArity.OneOrMore, Description = "Protokolle in der Standardform" };
    private readonly GivenReasons reasons = new();

    protected override Command Describe() => new("check", "Prüft ein Protokoll und sagt, was zu tun ist") { files, reasons.Accept, reasons.Reason };

    protected override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var inputs = context.Get(files)!;
        var given = reasons.In(context, inputs.Length);
        return FileVerb.RunAsync(context, inputs, async file =>
        {
            var document = await IncomingDocument.OpenAsync(file, cancellationToken);
            var report = FormContract.IsBlank(document)
                ? new CheckReport(file.FullName, JudgedFinding.Judge([.. FormContract.LossesOf(document).OrderBy(finding => finding.Weight)], given)) { IsTemplate = true }
                : new CheckReport(file.FullName, JudgedFinding.Judge(Findings(context, FormFindings.With(MinutesReader.Read(document), document)), given));
            return new FileAnswer(report.IsOk ? ExitCode.Done : ExitCode.No, report.Json(context.Language), console => report.Say(console, context.Language));
        });
    }

    private static IReadOnlyList<Finding> Findings(VerbContext context, MinutesReading reading) => DocumentCheck.Run(reading, context.CheckContextOf(reading.Minutes));
}
