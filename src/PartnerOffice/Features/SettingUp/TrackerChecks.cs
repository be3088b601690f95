using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.SettingUp;

/// <summary>The shared workbook, tried as the identity that is to write it (D8).</summary>
internal sealed class TrackerChecks(Partnership partnership, GraphGround ground, DoctorSettings settings)
{
    private readonly TrackerSettings _tracker = partnership.Tracker;

    /// <param name="app">The service's own way into the tenant where the workbook lies.</param>
    public async Task LookAsync(Checkup checkup, District host, GraphConnection app, CancellationToken cancellationToken)
    {
        if (_tracker.As == TrackerIdentity.App)
        {
            await LookAsAsync(checkup, host, app, cancellationToken);
            return;
        }

        if (!ground.Accounts.Has(host.Id))
        {
            checkup.Broken("login-required", host, new("Das Dienstkonto für den Tracker ist nicht angemeldet.", "The service account for the tracker is not signed in."),
                new("Dienstkonto anmelden.", "Sign the service account in."), AdminCommands.Login(host));
            return;
        }

        try
        {
            using var account = GraphConnection.Open(ground.Endpoint, ground.Accounts.Of(host)!, settings.Graph with { Time = settings.Time });
            await LookAsAsync(checkup, host, account, cancellationToken);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            checkup.Broken("login-required", host, new("Die Anmeldung des Dienstkontos lässt sich mit diesem Geheimnis nicht öffnen.", "The service account's sign-in does not open with this secret."),
                new("Dienstkonto neu anmelden.", "Sign the service account in again."), AdminCommands.Login(host));
        }
    }

    private async Task LookAsAsync(Checkup checkup, District host, GraphConnection connection, CancellationToken cancellationToken)
    {
        var (drive, path) = (DriveId.Parse(_tracker.DriveId), DrivePath.Parse(_tracker.Path));
        DriveItem? workbook = null;
        var isReached = await checkup.LookAsync("tracker", host, async () =>
        {
            try
            {
                workbook = await connection.Drives.FindAsync(drive, path, cancellationToken);
                if (workbook is null)
                {
                    checkup.Broken("tracker", host, new($"Den Tracker »{_tracker.Path}« gibt es in dieser Bibliothek nicht.", $"There is no tracker \"{_tracker.Path}\" in this library."),
                        new("Tracker anlegen und hochladen, oder tracker.driveId und tracker.path berichtigen.", "Make the tracker and upload it, or correct tracker.driveId and tracker.path."), AdminCommands.LayTracker(partnership));
                }
            }
            catch (AccessDeniedException)
            {
                checkup.Broken("tracker-access", host,
                    new(_tracker.As == TrackerIdentity.Account ? "Das Dienstkonto darf die Site mit dem Tracker nicht öffnen." : "Die Anwendung darf die Bibliothek mit dem Tracker nicht öffnen.",
                        _tracker.As == TrackerIdentity.Account ? "The service account may not open the site with the tracker." : "The application may not open the library with the tracker."),
                    new(_tracker.As == TrackerIdentity.Account ? "Dienstkonto als Mitglied der Site eintragen." : "Tracker auf die Site des Austauschs legen.",
                        _tracker.As == TrackerIdentity.Account ? "Enter the service account as a member of the site." : "Put the tracker on the site of the exchange."), AdminCommands.AddMember(host));
            }
        });
        if (!isReached || workbook is null) return;

        if (!await checkup.LookAsync("tracker-tables", host, () => LookInsideAsync(checkup, host, connection, drive, workbook, cancellationToken))) return;
        if (_tracker.Write == TrackerWrite.Workbook)
            await checkup.LookAsync("workbook", host, () => LookThroughExcelAsync(checkup, host, connection, drive, workbook, cancellationToken));
    }

    private static async Task LookInsideAsync(Checkup checkup, District host, GraphConnection connection, DriveId drive, DriveItem workbook, CancellationToken cancellationToken)
    {
        var content = await connection.Drives.DownloadAsync(drive, workbook.Id, cancellationToken);
        try
        {
            // Written in memory only, so that whatever would stop a real entry stops this one, with its place.
            TrackerWorkbook.Apply(content.Bytes, [.. TrackerTables.All.Select(table => new TrackerChange(table.Name, [new TrackerRow(table.Columns.ToDictionary(
                column => column, TrackerValue? (column) => column == TrackerTables.Key ? new TrackerValue.Text("doctor") : null))]))]);
            checkup.Ok("tracker", host, "Tracker: lesbar, mit allen Tabellen.", "Tracker: readable, with all tables.");
        }
        catch (RefusalException refused)
        {
            checkup.Broken("tracker-tables", host, new($"Tracker, {refused.Place}: {refused.Problem.German}", $"Tracker, {refused.Place}: {refused.Problem.English}"), refused.Remedy);
        }
    }

    private async Task LookThroughExcelAsync(Checkup checkup, District host, GraphConnection connection, DriveId drive, DriveItem workbook, CancellationToken cancellationToken)
    {
        try
        {
            // Nothing is written: what this session would change vanishes with it.
            var session = await connection.Workbooks.OpenAsync(drive, workbook.Id, persists: false, cancellationToken);
            await connection.Workbooks.TablesAsync(session, cancellationToken);
            await connection.Workbooks.CloseAsync(session, cancellationToken);
            checkup.Ok("workbook", host, "Excel-Schnittstelle: öffnen, lesen und schließen klappen.", "Excel interface: opening, reading and closing work.");
        }
        catch (AccessDeniedException)
        {
            if (_tracker.As == TrackerIdentity.App)
            {
                checkup.Broken("workbook", host, new("Microsoft lässt Anwendungen allein nicht an die Excel-Schnittstelle.", "Microsoft does not let applications alone use the Excel interface."),
                    new("tracker.as auf »account« stellen und das Dienstkonto anmelden; oder tracker.write auf »file«.", "Set tracker.as to \"account\" and sign the service account in; or tracker.write to \"file\"."), AdminCommands.Login(host));
            }
            else
            {
                checkup.Broken("workbook", host, new("Excel öffnet die Mappe für das Dienstkonto nicht: keine Lizenz, kein Zugriff oder ein Vertraulichkeitsetikett.", "Excel does not open the workbook for the service account: no licence, no access, or a sensitivity label."),
                    new("Lizenz, Mitgliedschaft und Etikett prüfen; sonst tracker.write auf »file« stellen.", "Check licence, membership and label; else set tracker.write to \"file\"."), AdminCommands.AddMember(host));
            }
        }
        catch (LockedException)
        {
            checkup.Warning("workbook", host, new("Jemand hat den Tracker allein geöffnet; Einträge warten solange.", "Somebody has the tracker open alone; entries wait meanwhile."),
                new("Mappe schließen oder im Browser gemeinsam bearbeiten.", "Close the workbook, or edit it together in the browser."));
        }
        catch (InvalidRequestException)
        {
            checkup.Broken("workbook", host, new("Excel kann diese Mappe nicht über die Schnittstelle öffnen.", "Excel cannot open this workbook through the interface."),
                new("tracker.write auf »file« stellen oder die Mappe aus der Vorlage neu anlegen.", "Set tracker.write to \"file\", or make the workbook anew from the template."), AdminCommands.LayTracker(partnership));
        }
    }
}
