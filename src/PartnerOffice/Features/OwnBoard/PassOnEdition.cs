using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>The receiving board's coordinator passes an edition to her own board (R13): the file that lies in its library, in a draft of its mailbox.</summary>
internal sealed class PassOnEdition(DeliveryOffice office, Partnership partnership, TimeProvider time)
{
    /// <exception cref="OwnBoardException">There is no such edition, or this person does not pass it on.</exception>
    /// <exception cref="GraphException">Graph refused or stayed away; whoever asks again finds what was laid.</exception>
    public async Task<BoardSending> RunAsync(string id, Func<District, Person> who, bool asWord, CancellationToken cancellationToken)
    {
        if (!DeliveryId.TryParse(id, out var delivery)
            || await office.Recalls.FindAsync(delivery, cancellationToken) is not { } ground
            || ground.Partnership != partnership.Id
            || ground.Delivery.State == DeliveryState.Withdrawn
            || ground.Delivery.Find(DeliveryStep.Upload) is not { State: StepState.Done, RemoteId: { } item })
        {
            throw OwnBoardException.NoEdition(id);
        }

        var (sender, receiver) = (partnership.Find(ground.From)!, partnership.Find(ground.To)!);
        var (by, today) = (who(receiver), time.Today(receiver.TimeZone));
        if (!receiver.HoldersOn(OfficeRole.Coordinator, today).Contains(by))
            throw OwnBoardException.NotCoordinator(by);

        using var desk = office.OpenBoardPost();
        if (!desk.HasMailbox(partnership.Id, receiver.Id))
            throw OwnBoardException.NoMailbox(receiver);
        if (await desk.ReadEditionAsync(partnership.Id, receiver.Id, item, cancellationToken) is not { } edition
            || MinutesReader.Read(PackageGate.Inspect(edition.Edition, PackageKind.Word)).Minutes is not { } minutes)
        {
            throw OwnBoardException.NoEdition(id);
        }

        var earlier = (await office.Ledger.BoardCopies.ListAsync(partnership.Id, ground.Delivery.Minutes, cancellationToken))
            .Where(record => record.District == receiver.Id && record.Scope != BoardCopyScope.Note && record.Delivery != delivery)
            .SelectMany(record => record.Persons).Distinct().Select(receiver.Find).OfType<Person>().ToList();
        var members = BoardMembers.Of(receiver.BoardOn(today).Concat(earlier));
        if (members.Reached.Count == 0)
            throw OwnBoardException.Nobody(receiver);

        var file = asWord ? BoardMail.Word : BoardMail.Pdf;
        var use = partnership.Use.Between(sender, receiver, minutes.Date);
        var laid = await new BoardMail(office, desk, partnership, receiver, by).LayAsync(
            new("", partnership.Id, ground.Delivery.Minutes, ground.Delivery.Version, receiver.Id, BoardCopyScope.Edition, delivery, [], 0, "", file, "", default),
            "",
            members.Reached,
            (BoardLetters.Subject(minutes.Number, minutes.Date) + $" – {sender.ShortName}", BoardLetters.OfEdition(minutes.Number, minutes.Date, ground.Delivery.Version, sender, receiver, use), BoardLetters.FileName(minutes.Number, minutes.Date, $" {sender.ShortName} Partnerfassung.{file}")),
            () => Task.FromResult(asWord ? edition.Edition : edition.Pdf.Pdf ?? throw OwnBoardException.NoPdf(edition.Pdf)),
            cancellationToken);
        return new(receiver, [laid], members.ByPost, earlier, []);
    }
}
