using System.CommandLine;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary><c>manifest --url https://…</c>: the two files with which the administrator gives the add-ins to the board, checked without a network.</summary>
internal sealed class ManifestVerb : Verb
{
    private readonly Option<string> url = new("--url") { Description = "Adresse des Dienstes, wie die Rechner des Vorstands sie erreichen", HelpName = "https://…", DefaultValueFactory = _ => "https://localhost:5443/" };
    private readonly Option<string?> district = new("--district") { Description = "Kennung des Kreisverbands; sonst der erste der Partnerschaft", HelpName = "KENNUNG" };
    private readonly Option<string?> output = new("--out") { Description = "Ordner für word.xml und outlook.xml, oder der Name der ersten Datei; sonst der laufende Ordner", HelpName = "ORDNER" };
    private readonly Option<bool> force = new("--force") { Description = "Eine vorhandene Datei überschreiben" };

    protected override Command Describe() => new("manifest", "Schreibt die Manifeste für Word und Outlook für eine Umgebung und prüft sie") { url, district, output, force };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var own = context.Get(district) is { } id ? partnership.Find(id) ?? throw VerbException.NoDistrict(id, partnership) : partnership.Districts[0];
        if (!Uri.TryCreate(context.Get(url)!.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            throw NotHttps(context.Get(url)!);

        var (model, environment) = (ManifestModel.Load(), new AddInEnvironment(address, own.Id));
        var (wordPath, outlookPath) = PathsOf(context.Get(output));
        ManifestFile[] files = [new(wordPath, WordManifest.Build(model, environment)), new(outlookPath, OutlookManifest.Build(model, environment))];
        IReadOnlyList<string> problems = [.. files.SelectMany(file => file.Problems), .. ManifestCheck.Together(files.Select(file => file.Manifest))];
        if (problems.Count == 0)
        {
            // Both or none: whether one may be overwritten is asked before the first is.
            if (!context.Get(force) && Array.Find(files, file => File.Exists(file.Path)) is { } taken)
                throw VerbException.Exists(taken.Path);
            foreach (var file in files)
                await SafeFile.WriteAsync(file.Path, Encoding.UTF8.GetBytes(file.Text), context.Get(force), cancellationToken);
        }

        if (context.Json)
            Answer.Write(Answer.Node(new { file = problems.Count == 0 ? wordPath : null, files = problems.Count == 0 ? files.Select(file => file.Path) : [], ok = problems.Count == 0, problems }));
        else
            Say(context, files, problems);
        return problems.Count == 0 ? ExitCode.Done : ExitCode.No;
    }

    private static (string Word, string Outlook) PathsOf(string? given)
    {
        var path = Path.GetFullPath(given ?? ".");
        var isFile = path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
        var folder = isFile ? Path.GetDirectoryName(path)! : path;
        var outlook = Path.Combine(folder, "outlook.xml");
        return (isFile && path != outlook ? path : Path.Combine(folder, "word.xml"), outlook);
    }

    /// <summary>The manifest as text, the same each time.</summary>
    internal static string TextOf(XDocument manifest)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
            manifest.Save(writer);
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}\n";
    }

    private static void Say(VerbContext context, IEnumerable<ManifestFile> files, IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
            context.Answer.Say(new Bilingual(problem, problem));
        if (problems.Count > 0)
        {
            context.Answer.Say(new Bilingual("Nicht geschrieben.", "Not written."));
            return;
        }

        foreach (var file in files)
            context.Answer.Say(new Bilingual($"{file.Path} – geprüft.", $"{file.Path} – checked."));
        context.Answer.Say(new Bilingual("Beide im Microsoft 365 Admin Center unter Integrierte Apps hochladen.", "Upload both in the Microsoft 365 admin center under Integrated apps."));
    }

    private static VerbException NotHttps(string given) => new(
        "not-https",
        "--url",
        new Bilingual($"»{given}« ist keine Adresse mit https; Office lädt nichts anderes.", $"\"{given}\" is no https address; Office loads nothing else."),
        new Bilingual("Die Adresse angeben, unter der der Dienst mit Zertifikat antwortet.", "Give the address at which the service answers with a certificate."));
}
