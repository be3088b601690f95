using System.Globalization;
using System.Net;
using System.Text;

namespace PartnerOffice.Sandbox;

/// <summary>The words and tables of the sandbox's page.</summary>
internal static class PageText
{
    public const string Script = """
        'use strict';
        // Every button carries what it sends; without script the page still shows everything.
        for (const button of document.querySelectorAll('button[data-url]')) {
          button.addEventListener('click', async () => {
            button.disabled = true;
            let body = button.dataset.body;
            if (button.dataset.column) {
              // What a person chose beside the button goes along.
              const row = button.closest('fieldset');
              const asked = JSON.parse(body);
              asked.by = row.querySelector('select[name=by]').value;
              asked.fields = { [button.dataset.column]: row.querySelector('select[name=value]').value };
              body = JSON.stringify(asked);
            }
            const answer = await fetch(button.dataset.url, {
              method: button.dataset.method,
              headers: body ? { 'Content-Type': 'application/json' } : {},
              body: body || undefined,
            });
            if (answer.ok) {
              location.reload();
            } else {
              document.getElementById('message').textContent = 'Nicht ausgeführt: ' + answer.status + ' ' + await answer.text();
              button.disabled = false;
            }
          });
        }
        """;

    private const int ShownMessages = 30;

    private const string Style = """
        :root { color-scheme: light dark; --line: #8885; }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
        .badge { background: #8a4b00; color: #fff; padding: .1rem .6rem; border-radius: 1rem; font-weight: 600; }
        h2 { margin-top: 2rem; border-bottom: 1px solid var(--line); }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
        caption { text-align: left; font-weight: 600; padding: .3rem 0; overflow-wrap: anywhere; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
        td { overflow-wrap: anywhere; }
        code { font-size: .9em; overflow-wrap: anywhere; }
        button, select { font: inherit; padding: .2rem .7rem; margin: 0 .2rem .2rem 0; overflow-wrap: normal; }
        fieldset { margin: 0 0 .5rem; border: 1px solid var(--line); }
        @media (max-width: 45rem) {
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          table, caption, tbody, tr, td { display: block; }
          tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
          td { border: 0; padding: .1rem 0; }
          td:empty { display: none; }
          td[data-head]:not([data-head=""])::before { content: attr(data-head) ": "; color: light-dark(#595959, #a8a8a8); }
        }
        button:focus-visible, a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
        """;

    public static string Page(string body) => $"""
        <!doctype html>
        <html lang="de">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>PartnerOffice Sandbox</title>
        <style>{Style}</style>
        </head>
        <body>
        <header>
        <h1>PartnerOffice <span class="badge">Sandbox</span></h1>
        <p>Ein Microsoft 365 nur auf diesem Rechner: nichts davon verlässt ihn. Die Dateien liegen in gewöhnlichen Ordnern und lassen sich mit Word und Excel öffnen; was dort gespeichert wird, erscheint hier als neue Version.</p>
        <p id="message" role="status"></p>
        </header>
        <main>
        {body}
        <h2>Für Programme</h2>
        <p><a href="/_sandbox/state">Zustand</a>, <a href="/_sandbox/requests">Anfragen</a>, <a href="/_sandbox/faults">Störungen</a> und <a href="/_sandbox/settings">Einstellungen</a> als JSON.</p>
        </main>
        <script src="/_sandbox/page.js"></script>
        </body>
        </html>
        """;

