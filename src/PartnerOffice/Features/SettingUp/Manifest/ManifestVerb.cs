using System.CommandLine;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary><c>manifest --url https://…</c>: the file with which the administrator gives the add-in to the board, checked without a network.</summary>
internal sealed class ManifestVerb : Verb
{
    private readonly Option<string> url = new("--url") { Description = "Adresse des Dienstes, wie die Rechner des Vorstands sie erreichen", HelpName = "https://…", DefaultValueFactory = _ => "https://localhost:5443/" };
    private readonly Option<string?> district = new("--district") { Description = "Kennung des Kreisverbands; sonst der erste der Partnerschaft", HelpName = "KENNUNG" };
    private readonly Option<string?> output = new("--out") { Description = "Datei; sonst word.xml im laufenden Ordner", HelpName = "DATEI" };
    private readonly Option<bool> force = new("--force") { Description = "Eine vorhandene Datei überschreiben" };

    protected override Command Describe() => new("manifest", "Schreibt das Manifest des Word-Add-ins für eine Umgebung und prüft es") { url, district, output, force };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var own = context.Get(district) is { } id ? partnership.Find(id) ?? throw NoDistrict(id, partnership) : partnership.Districts[0];
        if (!Uri.TryCreate(context.Get(url)!.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            throw NotHttps(context.Get(url)!);

        var manifest = TextOf(WordManifest.Build(ManifestModel.Load(), new AddInEnvironment(address, own.Id)));
        var problems = ManifestCheck.Run(manifest);
        var target = Path.GetFullPath(context.Get(output) ?? "word.xml");
        if (problems.Count == 0)
            await SafeFile.WriteAsync(target, Encoding.UTF8.GetBytes(manifest), context.Get(force), cancellationToken);

        if (context.Json)
            Answer.Write(Answer.Node(new { file = problems.Count == 0 ? target : null, ok = problems.Count == 0, problems }));
        else
            Say(context, target, problems);
        return problems.Count == 0 ? ExitCode.Done : ExitCode.No;
    }

    /// <summary>The manifest as text, the same each time.</summary>
    internal static string TextOf(XDocument manifest)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
            manifest.Save(writer);
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}\n";
    }

    private static void Say(VerbContext context, string target, IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
            context.Answer.Say(new Bilingual(problem, problem));
        context.Answer.Say(problems.Count == 0
            ? new($"{target} – geprüft. Im Microsoft 365 Admin Center unter Integrierte Apps hochladen.", $"{target} – checked. Upload it in the Microsoft 365 admin center under Integrated apps.")
            : new Bilingual("Nicht geschrieben.", "Not written."));
    }

    private static VerbException NotHttps(string given) => new(
        "not-https",
        "--url",
        new Bilingual($"»{given}« ist keine Adresse mit https; Office lädt nichts anderes.", $"\"{given}\" is no https address; Office loads nothing else."),
        new Bilingual("Die Adresse angeben, unter der der Dienst mit Zertifikat antwortet.", "Give the address at which the service answers with a certificate."));

    private static VerbException NoDistrict(string id, Partnership partnership) => new(
        "no-such-district",
        "--district",
        new Bilingual($"»{id}« gehört nicht zu dieser Partnerschaft.", $"\"{id}\" does not belong to this partnership."),
        new Bilingual($"Eine dieser Kennungen nennen: {string.Join(", ", partnership.Districts.Select(one => one.Id))}.", $"Name one of these ids: {string.Join(", ", partnership.Districts.Select(one => one.Id))}."));
}
