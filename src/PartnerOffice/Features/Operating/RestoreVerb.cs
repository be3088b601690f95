using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Operating;

/// <summary><c>restore FILE.zip</c>: lays a backup into an empty data directory. What was delivered since it was made is found, not done again.</summary>
internal sealed class RestoreVerb : Verb
{
    private readonly Argument<FileInfo> file = new("FILE.zip") { Description = "Die Sicherung" };

    protected override Command Describe() => new("restore", "Stellt eine Sicherung in einem leeren Ordner wieder her (--data); was seither hinausging, wird gefunden und nicht wiederholt") { file };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var source = context.Get(file)!;
        if (!source.Exists)
            throw VerbException.NoFile(source.FullName);

        var manifest = await Backup.ReadAsync(source.FullName, context.Data.FullName, cancellationToken);
        var open = await DeliveryOffice.DoubtEverythingAsync(context.Data.FullName, AuditTrail.Nobody, cancellationToken);
        if (context.Json)
            Answer.Write(Answer.Node(new { data = context.Data.FullName, manifest.At, manifest.Files, open }));
        else
            context.Answer.Say(new Bilingual(
                $"Wiederhergestellt, Stand {manifest.At.ToLocalTime():dd.MM.yyyy HH:mm}. Offene Schritte, die zuerst gesucht werden: {open}. Alles ist angehalten: nachsehen, was seither hinausging oder zurückgezogen wurde, dann »resume«. Protokolle, die seither freigegeben wurden, noch einmal freigeben.",
                $"Restored, as of {manifest.At.ToLocalTime():yyyy-MM-dd HH:mm}. Open steps that are looked for first: {open}. Everything is paused: look what went out or was taken back since, then \"resume\". Release minutes again that were released since."));
        return ExitCode.Done;
    }
}
