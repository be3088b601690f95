using System.CommandLine;
using System.Globalization;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Drafting;

/// <summary><c>minutes correct FILE --note TEXT</c>: begins the next version in a file of its own; the old one stays.</summary>
internal sealed class CorrectVerb : Verb
{
    private readonly Argument<FileInfo> file = new("FILE.docx") { Description = "Das freigegebene oder genehmigte Protokoll" };
    private readonly Option<string> note = new("--note") { Description = "Was berichtigt wird, in einem Satz; er steht in der neuen Fassung", HelpName = "TEXT", Required = true };
    private readonly Option<string?> output = new("--out") { Description = "Datei oder Ordner; sonst neben der alten, mit der Nummer der Fassung" };

    protected override Command Describe() => new("correct", "Beginnt eine Berichtigung: die nächste Fassung, mit Grund, als Entwurf") { file, note, output };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var source = context.Get(file)!;
        var old = await LastMinutes.ReadAsync(source, cancellationToken);
        if (old.Document is not { } document)
            throw new VerbException("correct-json", source.Name, new Bilingual("Berichtigt wird ein Word-Dokument.", "A Word document is corrected."), new Bilingual("Die .docx-Datei nennen.", "Name the .docx file."));

        var minutes = MinutesCorrection.Begin(old.Minutes, context.Get(note)!);
        var changed = MinutesChange.Apply(document, old.Minutes, minutes);
        var name = string.Create(CultureInfo.InvariantCulture, $"{WithoutVersion(source.Name)} - Fassung {minutes.Version.Number}.docx");
        var target = Path.GetFullPath(context.Get(output) is { } given ? DraftFile.Target(given, name) : Path.Combine(source.DirectoryName!, name));
        await DraftFile.WriteAsync(target, changed, cancellationToken);

        if (context.Json)
            Answer.Write(Answer.Node(new { file = target, id = minutes.Id.ToString(), version = minutes.Version.Number, replaces = minutes.Version.Replaces, note = minutes.Version.Note }));
        else
            context.Answer.People.WriteLine(target);
        return ExitCode.Done;
    }

    // The file of version 2 is called so already.
    private static string WithoutVersion(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        var end = stem.LastIndexOf(" - Fassung ", StringComparison.Ordinal);
        return end > 0 && stem[(end + " - Fassung ".Length)..].All(char.IsAsciiDigit) ? stem[..end] : stem;
    }
}
