using System.IO.Compression;
using System.Security.Cryptography;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.SettingUp;

/// <summary>
/// Makes real things in a tenant and removes them again: a file with columns, a draft, a workbook session. What Microsoft's
/// documentation leaves open is answered on the way, in codes and counts that may be sent to anybody.
/// </summary>
internal sealed class TryWrite(Partnership partnership, GraphGround ground, DoctorSettings settings)
{
    private readonly List<PilotAnswer> _answers = [];

    public async Task<IReadOnlyList<PilotAnswer>> RunAsync(Checkup checkup, District district, GraphConnection connection, CancellationToken cancellationToken)
    {
        if (district.Library is { } library)
            await checkup.LookAsync("write-library", district, () => FileAsync(checkup, district, library, connection, cancellationToken));
        if (district.Mailbox is { } mailbox)
            await checkup.LookAsync("write-mail", district, () => DraftAsync(checkup, district, MailboxId.Parse(mailbox.ToString()), connection, cancellationToken));
        if (partnership.Tracker.District == district.Id)
            await checkup.LookAsync("write-workbook", district, () => WorkbookAsync(district, connection, cancellationToken));

        // Nothing here speaks to calendars, labels or subscriptions yet: said, so that nobody takes silence for an answer.
        foreach (var open in (string[])["transactionId", "getSchedule-across-tenants", "list-subscription-with-selected", "replace-labelled-file", "checkin-with-selected"])
            Say(district, open, null, "not asked");
        return _answers;
    }

    private async Task FileAsync(Checkup checkup, District district, ReceivingLibrary library, GraphConnection connection, CancellationToken cancellationToken)
    {
        var (site, drive, list) = (SiteId.Parse(library.SiteId), DriveId.Parse(library.DriveId), ListId.Parse(library.ListId.ToString("D")));
        var folder = library.Folder.Length > 0 && await connection.Drives.FindAsync(drive, DrivePath.Parse(library.Folder), cancellationToken) is { IsFolder: true } ? DrivePath.Parse(library.Folder) : DrivePath.Root;
        var path = folder.Append($"PartnerOffice Pruefung {RandomNumberGenerator.GetHexString(8)}.docx");
        var bytes = MinutesTemplate.Build();
        DriveItem made;
        try
        {
            made = await connection.Drives.CreateAsync(drive, path, bytes, Guid.NewGuid().ToString("D"), cancellationToken);
        }
        catch (AccessDeniedException)
        {
            checkup.Broken("library-write", district, new("Die Anwendung darf die Bibliothek lesen, aber nichts hineinlegen.", "The application may read the library, but put nothing in."),
                new("Der Anwendung auf der Site die Rolle »write« geben statt »read«.", "Give it the role \"write\" on the site instead of \"read\"."), AdminCommands.GrantSite(district));
            return;
        }
        catch (QuotaExceededException)
        {
            checkup.Broken("library-full", district, new("Die Bibliothek ist voll.", "The library is full."),
                new("In SharePoint Speicherplatz schaffen oder das Kontingent der Site erhöhen.", "Make room in SharePoint, or raise the site's quota."));
            return;
        }

        try
        {
            await FieldsAsync(checkup, district, site, list, drive, made, connection, cancellationToken);
            var isForced = await connection.Drives.IsCheckedOutAsync(drive, made.Id, cancellationToken);
            Say(district, "library-forces-checkout", isForced, isForced ? "checked out after upload" : "visible after upload");
            if (isForced)
            {
                checkup.Broken("library-checkout", district, new("Die Bibliothek erzwingt das Auschecken: Neue Protokolle sieht dort niemand außer dem Dienst.", "The library forces check-out: nobody but the service sees new minutes there."),
                    new("»Auschecken von Dokumenten erzwingen« abschalten (Bibliothekseinstellungen, Versionsverwaltung).", "Switch off \"Require documents to be checked out\" (library settings, versioning)."), AdminCommands.FreeCheckout(district));
            }

            await AskAsync(district, "conflict-behavior-fail-holds", async () => await connection.Drives.CreateAsync(drive, path, bytes, Guid.NewGuid().ToString("D"), cancellationToken), isExpected: failure => failure is NameTakenException);
            await AskAsync(district, "if-match-on-put-content", async () => await connection.Drives.OverwriteAsync(drive, made.Id, bytes, "\"{00000000-0000-0000-0000-000000000000},1\"", cancellationToken), isExpected: failure => failure is PreconditionFailedException);
            await AskAsync(district, "if-match-on-upload-session", async () => await connection.Drives.OpenReplacementAsync(drive, made.Id, bytes.Length, "\"c:{00000000-0000-0000-0000-000000000000},1\"", cancellationToken), isExpected: failure => failure is PreconditionFailedException);
            var now = await connection.Drives.FindAsync(drive, made.Id, cancellationToken) ?? made;
            await WorksAsync(district, "upload-session-with-selected", async () => await connection.Drives.ReplaceAsync(drive, made.Id, bytes, now.CTag, cancellationToken));
            await WorksAsync(district, "versions-with-selected", async () => await connection.Drives.VersionsAsync(drive, made.Id, cancellationToken));
            await RewrittenAsync(district, drive, made.Id, bytes, connection, cancellationToken);
            checkup.Ok("write-library", district, "Bibliothek: Datei anlegen, ersetzen und beschriften klappt.", "Library: making, replacing and labelling a file works.");
        }
        finally
        {
            await RemoveAsync(checkup, district, drive, made.Id, connection);
        }
    }

