using System.Globalization;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Features.Sharing;

/// <summary>The page with the button "Zur Kenntnis genommen" (R17): one press counts for the board, and says nothing of who pressed.</summary>
internal sealed class TakeNoteLink(ServedOffice served) : ILinkAction
{
    /// <summary>The board took note.</summary>
    public const string Noted = "noted";

    /// <summary>The file cannot be opened.</summary>
    public const string CannotOpen = "cannot-open";

    public string Action => ReceiptLedger.LinkAction;

    public async Task<LinkPage?> HeadAsync(LinkPurpose purpose, CancellationToken cancellationToken)
    {
        if (await FindAsync(purpose, cancellationToken) is not { } status) return null;

        var sender = served.Partnership.Find(status.From)!;
        var (number, date) = await HeadOfAsync(status, cancellationToken);
        return new(
            new($"Protokoll {number}{date} von {sender.ShortName}", $"Minutes {number}{date} of {sender.ShortName}"),
            [
                new("Mit dem ersten Knopf bestätigt der Kreisvorstand, dass er das Protokoll zur Kenntnis genommen hat.", "With the first button the board confirms that it took note of the minutes."),
                new("Festgehalten wird nur, dass und wann, nicht von wem.", "Only that and when is kept, not by whom."),
            ],
            [
                new(Noted, new("Zur Kenntnis genommen", "Note taken")),
                new(CannotOpen, new("Ich kann die Datei nicht öffnen", "I cannot open the file")),
            ]);
    }

    public Task<LinkPage?> ContentAsync(LinkPurpose purpose, CancellationToken cancellationToken) => Task.FromResult<LinkPage?>(null);

    public async Task<LinkDone> ActAsync(LinkPurpose purpose, string choice, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        if (await FindAsync(purpose, cancellationToken) is not { } status)
            throw ShareException.NothingToNote();

        var receipts = served.Deliveries.Ledger.Receipts;
        switch (choice)
        {
            case Noted:
                await receipts.NoteAsync(status.Delivery, NoticeWay.Page, null, cancellationToken);
                return new(new("Danke. Die Kenntnisnahme ist festgehalten.", "Thank you. It is recorded that note was taken."));

            case CannotOpen:
                var (number, _) = await HeadOfAsync(status, cancellationToken);
                var letter = Letters.NotReceived(status, ReceivingTrouble.CannotOpen, number, served.Partnership, served.TodayIn(served.Partnership.Find(status.From)!));
                await receipts.TroubleAsync(status.Delivery, ReceivingTrouble.CannotOpen, letter, cancellationToken);
                // Whoever can open it later still takes note with the same link.
                return new(
                    new("Danke. Der sendende Kreisverband erfährt davon und meldet sich.", "Thank you. The sending district is told, and will be in touch."),
                    new("Der Link gilt weiter: Sobald die Datei sich öffnen lässt, hier bestätigen.", "The link stays valid: as soon as the file can be opened, confirm here."),
                    UsesUp: false);

            default:
                throw ShareException.NothingToNote();
        }
    }

    // What was taken back, replaced or noted another way is settled.
    private async Task<DeliveryStatus?> FindAsync(LinkPurpose purpose, CancellationToken cancellationToken) =>
        DeliveryId.TryParse(purpose.Subject, out var delivery)
            && await served.Deliveries.Ledger.Receipts.GroundAsync(delivery, cancellationToken) is { IsOver: false } ground
            && ground.To == purpose.District && served.Partnership.Find(ground.From) is not null
            ? ground.Status
            : null;

    private async Task<(string Number, string Date)> HeadOfAsync(DeliveryStatus status, CancellationToken cancellationToken) =>
        await served.Deliveries.Releases.LastAsync(status.Partnership, status.Minutes, cancellationToken) is { } release
            ? (release.Number, $" vom {release.Date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}")
            : (status.Minutes.ToString(), "");
}
