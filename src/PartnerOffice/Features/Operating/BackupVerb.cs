using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.Features.Operating;

/// <summary><c>backup --out FILE.zip</c>: what cannot be made anew, in one file; the service may go on meanwhile (D32 e).</summary>
internal sealed class BackupVerb : Verb
{
    private readonly Option<string> output = new("--out") { Description = "Datei der Sicherung; sie enthält Schlüssel und gehört unter Verschluss", HelpName = "DATEI.zip", Required = true };

    protected override Command Describe() => new("backup", "Sichert Ledger, Schlüssel und Partnerschaftsdatei, auch im laufenden Betrieb") { output };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(context.Get(output)!);
        var manifest = await Backup.WriteAsync(context.Data.FullName, context.Partnership.File, path, TimeProvider.System.GetUtcNow(), cancellationToken);
        if (context.Json)
            Answer.Write(Answer.Node(new { file = path, manifest.At, manifest.Files, manifest.LastAudit }));
        else
            context.Answer.Say(new Bilingual($"{path}\nGesichert: {string.Join(", ", manifest.Files)}. Die Datei enthält Schlüssel: unter Verschluss aufbewahren.", $"{path}\nBacked up: {string.Join(", ", manifest.Files)}. The file holds keys: keep it locked away."));
        return ExitCode.Done;
    }
}