    public static void Tenant(StringBuilder body, Tenant tenant)
    {
        body.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(tenant.State.Name)}</h2>");
        foreach (var drive in tenant.Drives.Values)
        {
            foreach (var folder in drive.Items.Where(item => item is { IsFolder: true, Presence: Presence.Here }).Select(item => item.Id).ToArray())
            {
                PeopleAtTheFiles.Settle(drive, folder);
            }

            var rows = drive.Items.Where(item => item is { IsFolder: false, Presence: Presence.Here }).OrderBy(item => string.Join('/', drive.NamesOf(item)), StringComparer.OrdinalIgnoreCase).Select(item =>
            {
                var path = string.Join('/', drive.NamesOf(item));
                var reader = PeopleAtTheFiles.OpenWith(drive, item);
                var fields = string.Join("<br>", item.Fields.Where(field => field.Value is not null).Select(field => $"{Safe(field.Key)}: {Safe(field.Value!.ToString())}"));
                var body = System.Text.Json.JsonSerializer.Serialize(new { drive = drive.Library.DriveId, path });
                return new[]
                {
                    Safe(path), item.Version.ToString(), fields, reader is null ? "geschlossen" : $"offen: {Safe(reader)}",
                    Setters(tenant, drive, path, body)
                    + (reader is null ? Button("Als geöffnet behandeln", $"{path} als geöffnet behandeln", "POST", "/_sandbox/open", body) : Button("Wieder schließen", $"{path} wieder schließen", "POST", "/_sandbox/close", body)),
                };
            });
            Table(body, $"Bibliothek {drive.Library.Name}, Ordner {drive.Folder}", ["Datei", "Version", "Spalten", "In Word oder Excel", ""], rows, "Noch keine Dateien.");
        }

