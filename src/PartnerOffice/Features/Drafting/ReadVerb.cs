using System.CommandLine;
using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Drafting;

/// <summary><c>minutes read FILE.docx</c>: the structured content as JSON; what was not understood is said on standard error.</summary>
internal sealed class ReadVerb : Verb
{
    private readonly Argument<FileInfo[]> files = new("FILE.docx") { Arity = ArgumentArity.OneOrMore, Description = "Protokolle in der Standardform" };

    protected override Command Describe() => new("read", "Liest ein Protokoll und gibt es als JSON aus") { files };

    protected override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken) =>
        FileVerb.RunAsync(context, context.Get(files)!, async file =>
        {
            var reading = MinutesReader.Read(await IncomingDocument.OpenAsync(file, cancellationToken));
            foreach (var finding in reading.Findings)
                FindingLines.Say(context.Answer.Errors, finding, context.Language);
            return reading.Minutes is { } minutes
                ? Print(minutes) with { ExitCode = reading.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.No : ExitCode.Done }
                : new FileAnswer(ExitCode.Unreadable, Answer.Node(new { file = file.FullName, findings = FindingLines.Json(reading.Findings, context.Language) }), _ => { });
        });

    /// <summary>The minutes as they are written, for people and programs alike.</summary>
    internal static FileAnswer Print(Minutes minutes)
    {
        var json = MinutesJson.Write(minutes);
        return new FileAnswer(ExitCode.Done, JsonNode.Parse(json)!, _ => Console.Out.Write(json));
    }
}
