using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.SettingUp;

/// <summary>The shared mailbox: there, ours to write and send from, and the only one we reach.</summary>
internal static class MailChecks
{
    // An id that no mailbox has: sending it sends nothing and still says whether we may.
    private static readonly MessageId Nothing = MessageId.Parse("AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A");

    public static async Task LookAsync(Checkup checkup, District district, GraphConnection connection, CancellationToken cancellationToken)
    {
        if (district.Mailbox is not { } address)
        {
            checkup.Broken("mailbox", district, new("Es ist kein gemeinsames Postfach eingetragen; Benachrichtigungen warten.", "No shared mailbox is entered; notifications wait."),
                new("Gemeinsames Postfach anlegen und eintragen (mailbox).", "Make a shared mailbox and enter it (mailbox)."), AdminCommands.MakeMailbox(district));
            return;
        }

        var mailbox = MailboxId.Parse(address.ToString());
        var isReached = false;
        await checkup.LookAsync("mailbox", district, async () =>
        {
            try
            {
                await connection.Mail.FindByKeyAsync(mailbox, MailFolder.Drafts, "doctor", cancellationToken);
                isReached = true;
            }
            catch (AccessDeniedException)
            {
                checkup.Broken("mailbox-grant", district, new($"Die Anwendung darf im Postfach {address} nicht lesen und schreiben.", $"The application may not read and write in the mailbox {address}."),
                    new("In Exchange der Anwendung die Rollen für genau dieses Postfach geben; das wirkt nach bis zu einer Stunde.", "Give it the roles for exactly this mailbox in Exchange; that takes up to an hour."), AdminCommands.GrantMailbox(district));
            }
            catch (NotFoundException)
            {
                checkup.Broken("mailbox", district, new($"Das Postfach {address} gibt es nicht.", $"There is no mailbox {address}."),
                    new("Gemeinsames Postfach anlegen oder die Adresse berichtigen (mailbox).", "Make the shared mailbox, or correct the address (mailbox)."), AdminCommands.MakeMailbox(district));
            }
        });
        if (!isReached) return;

        if (await MaySendAsync(checkup, district, connection, mailbox, cancellationToken))
            checkup.Ok("mailbox", district, $"Postfach {address}: lesen, schreiben, senden.", $"Mailbox {address}: read, write, send.");
        await LookAtCalendarAsync(checkup, district, connection, mailbox, cancellationToken);
        await LookAtOthersAsync(checkup, district, connection, cancellationToken);
    }

    private static async Task<bool> MaySendAsync(Checkup checkup, District district, GraphConnection connection, MailboxId mailbox, CancellationToken cancellationToken)
    {
        var may = false;
        await checkup.LookAsync("mailbox-send", district, async () =>
        {
            try
            {
                await connection.Mail.SendAsync(mailbox, Nothing, cancellationToken);
                may = true;
            }
            catch (AccessDeniedException)
            {
                checkup.Broken("mailbox-send", district, new($"Die Anwendung darf aus dem Postfach {district.Mailbox} nicht senden.", $"The application may not send from the mailbox {district.Mailbox}."),
                    new("In Exchange der Anwendung auch die Rolle »Application Mail.Send« für dieses Postfach geben.", "Give it the role \"Application Mail.Send\" for this mailbox in Exchange as well."), AdminCommands.GrantMailbox(district));
            }
            catch (Exception notThere) when (notThere is NotFoundException or InvalidRequestException)
            {
                may = true;
            }
        });
        return may;
    }

    private static Task LookAtCalendarAsync(Checkup checkup, District district, GraphConnection connection, MailboxId mailbox, CancellationToken cancellationToken) =>
        checkup.LookAsync("calendar", district, async () =>
        {
            try
            {
                await connection.Calendars.FindByKeyAsync(new(mailbox, district.TimeZone), "doctor", cancellationToken);
                checkup.Ok("calendar", district, $"Kalender von {district.Mailbox}: Sitzungen einladen.", $"Calendar of {district.Mailbox}: invite to meetings.");
            }
            catch (AccessDeniedException)
            {
                checkup.Broken("calendar", district, new($"Die Anwendung darf im Kalender von {district.Mailbox} keine Termine eintragen.", $"The application may not make events in the calendar of {district.Mailbox}."),
                    new("In Exchange der Anwendung auch die Rolle »Application Calendars.ReadWrite« für dieses Postfach geben.", "Give it the role \"Application Calendars.ReadWrite\" for this mailbox in Exchange as well."), AdminCommands.GrantMailbox(district));
            }
        });

    /// <summary>Tries a mailbox that is none of our business: it must stay closed (R11, R19).</summary>
    private static async Task LookAtOthersAsync(Checkup checkup, District district, GraphConnection connection, CancellationToken cancellationToken)
    {
        var other = district.People.Where(person => person.Account == AccountKind.Tenant && person.UserPrincipalName is not null)
            .Select(person => person.UserPrincipalName!).FirstOrDefault(name => MailboxId.TryParse(name, out _));
        if (other is null) return;

        await checkup.LookAsync("mailbox-scope", district, async () =>
        {
            try
            {
                await connection.Mail.FindByKeyAsync(MailboxId.Parse(other), MailFolder.Drafts, "doctor", cancellationToken);
                checkup.Broken("mailbox-scope", district, new("Die Anwendung kann auch Postfächer von Personen lesen.", "The application can read people's mailboxes too."),
                    new("In Exchange auf das eine Postfach beschränken und Mail-Rechte in Entra widerrufen.", "Restrict it to the one mailbox in Exchange, and withdraw mail rights in Entra."), AdminCommands.NarrowMailbox(district));
            }
            catch (Exception closed) when (closed is AccessDeniedException or NotFoundException)
            {
                checkup.Ok("mailbox-scope", district, "Andere Postfächer: verschlossen.", "Other mailboxes: closed.");
            }
        });
    }
}
