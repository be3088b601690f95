using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>
/// "An den Vorstand senden" (R13): the minutes as a PDF in a draft of the district's own mailbox, its receivers hidden from each other, for a
/// person to send. What only the board may know goes to private addresses only where a person confirmed their number.
/// </summary>
internal sealed class SendToBoard(DeliveryOffice office, Partnership partnership, TimeProvider time)
{
    /// <returns>What was laid ready; or what stands against it, and then nothing was.</returns>
    /// <exception cref="OwnBoardException">Not like this; says what to do.</exception>
    /// <exception cref="GraphException">Graph refused or stayed away; whoever asks again finds what was laid.</exception>
    public async Task<(BoardSending? Sending, IReadOnlyList<Finding> Stopping)> RunAsync(
        MinutesReading reading, IReadOnlyList<GivenReason> given, Func<District, Person> who, SendWish wish, CancellationToken cancellationToken)
    {
        if (await OwnMinutes.OfAsync(office, partnership, reading, given, time, cancellationToken) is not { } own)
            return (null, reading.Findings);
        if (own.Stopping.Count > 0)
            return (null, own.Stopping);

        var by = who(own.District);
        var earlier = await EarlierAsync(own, cancellationToken);
        // Whoever sat on the board on the day of the meeting, and whoever holds an earlier version of these minutes.
        var members = BoardMembers.Of(own.District.BoardOn(own.Minutes.Date).Concat(earlier));
        if (members.Reached.Count == 0)
            throw OwnBoardException.Nobody(own.District);

        var copy = Redactor.LeaveOutBoardOnly(own.Minutes, partnership);
        var packets = Packets(members, own.Minutes, copy, wish);
        using var desk = office.OpenBoardPost();
        if (!desk.HasMailbox(partnership.Id, own.District.Id))
            throw OwnBoardException.NoMailbox(own.District);

        await desk.TidyAsync(cancellationToken);
        var mail = new BoardMail(office, desk, partnership, own.District, by);
        var drafts = new List<LaidDraft>();
        foreach (var (scope, receivers) in packets)
            drafts.Add(await LayAsync(mail, desk, own, copy, scope, receivers, wish, cancellationToken));
        return (new(own.District, drafts, members.ByPost, earlier, own.LeftBehind), []);
    }

    // Where the minutes hold nothing for the board alone, there is one version. Otherwise the office's own addresses get all of it, private ones what was said.
    private static List<(BoardCopyScope Scope, List<(Person Person, PersonAddress Address)> Receivers)> Packets(BoardMembers members, Minutes minutes, BoardCopy copy, SendWish wish)
    {
        var all = members.Reached.ToList();
        if (!copy.LeavesOutSomething)
            return [(BoardCopyScope.Whole, all)];

        // The whole minutes of two boards hold what only the other may know (R22).
        if (minutes.IsJoint)
            return [(BoardCopyScope.WithoutBoardOnly, all)];

        var privateOnes = all.FindAll(one => one.Address.IsPrivate);
        if (wish.WithBoardOnly)
        {
            // Whoever confirmed another number has seen other people.
            return privateOnes.Count == 0 || wish.Confirmed == privateOnes.Count ? [(BoardCopyScope.Whole, all)] : throw OwnBoardException.NeedsConfirmation(privateOnes.Count);
        }

        var officeOnes = all.FindAll(one => !one.Address.IsPrivate);
        return [.. new[] { (BoardCopyScope.Whole, officeOnes), (BoardCopyScope.WithoutBoardOnly, privateOnes) }.Where(packet => packet.Item2.Count > 0)];
    }

    private Task<LaidDraft> LayAsync(
        BoardMail mail, BoardDesk desk, OwnMinutes own, BoardCopy copy, BoardCopyScope scope, List<(Person Person, PersonAddress Address)> receivers, SendWish wish, CancellationToken cancellationToken)
    {
        var minutes = own.Minutes;
        var leavesOut = scope == BoardCopyScope.WithoutBoardOnly;
        var file = wish.AsWord ? BoardMail.Word : BoardMail.Pdf;
        var record = new BoardCopyRecord("", partnership.Id, minutes.Id, minutes.Version.Number, own.District.Id, scope, null, [], 0, "", file, "", default);
        return mail.LayAsync(
            record,
            $"{CanonicalMinutes.DigestOf(minutes)}/{minutes.Approval.State}",
            receivers,
            (BoardLetters.Subject(minutes.Number, minutes.Date), BoardLetters.OfMinutes(minutes, own.District, leavesOut), BoardLetters.FileName(minutes.Number, minutes.Date, $"{(leavesOut ? " ohne vertrauliche Punkte" : "")}.{file}")),
            () => MakeAsync(desk, own, copy, leavesOut, wish, cancellationToken),
            cancellationToken);
    }

    private async Task<ReadOnlyMemory<byte>> MakeAsync(BoardDesk desk, OwnMinutes own, BoardCopy copy, bool leavesOut, SendWish wish, CancellationToken cancellationToken)
    {
        var document = leavesOut ? BoardPaper.WithoutBoardOnly(copy, partnership) : BoardPaper.Whole(own.Minutes, partnership);
        if (wish.AsWord)
            return document;

        var pdf = await desk.ConvertAsync(partnership.Id, own.District.Id, document, cancellationToken);
        return pdf.Pdf ?? throw OwnBoardException.NoPdf(pdf);
    }

    private async Task<IReadOnlyList<Person>> EarlierAsync(OwnMinutes own, CancellationToken cancellationToken) =>
    [
        .. (await office.Ledger.BoardCopies.ListAsync(partnership.Id, own.Minutes.Id, cancellationToken))
            .Where(record => record.District == own.District.Id && record.Scope != BoardCopyScope.Note && record.Version < own.Minutes.Version.Number)
            .SelectMany(record => record.Persons).Distinct().Select(own.District.Find).OfType<Person>(),
    ];
}
