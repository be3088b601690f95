using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Documents.Tracker;
using Spectre.Console;

namespace PartnerOffice.Features.Tracking;

/// <summary><c>tracker new FILE.xlsx</c>: the shared workbook from the template.</summary>
internal sealed class TrackerNewVerb : Verb
{
    private readonly Argument<string> file = new("FILE.xlsx") { Description = "Wohin der Tracker gelegt wird" };
    private readonly Option<FileInfo?> template = new("--template") { Description = "Eigene Vorlage statt der mitgelieferten" };
    private readonly Option<bool> register = new("--register") { Description = "Das Vorstandsregister statt des gemeinsamen Trackers: für den eigenen Vorstand allein" };
    private readonly Option<bool> force = new("--force") { Description = "Eine vorhandene Datei überschreiben" };

    protected override Command Describe() => new("new", "Legt den gemeinsamen Tracker aus der Vorlage an") { file, template, register, force };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var target = context.Get(file)!;
        ReadOnlyMemory<byte> workbook = context.Get(template) is { } own ? await File.ReadAllBytesAsync(own.FullName, cancellationToken) : TrackerTemplate.Delivered();
        if (context.Get(register)) workbook = TrackerTemplate.Register(workbook);
        await SafeFile.WriteAsync(target, workbook, context.Get(force), cancellationToken);
        // What was once written into another workbook of this name says nothing about this one.
        File.Delete(LocalMemory.PathOf(target));
        if (context.Json)
            Answer.Write(Answer.Node(new { file = target }));
        else
            context.Answer.People.WriteLine(target);
        return ExitCode.Done;
    }
}