    private static async Task FieldsAsync(Checkup checkup, District district, SiteId site, ListId list, DriveId drive, DriveItem made, GraphConnection connection, CancellationToken cancellationToken)
    {
        var columns = await connection.Lists.ColumnsAsync(site, list, cancellationToken);
        var ours = LibraryColumn.All.Where(column => columns.Any(found => found.Name == column.Name && !found.ReadOnly && found.Type == column.Type)).ToList();
        if (ours.Count == 0) return;

        var row = made.ListItemId ?? (await connection.Drives.FindAsync(drive, made.Id, cancellationToken))?.ListItemId;
        if (row is null) return;

        var values = ours.ToDictionary(column => column.Name, object? (column) => column.Type switch
        {
            "number" => 1,
            "dateTime" => new DateOnly(2026, 7, 14),
            "choice" => column.Choices[0],
            _ => $"pruefung-{made.Id.Value}"[..32],
        });
        try
        {
            await connection.Lists.UpdateFieldsAsync(site, list, row, values, ifMatchETag: null, cancellationToken);
        }
        catch (Exception refused) when (refused is AccessDeniedException or InvalidRequestException)
        {
            checkup.Broken("write-fields", district, new("Die Spalten einer eigenen Datei lassen sich nicht füllen.", "The columns of our own file cannot be filled."),
                new("Rolle der Anwendung auf der Site und Art der Spalten prüfen.", "Check the application's role on the site and the kind of the columns."), AdminCommands.GrantSite(district));
        }
    }

