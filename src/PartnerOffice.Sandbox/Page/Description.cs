using System.Globalization;
using System.Text;

namespace PartnerOffice.Sandbox;

/// <summary>The whole sandbox as text that a test compares and a person reads.</summary>
internal static class Description
{
    public static string Of(World world)
    {
        var text = new StringBuilder();
        foreach (var tenant in world.Tenants.Values.OrderBy(tenant => tenant.State.Name, StringComparer.Ordinal))
        {
            Line(text, 0, tenant.State.Name);
            foreach (var drive in tenant.Drives.Values.OrderBy(drive => drive.Library.Name, StringComparer.Ordinal))
            {
                Line(text, 1, $"Bibliothek {drive.Library.Name}");
                Folder(text, drive, drive.Root, 2);
                foreach (var gone in drive.Items.Where(item => item.Presence == Presence.InRecycleBin).OrderBy(item => item.Name, StringComparer.Ordinal))
                {
                    Line(text, 2, $"(Papierkorb) {gone.Name}");
                }
            }

            foreach (var mailbox in tenant.Mailboxes.Values.OrderBy(mailbox => mailbox.State.Address, StringComparer.Ordinal))
            {
                Line(text, 1, $"Postfach {mailbox.State.Address}");
                foreach (var message in mailbox.Messages
                    .OrderBy(message => message.Folder, StringComparer.Ordinal).ThenBy(message => message.Created).ThenBy(message => message.Content["subject"]?.ToString(), StringComparer.Ordinal))
                {
                    var to = string.Join(", ", (message.Content["toRecipients"] as System.Text.Json.Nodes.JsonArray ?? []).Select(recipient => recipient!["emailAddress"]!["address"]!.ToString()));
                    Line(text, 2, $"{message.Folder}: \"{message.Content["subject"]}\" an {to}");
                }
            }

            foreach (var calendar in tenant.Mailboxes.Values.Select(mailbox => mailbox.Calendar).OrderBy(calendar => calendar.Mailbox.State.Address, StringComparer.Ordinal))
            {
                Calendar(text, calendar);
            }

            if (tenant.SentOutside > 0)
            {
                Line(text, 1, string.Create(CultureInfo.InvariantCulture, $"Nach außen gesendet: {tenant.SentOutside}"));
            }
        }

        return text.ToString();
    }

    private static void Calendar(StringBuilder text, MailboxCalendar calendar)
    {
        var events = calendar.Events.OrderBy(one => EventTimes.Start(one).Utc).ThenBy(one => one.Subject, StringComparer.Ordinal).ToList();
        if (events.Count == 0)
        {
            return;
        }

        Line(text, 1, $"Kalender {calendar.Mailbox.State.Address}");
        foreach (var one in events)
        {
            var with = string.Join(", ", one.Attendees.Select(attendee => $"{EventRules.AddressOf(attendee)} ({attendee["status"]?["response"]})"));
            var own = one.IsOrganizer ? "" : $", {one.Response}";
            Line(text, 2, $"{EventTimes.Start(one).Local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} \"{one.Subject}\"{own}{(one.IsCancelled ? ", abgesagt" : "")}{(with.Length > 0 ? $", mit {with}" : "")}");
        }
    }

    private static void Folder(StringBuilder text, Drive drive, ItemState folder, int depth)
    {
        PeopleAtTheFiles.Settle(drive, folder.Id);
        foreach (var item in drive.Children(folder.Id).Select(item => PeopleAtTheFiles.Settle(drive, item)))
        {
            if (item.IsFolder)
            {
                Line(text, depth, item.Name + "/");
                Folder(text, drive, item, depth + 1);
                continue;
            }

            var checkedOut = item.CheckedOutBy is null ? "" : ", ausgecheckt";
            Line(text, depth, $"{item.Name}, Version {item.Version}, zuletzt {item.ModifiedBy.UserName ?? item.ModifiedBy.AppName}{checkedOut}");
            foreach (var (name, value) in item.Fields.Where(field => field.Value is not null))
            {
                Line(text, depth + 1, $"{name} = {value}");
            }
        }
    }

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', depth * 2).Append(line).Append('\n');
}
