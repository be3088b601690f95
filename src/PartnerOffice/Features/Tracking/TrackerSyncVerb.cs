using System.CommandLine;
using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;
using PartnerOffice.Graph;
using Spectre.Console;

namespace PartnerOffice.Features.Tracking;

/// <summary>
/// <c>tracker sync</c>: brings the shared tracker up to what the delivered minutes say; <c>FILE.xlsx</c> a workbook on this machine;
/// <c>MINUTES.docx</c> the board's own register, with what only the board may know of them (R9).
/// </summary>
internal sealed class TrackerSyncVerb : Verb
{
    private readonly Argument<FileInfo[]> files = new("FILE") { Arity = ArgumentArity.ZeroOrMore, Description = "Arbeitsmappen (.xlsx) statt des gemeinsamen Trackers; Protokolle (.docx) für das Vorstandsregister" };
    private readonly Option<FileInfo?> register = new("--register") { Description = "Ein Vorstandsregister auf diesem Rechner statt dessen, das die Partnerschaftsdatei nennt" };
    private readonly Option<bool> putBack = new("--put-back") { Description = "Auch Zeilen wieder eintragen, die Menschen gelöscht haben" };

    protected override Command Describe() => new("sync", "Bringt den Tracker auf den Stand der übermittelten Protokolle") { files, register, putBack };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var given = context.Get(files) ?? [];
        // A register on this machine needs nobody else: nothing is opened for it, and nothing asked.
        if (given.Length > 0 && context.Get(register) is not null && given.All(IsMinutes))
            return await FileVerb.RunAsync(context, given, file => RegisterAsync(context, desk: null, file, cancellationToken));

        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        using var desk = office.OpenWorkbooks();
        if (given.Length > 0)
            return await FileVerb.RunAsync(context, given, file => IsMinutes(file) ? RegisterAsync(context, desk, file, cancellationToken) : LocalAsync(context, desk, file, cancellationToken));

        try
        {
            var partnership = context.Partnership.Partnership;
            var changes = await desk.DeliveredAsync(partnership, cancellationToken);
            var (update, waits) = await desk.WriteTrackerAsync(partnership.Id, changes, context.Get(putBack), cancellationToken);
            return Say(context, AnswerOf(context, partnership.Tracker.Path, update, waits));
        }
        catch (GraphException failure)
        {
            throw new TrackerUnreachableException(failure);
        }
    }

    private static bool IsMinutes(FileInfo file) => file.Extension.Equals(".docx", StringComparison.OrdinalIgnoreCase);

    private async Task<FileAnswer> LocalAsync(VerbContext context, WorkbookDesk desk, FileInfo file, CancellationToken cancellationToken)
    {
        var changes = await desk.DeliveredAsync(context.Partnership.Partnership, cancellationToken);
        var update = await LocalWorkbook.ApplyAsync(file.FullName, file.FullName, changes, context.Get(putBack), DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime), cancellationToken);
        return AnswerOf(context, file.FullName, update, waits: null);
    }

    private async Task<FileAnswer> RegisterAsync(VerbContext context, WorkbookDesk? desk, FileInfo file, CancellationToken cancellationToken)
    {
        var reading = MinutesReader.Read(await IncomingDocument.OpenAsync(file, cancellationToken));
        if (reading.Minutes is not { } minutes)
            throw TrackingRefusal.NotMinutes(file.Name);
        var partnership = context.Partnership.Partnership;
        var board = partnership.Find(minutes.District) ?? throw TrackingRefusal.OtherDistrict(file.Name);
        var changes = RegisterRows.Of(minutes, board);
        if (context.Get(register) is { } local)
        {
            if (!local.Exists) throw VerbException.NoFile(local.FullName);
            var update = await LocalWorkbook.ApplyAsync(local.FullName, local.FullName, changes, context.Get(putBack), DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime), cancellationToken);
            return AnswerOf(context, local.FullName, update, waits: null);
        }

        try
        {
            var (update, waits) = await desk!.WriteRegisterAsync(partnership.Id, board.Id, changes, context.Get(putBack), cancellationToken);
            return AnswerOf(context, board.Register?.Path ?? "Vorstandsregister.xlsx", update, waits);
        }
        catch (GraphException failure)
        {
            throw new TrackerUnreachableException(failure);
        }
    }

    private static FileAnswer AnswerOf(VerbContext context, string place, TrackerUpdate? update, string? waits) => update is null
        ? new(ExitCode.Later, Marked(context, Answer.Node(new { file = place, waits })), console => console.WriteLine(WaitWords.Of(place, waits!).In(context.Language)))
        : new(ExitCode.Done, Marked(context, UpdateAnswer.Json(place, update)), console => UpdateAnswer.Say(console, context.Mark + place, update, context.Language));

    private static JsonNode Marked(VerbContext context, JsonNode node)
    {
        if (context.IsSandbox) node["sandbox"] = true;
        return node;
    }

    private static int Say(VerbContext context, FileAnswer answer)
    {
        if (context.Json) Answer.Write(answer.Json);
        else answer.Say(context.Answer.People);
        return answer.ExitCode;
    }
}