    private async Task RewrittenAsync(District district, DriveId drive, ItemId item, ReadOnlyMemory<byte> sent, GraphConnection connection, CancellationToken cancellationToken)
    {
        var content = await connection.Drives.DownloadAsync(drive, item, cancellationToken);
        var (before, after) = (Parts(sent), Parts(content.Bytes));
        var changed = before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name)).Order(StringComparer.Ordinal).ToList();
        Say(district, "sharepoint-rewrites-office-files", changed.Count > 0, changed.Count > 0 ? $"parts: {string.Join(", ", changed)}" : "no part differs");
    }

    private async Task RemoveAsync(Checkup checkup, District district, DriveId drive, ItemId item, GraphConnection connection)
    {
        // Also when somebody pressed Ctrl+C: nothing of ours stays behind.
        try
        {
            await connection.Drives.PermanentDeleteAsync(drive, item, CancellationToken.None);
            Say(district, "permanent-delete-with-selected", true, "deleted for good");
        }
        catch (AccessDeniedException refused)
        {
            Say(district, "permanent-delete-with-selected", false, refused.Code);
            await connection.Drives.DeleteAsync(drive, item, null, CancellationToken.None);
            checkup.Warning("permanent-delete", district, new("Endgültig löschen darf die Anwendung hier nicht; Zurückgezogenes bleibt bis zu 93 Tage im Papierkorb.", "The application may not delete for good here; what is recalled stays in the recycle bin for up to 93 days."),
                new("Bei einem Rückruf leert die Administration den Papierkorb der Site von Hand.", "On a recall the administrator empties the site's recycle bin by hand."));
        }
    }

    private async Task DraftAsync(Checkup checkup, District district, MailboxId mailbox, GraphConnection connection, CancellationToken cancellationToken)
    {
        var key = $"doctor-{Guid.NewGuid():N}";
        MessageId draft;
        try
        {
            draft = await connection.Mail.CreateDraftAsync(mailbox, new MailDraft
            {
                Subject = "PartnerOffice: Prüfung",
                BodyText = "Dieser Entwurf gehört zu einer Prüfung und wird gleich gelöscht.",
                To = [EmailAddress.Parse(mailbox.Value)],
                Key = key,
            }, cancellationToken);
        }
        catch (AccessDeniedException)
        {
            checkup.Broken("mailbox-write", district, new("Die Anwendung darf im Postfach lesen, aber keinen Entwurf anlegen.", "The application may read the mailbox, but make no draft."),
                new("In Exchange der Anwendung die Rolle »Application Mail.ReadWrite« für dieses Postfach geben.", "Give it the role \"Application Mail.ReadWrite\" for this mailbox in Exchange."), AdminCommands.GrantMailbox(district));
            return;
        }

        try
        {
            var found = await connection.Mail.FindByKeyAsync(mailbox, MailFolder.Drafts, key, cancellationToken);
            Say(district, "draft-found-by-key-at-once", found.Any(message => message.Id == draft), $"{found.Count} found");
            checkup.Ok("write-mail", district, "Postfach: Entwurf anlegen und wiederfinden klappt.", "Mailbox: making and finding a draft works.");
        }
        finally
        {
            await connection.Mail.DeleteAsync(mailbox, draft, CancellationToken.None);
        }
    }

    private async Task WorkbookAsync(District district, GraphConnection connection, CancellationToken cancellationToken)
    {
        var drive = DriveId.Parse(partnership.Tracker.DriveId);
        if (await connection.Drives.FindAsync(drive, DrivePath.Parse(partnership.Tracker.Path), cancellationToken) is not { } workbook) return;

        await FencedAsync(district, "workbook-app-only", connection, drive, workbook.Id, cancellationToken);
        if (!ground.Accounts.Has(district.Id)) return;

        using var account = GraphConnection.Open(ground.Endpoint, ground.Accounts.Of(district)!, settings.Graph with { Time = settings.Time });
        await FencedAsync(district, "workbook-account", account, drive, workbook.Id, cancellationToken);
    }

    private async Task FencedAsync(District district, string question, GraphConnection connection, DriveId drive, ItemId workbook, CancellationToken cancellationToken)
    {
        WorkbookSession? session = null;
        await WorksAsync(district, question, async () => session = await connection.Workbooks.OpenAsync(drive, workbook, persists: false, cancellationToken));
        if (session is null) return;

        await connection.Workbooks.CloseAsync(session, cancellationToken);
        await AskAsync(district, $"{question}-closed-session-is-refused", async () => await connection.Workbooks.TablesAsync(session, cancellationToken), isExpected: failure => failure is WorkbookSessionLostException);
    }

    private Task WorksAsync(District district, string question, Func<Task> deed) => AskAsync(district, question, deed, isExpected: _ => false, isYesWithoutFailure: true);

    /// <summary>A question whose answer is a failure of a certain kind, or its absence.</summary>
    private async Task AskAsync(District district, string question, Func<Task> deed, Func<GraphException, bool> isExpected, bool isYesWithoutFailure = false)
    {
        try
        {
            await deed();
            Say(district, question, isYesWithoutFailure, "no failure");
        }
        catch (GraphException failure) when (failure is not (GraphUnreachableException or ThrottledException or SignInException))
        {
            Say(district, question, isExpected(failure), $"{(int?)failure.Status} {failure.Code}");
        }
    }

    private void Say(District district, string question, bool? answer, string detail) => _answers.Add(new(district.Id.ToString(), question, answer, detail));

    private static Dictionary<string, string> Parts(ReadOnlyMemory<byte> package)
    {
        using var zip = new ZipArchive(new MemoryStream(package.ToArray()));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            return Convert.ToHexString(SHA256.HashData(content));
        });
    }
}