        foreach (var mailbox in tenant.Mailboxes.Values)
        {
            var count = mailbox.Messages.Count();
            var rows = mailbox.Messages.OrderByDescending(message => message.Modified).Take(ShownMessages).Select(message => new[]
            {
                message.Folder switch { "Inbox" => "Posteingang", "SentItems" => "Gesendet", "Drafts" => "Entwürfe", _ => "Gelöscht" },
                Safe(message.Content["subject"]?.ToString() ?? ""),
                Local(message.Sent ?? message.Created),
            });
            Table(body, $"Postfach {mailbox.State.Address}{(count > ShownMessages ? $", die neuesten {ShownMessages} von {count}" : "")}", ["Ordner", "Betreff", "Zeit (UTC)"], rows, "Keine Nachrichten.");
        }
    }

    public static void Devices(StringBuilder body, IReadOnlyList<(string Code, Tenant Tenant)> waiting)
    {
        body.Append("<h2>Anmeldung mit Code</h2>");
        Table(
            body, "Ein Programm möchte sich für ein Konto anmelden. Nur bestätigen, was gerade selbst begonnen wurde.", ["Code", "Kreisverband", "Konto", "", ""],
            waiting.SelectMany(one => one.Tenant.Mailboxes.Values.Select(mailbox => new[]
            {
                $"<code>{Safe(one.Code)}</code>", Safe(one.Tenant.State.Name), Safe(mailbox.State.Address),
                Button("Als dieses Konto anmelden", $"{one.Code} als {mailbox.State.Address} anmelden", "POST", "/_sandbox/device", System.Text.Json.JsonSerializer.Serialize(new { code = one.Code, address = mailbox.State.Address })),
                Button("Ablehnen", $"{one.Code} ablehnen", "POST", "/_sandbox/device", System.Text.Json.JsonSerializer.Serialize(new { code = one.Code })),
            })),
            "Kein Code wartet.");
    }

    public static void Faults(StringBuilder body, IReadOnlyList<(FaultRule Rule, int Struck)> rules)
    {
        body.Append("<h2>Störungen</h2>");
        Table(
            body, "Was schiefgehen soll", ["Anfrage", "Art", "Getroffen", ""],
            rules.Select(entry => new[]
            {
                $"<code>{Safe(entry.Rule.Match)}</code>", Safe(entry.Rule.Kind == FaultKind.Status ? $"Status {entry.Rule.Status}" : entry.Rule.Kind.ToString()), entry.Struck.ToString(CultureInfo.InvariantCulture),
                Button("Beenden", $"Störung {entry.Rule.Id} beenden", "DELETE", $"/_sandbox/faults/{Uri.EscapeDataString(entry.Rule.Id)}", null),
            }),
            "Keine.");
    }

    public static void Requests(StringBuilder body, IReadOnlyList<JournalEntry> entries, int count, int units)
    {
        body.Append("<h2>Anfragen</h2>");
        Table(
            body, string.Create(CultureInfo.InvariantCulture, $"{count} Anfragen, {units} Einheiten; die letzten zuerst"), ["Nr.", "Zeit (UTC)", "Anfrage", "Antwort", "Einheiten", "Bemerkung"],
            entries.Select(entry => new[]
            {
                entry.Number.ToString(CultureInfo.InvariantCulture), Local(entry.At), $"<code>{Safe(entry.Method)} {Safe(entry.Path)}</code>",
                entry.Status == 0 ? "abgebrochen" : entry.Status.ToString(CultureInfo.InvariantCulture), entry.Units.ToString(CultureInfo.InvariantCulture),
                Safe(string.Join(", ", new[] { entry.Fault is null ? null : $"Störung {entry.Fault}", entry.InsideRetryAfter ? "zu früh" : null, entry.InBatch ? "im Stapel" : null, entry.ErrorCode }.Where(remark => remark is not null))),
            }),
            "Noch keine.");
    }

    public static void Table(StringBuilder body, string caption, IReadOnlyList<string> heads, IEnumerable<string[]> rows, string nothing)
    {
        var cells = rows.ToList();
        if (cells.Count == 0)
        {
            body.Append(CultureInfo.InvariantCulture, $"<p><strong>{Safe(caption)}</strong><br>{nothing}</p>");
            return;
        }

        body.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\" role=\"region\" aria-label=\"{Safe(caption)}\" tabindex=\"0\"><table><caption>{Safe(caption)}</caption><thead><tr>");
        foreach (var head in heads)
        {
            body.Append(head.Length == 0 ? "<td></td>" : $"<th scope=\"col\">{head}</th>");
        }

        body.Append("</tr></thead><tbody>");
        foreach (var row in cells)
        {
            body.Append("<tr>").AppendJoin("", row.Select((cell, index) => $"<td data-head=\"{heads[index]}\">{cell}</td>")).Append("</tr>");
        }

        body.Append("</tbody></table></div>");
    }

    /// <summary>For each column with fixed values: who sets it, and to what.</summary>
    private static string Setters(Tenant tenant, Drive drive, string path, string body) => string.Concat(drive.Library.Columns.Where(column => column is { Type: SeedColumnType.Choice, ReadOnly: false }).Select(column =>
        $"<fieldset><legend>{Safe(column.DisplayName ?? column.Name)}</legend>"
        + Select("value", "Wert", column.Choices.Select(choice => (choice, choice)))
        + Select("by", "Wer", tenant.State.Users.Select(user => (user.UserPrincipalName, user.DisplayName)))
        + Button("Setzen", $"{column.DisplayName ?? column.Name} von {path} setzen", "POST", "/_sandbox/fields", body).Replace("<button ", $"<button data-column=\"{Safe(column.Name)}\" ", StringComparison.Ordinal)
        + "</fieldset>"));

    private static string Select(string name, string label, IEnumerable<(string Value, string Label)> options) =>
        $"<label>{label} <select name=\"{name}\">" + string.Concat(options.Select(option => $"<option value=\"{Safe(option.Value)}\">{Safe(option.Label)}</option>")) + "</select></label> ";

    public static string Button(string text, string label, string method, string url, string? json) =>
        $"<button type=\"button\" aria-label=\"{Safe(label)}\" data-method=\"{method}\" data-url=\"{Safe(url)}\"{(json is null ? "" : $" data-body=\"{Safe(json)}\"")}>{text}</button>";

    private static string Local(DateTimeOffset moment) => moment.UtcDateTime.ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Safe(string text) => WebUtility.HtmlEncode(text);
}
