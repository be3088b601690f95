using System.Globalization;
using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>
/// "Wer das Protokoll hatte" (R13): after a recall, or where another edition takes the place of one, a note to exactly the people who were to get
/// these minutes lies ready in each board's own mailbox. In fixed words, numbers and days; a person sends it.
/// </summary>
internal sealed class HolderNotes(DeliveryOffice office, Partnership partnership)
{
    /// <summary>The edition was taken back.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>Another edition took its place.</summary>
    public const string Replaced = "replaced";

    /// <param name="what">What happened to the edition.</param>
    /// <param name="by">The id of the person who takes back.</param>
    public async Task<IReadOnlyList<HolderNote>> PrepareAsync(RecallGround ground, string what, string by, CancellationToken cancellationToken)
    {
        var records = await office.Ledger.BoardCopies.ListAsync(partnership.Id, ground.Delivery.Minutes, cancellationToken);
        var notes = new List<HolderNote>();
        foreach (var board in records.Where(record => record.Scope != BoardCopyScope.Note).GroupBy(record => record.District))
        {
            if (partnership.Find(board.Key) is not { } district)
                continue;

            var ids = board.SelectMany(record => record.Persons).Distinct().ToList();
            var holders = BoardMembers.Of(ids.Select(district.Find).OfType<Person>());
            var isLaid = holders.Reached.Count > 0 && await LayAsync(ground, what, by, district, holders, cancellationToken);
            notes.Add(new(district, [.. holders.Reached.Select(one => one.Person)], holders.ByPost, isLaid));
        }

        return notes;
    }

    private async Task<bool> LayAsync(RecallGround ground, string what, string by, District district, BoardMembers holders, CancellationToken cancellationToken)
    {
        var persons = holders.Reached.Select(one => one.Person.Id).ToList();
        var key = office.Ledger.BoardCopies.KeyOf(partnership.Id, FormattableString.Invariant($"note/{what}/{ground.Delivery.Delivery}/{district.Id}/{string.Join(' ', persons)}"));
        var (subject, text) = Words(ground, what, district);
        try
        {
            using var desk = office.OpenBoardPost();
            var draft = await desk.LayAsync(partnership.Id, new(key, district.Id, [.. holders.Reached.Select(one => one.Address.Mail.ToString())], subject, text, null), cancellationToken);
            await office.Ledger.BoardCopies.RecordAsync(
                new(
                    key, partnership.Id, ground.Delivery.Minutes, ground.Delivery.Version, district.Id, BoardCopyScope.Note, ground.Delivery.Delivery, persons,
                    holders.Reached.Count(one => one.Address.IsPrivate), draft.Id, "", by, default),
                cancellationToken);
            return true;
        }
        catch (Exception away) when (away is GraphException or NotSetUpException or InvalidOperationException)
        {
            // The recall itself goes on; the people are named, and a person writes to them.
            return false;
        }
    }

    private (string Subject, string Text) Words(RecallGround ground, string what, District district)
    {
        var (sender, number) = (partnership.Find(ground.From)!, ground.Release?.Number ?? ground.Delivery.Minutes.ToString());
        var name = ground.Release is { } release ? $"{number} vom {release.Date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}" : number;
        var isReplaced = what == Replaced;
        var happened = isReplaced ? "ist durch eine berichtigte Fassung ersetzt" : "ist zurückgezogen";
        var asked = district.Id == ground.From
            ? "Bitte das Protokoll nicht weitergeben; was an den Partner ging, gilt nicht mehr."
            : "Bitte alle Kopien löschen, auch heruntergeladene, gedruckte und weitergeleitete, und das der Koordination kurz bestätigen.";
        return (
            $"{(isReplaced ? "Ersetzt" : "Zurückgezogen")}: Partnerfassung des Protokolls {name}",
            $"""
            {district.Salutation},

            die Partnerfassung des Protokolls {name} ({sender.BoardName} {sender.ShortName}) {happened}.
            Diese Nachricht geht an alle, die das Protokoll erhalten haben.
            {asked}

            {district.Name}
            """);
    }
}
