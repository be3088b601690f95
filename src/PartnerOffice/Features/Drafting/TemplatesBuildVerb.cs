using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Drafting;

/// <summary><c>templates build</c>: makes the delivered templates anew, byte for byte the same.</summary>
internal sealed class TemplatesBuildVerb : Verb
{
    private readonly Option<string> output = new("--out") { Description = "Ordner der Vorlagen", DefaultValueFactory = _ => "templates" };

    protected override Command Describe() => new("build", "Erstellt die mitgelieferten Vorlagen neu") { output };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var folder = context.Get(output)!;
        (string Name, ReadOnlyMemory<byte> Bytes)[] built = [.. MinutesTemplate.FileNames.Select(name => (name, MinutesTemplate.Build(name))), ("tracker.xlsx", TrackerTemplate.Build())];
        foreach (var (name, bytes) in built)
            await SafeFile.WriteAsync(Path.Combine(folder, name), bytes, force: true, cancellationToken);

        var files = built.Select(template => Path.Combine(folder, template.Name)).ToList();
        if (context.Json)
            Answer.Write(Answer.Node(files));
        else
            files.ForEach(context.Answer.People.WriteLine);
        return ExitCode.Done;
    }
}
