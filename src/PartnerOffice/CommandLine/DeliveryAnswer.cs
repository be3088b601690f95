using System.Text.Json;
using System.Text.Json.Nodes;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using Spectre.Console;

namespace PartnerOffice.CommandLine;

/// <summary>How a delivery is answered: the JSON of <c>share</c> and <c>deliveries show</c>, and what a person reads.</summary>
internal static class DeliveryAnswer
{
    /// <summary>0 delivered; 1 refused; 3 queued, under way, failed or uncertain (D30).</summary>
    public static int ExitCodeOf(DeliveryStatus status) => status.State switch
    {
        DeliveryState.Delivered => ExitCode.Done,
        DeliveryState.Refused => ExitCode.No,
        _ => ExitCode.Later,
    };

    public static JsonNode Json(DeliveryStatus status, VerbContext context)
    {
        var node = Answer.Node(status).AsObject();
        if (context.IsSandbox)
            node["sandbox"] = true;
        return node;
    }

    public static void Say(IAnsiConsole console, DeliveryStatus status, VerbContext context)
    {
        console.WriteLine($"{context.Mark}{status.Minutes}{(status.Kind == DeliveryKind.Invitation ? "" : $", Fassung {status.Version}")}: {DeliveryWords.State(status).In(context.Language)}");
        if (status is { StartsAt: { } starts, State: DeliveryState.Queued } && starts > TimeProvider.System.GetUtcNow())
            console.WriteLine($"{context.Mark}  {new Bilingual($"beginnt am {starts.ToLocalTime():dd.MM.yyyy, HH:mm} Uhr", $"begins on {starts.ToLocalTime():yyyy-MM-dd HH:mm}").In(context.Language)}");
        if (status.State == DeliveryState.Stopped)
            console.WriteLine($"{context.Mark}  {new Bilingual("weiter mit deliveries retry", "goes on with deliveries retry").In(context.Language)}");
        foreach (var step in status.Steps)
        {
            console.WriteLine($"{context.Mark}  {DeliveryWords.Step(step.Step, status.Kind).In(context.Language)}: {DeliveryWords.State(step).In(context.Language)}");
            if (step.Url is { } url)
                console.WriteLine($"{context.Mark}    {url}");
        }

        if (DeliveryWords.Receipt(status, context.Partnership.Partnership.Find(status.From)?.TimeZone) is { } receipt)
            console.WriteLine($"{context.Mark}  {receipt.In(context.Language)}");
        if (status.WaitsForPartnerSince is not null)
            console.WriteLine($"{context.Mark}  {new Bilingual("weiter mit deliveries go, sobald die Partnerschaftsdatei die Bibliothek nennt", "goes on with deliveries go, once the partnership file names the library").In(context.Language)}");
        if (status.Verdict is not null)
            console.WriteLine($"{context.Mark}  {DeliveryWords.Verdict(status.Verdict).In(context.Language)}");
        if (status.Kind == DeliveryKind.Recall)
            console.WriteLine($"{context.Mark}  {(status.ConfirmedAt is null ? new Bilingual("vom Partner noch nicht bestätigt", "not confirmed by the partner yet") : new Bilingual("vom Partner bestätigt: gelöscht, keine Kopien", "confirmed by the partner: deleted, no copies")).In(context.Language)}");
    }
}
