using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Looks whether the receiving board took note of an edition (R17): in the library's column, and in the answers to our own message, of which nothing
/// is kept but what they mean. Sees what came back, and reminds once.
/// </summary>
internal sealed class ReceiptLook(Ledger ledger, GraphConnections connections, Library library, TimeProvider time)
{
    /// <exception cref="GraphException">Graph refused or stayed away; what was found so far is kept.</exception>
    public async Task RunAsync(DeliveryId delivery, PartnershipRoute route, CancellationToken cancellationToken)
    {
        if (await ledger.Receipts.GroundAsync(delivery, cancellationToken) is not { } ground) return;
        if (ground.IsOver)
        {
            await ledger.Receipts.SaveLookAsync(delivery, null, null, null, null, cancellationToken);
            return;
        }

        if (await ColumnAsync(ground, route, cancellationToken) is { } row)
        {
            await ledger.Receipts.NoteAsync(delivery, NoticeWay.Library, row, cancellationToken);
            return;
        }

        var read = await AnswersAsync(ground, route, cancellationToken);
        if (read.Confirmation is { } message)
        {
            await ledger.Receipts.NoteAsync(delivery, NoticeWay.Answer, message, cancellationToken);
            return;
        }

        if (read.Trouble is { } trouble) await ledger.Receipts.TroubleAsync(delivery, trouble, await LetterAsync(ground, route, trouble, cancellationToken), cancellationToken);
        var next = await RemindAsync(ground, route, read.Trouble, cancellationToken);
        await ledger.Receipts.SaveLookAsync(delivery, next, read.Conversation, read.ReminderConversation, read.JudgedUntil, cancellationToken);
    }

    // Nobody but the partner's people sets it: the service clears it when another version takes the file's place.
    private async Task<string?> ColumnAsync(ReceiptGround ground, PartnershipRoute route, CancellationToken cancellationToken)
    {
        if (route.Districts.GetValueOrDefault(ground.To) is not { Library: { } place } to
            || ground.Status.Find(DeliveryStep.Upload) is not { State: StepState.Done, RemoteId: { } file }
            || !(await library.ColumnsAsync(to, place, cancellationToken)).Contains(Library.ReceiptColumn))
            return null;

        var connection = connections.Of(to.Identity);
        var id = ground.Status.Find(DeliveryStep.Fields)?.RemoteId ?? (await connection.Drives.FindAsync(place.Drive, ItemId.Parse(file), cancellationToken))?.ListItemId;
        var row = id is null ? null : await connection.Lists.FieldsAsync(place.Site, place.List, id, cancellationToken);
        return row?.Fields.GetValueOrDefault(Library.ReceiptColumn) is string { Length: > 0 } ? row.Id : null;
    }

    private async Task<Reading> AnswersAsync(ReceiptGround ground, PartnershipRoute route, CancellationToken cancellationToken)
    {
        if (route.Districts.GetValueOrDefault(ground.From) is not { Mailbox: { } mailbox } from) return new(null, null, null);

        var mail = connections.Of(from.Identity).Mail;
        var reading = new Reading(
            ground.Row.Conversation ?? await ConversationAsync(mail, mailbox, ground.Status, cancellationToken),
            ground.Row.ReminderConversation ?? await ConversationAsync(mail, mailbox, ground.Reminder, cancellationToken),
            ground.Row.JudgedUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null);
        var senders = SendersOf(ground, route);
        foreach (var conversation in new[] { reading.Conversation, reading.ReminderConversation }.OfType<string>())
        {
            var answers = await mail.AnswersAsync(mailbox, conversation, cancellationToken);
            foreach (var answer in answers.Where(answer => reading.IsNew(answer))) await JudgeAsync(mail, mailbox, answer, senders, reading, cancellationToken);
        }

        return reading.Ended();
    }

    private static async Task JudgeAsync(MailClient mail, MailboxId mailbox, MailAnswer answer, IReadOnlySet<string> senders, Reading reading, CancellationToken cancellationToken)
    {
        reading.Saw(answer);
        switch (answer.Origin)
        {
            case MailOrigin.Report:
                reading.Met(ReportWords.Read(await mail.WordsOfAsync(mailbox, answer.Id, cancellationToken)));
                break;
            case MailOrigin.Automatic when IsOf(answer, senders):
                reading.Met(ReceivingTrouble.Absent);
                break;
            // Words of nobody else are even asked for.
            case MailOrigin.Person when IsOf(answer, senders) && AnswerWords.Confirm(await mail.WordsOfAsync(mailbox, answer.Id, cancellationToken)):
                reading.Confirmation ??= answer.Id.Value;
                break;
        }
    }

    private static bool IsOf(MailAnswer answer, IReadOnlySet<string> senders) => answer.From is { } from && senders.Contains(from.Value);

    // Whoever sits on the receiving board may answer for it, from any address that the file knows, and so may whoever was written to.
    private static HashSet<string> SendersOf(ReceiptGround ground, PartnershipRoute route)
    {
        var senders = new HashSet<string>(ground.Told, StringComparer.OrdinalIgnoreCase);
        if (route.Partnership?.Find(ground.To) is not { } board) return senders;

        if (board.Mailbox is { } mailbox) senders.Add(mailbox.ToString());
        foreach (var person in board.People)
        {
            senders.UnionWith(person.Addresses.Select(address => address.Mail.ToString()));
            if (person.UserPrincipalName is { } name) senders.Add(name);
        }

        return senders;
    }

    private static async Task<string?> ConversationAsync(MailClient mail, MailboxId mailbox, DeliveryStatus? message, CancellationToken cancellationToken) =>
        message?.Find(DeliveryStep.Mail) is { State: StepState.Done, RemoteId: { } id } ? await mail.ConversationOfAsync(mailbox, MessageId.Parse(id), cancellationToken) : null;

    /// <returns>When to look again.</returns>
    private async Task<DateTimeOffset?> RemindAsync(ReceiptGround ground, PartnershipRoute route, ReceivingTrouble? met, CancellationToken cancellationToken)
    {
        var (now, next) = (time.GetUtcNow(), LookTimes.After(ground.Since, time.GetUtcNow()));
        if (ground.Row.RemindedAt is not null || route.Partnership is not { } partnership || partnership.Find(ground.To) is not { } board) return next;

        var due = ReminderTime(ground.Since, partnership, board);
        if (now < due) return next is null || due < next ? due : next;

        var isAbsent = (met ?? ground.Row.Trouble) is not null;
        if (Letters.ReceiptReminder(ground, await NumberAsync(ground, cancellationToken), partnership, time.Today(board.TimeZone), isAbsent) is { } letter)
            await ledger.Receipts.RemindAsync(ground.Status.Delivery, letter, cancellationToken);
        return next;
    }

    /// <summary>When the receiving side is reminded: so many days later as both boards agreed on, not counting pauses, on a working day (R24, R41).</summary>
    internal static DateTimeOffset ReminderTime(DateTimeOffset since, Partnership partnership, District board)
    {
        var start = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(since, board.TimeZone).DateTime);
        return WorkingDays.OpeningOn(WorkingDays.Of(board, partnership.Obligations.Pauses).DueAfter(start, partnership.Obligations.ReceiptReminderDays), board.TimeZone);
    }

    // The own people are told what a person must look at; that nobody is there is no such thing.
    private async Task<ClearedConsignment?> LetterAsync(ReceiptGround ground, PartnershipRoute route, ReceivingTrouble trouble, CancellationToken cancellationToken) =>
        trouble != ReceivingTrouble.Absent && route.Partnership is { } partnership
            ? Letters.NotReceived(ground.Status, trouble, await NumberAsync(ground, cancellationToken), partnership, time.Today(partnership.Find(ground.From)!.TimeZone))
            : null;

    private async Task<string> NumberAsync(ReceiptGround ground, CancellationToken cancellationToken) =>
        (await ledger.Releases.LastAsync(ground.Status.Partnership, ground.Status.Minutes, cancellationToken))?.Number ?? ground.Status.Minutes.ToString();

    /// <summary>What one look found out of the mailbox.</summary>
    private sealed class Reading(string? conversation, string? reminderConversation, DateTimeOffset? judgedBefore)
    {
        private DateTimeOffset? latest;

        public string? Conversation => conversation;

        public string? ReminderConversation => reminderConversation;

        public string? Confirmation { get; set; }

        public ReceivingTrouble? Trouble { get; private set; }

        public DateTimeOffset? JudgedUntil { get; private set; }

        public bool IsNew(MailAnswer answer) => judgedBefore is not { } before || answer.ReceivedAt > before;

        public void Saw(MailAnswer answer) => latest = latest is { } known && known > answer.ReceivedAt ? known : answer.ReceivedAt;

        public void Met(ReceivingTrouble? trouble) => Trouble = Trouble is { } known && known >= trouble ? known : trouble ?? Trouble;

        // Only when all were judged: a look that Graph broke off begins anew.
        public Reading Ended()
        {
            JudgedUntil = latest;
            return this;
        }
    }
}
