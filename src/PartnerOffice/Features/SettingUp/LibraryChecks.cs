using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.SettingUp;

/// <summary>The library in which a district receives: reachable, the right one, with our columns, and on a site that holds nothing else (R19).</summary>
internal sealed class LibraryChecks(Partnership partnership)
{
    public async Task LookAsync(Checkup checkup, District district, GraphConnection connection, CancellationToken cancellationToken)
    {
        if (district.Library is not { } library)
        {
            checkup.Broken("library", district, new("Es ist keine Bibliothek eingetragen; Übermittlungen warten. Nichts ist verloren.", "No library is entered; deliveries wait. Nothing is lost."),
                new("Site und Bibliothek anlegen, Kennungen ablesen und eintragen (library).", "Make site and library, read off the ids and enter them (library)."), AdminCommands.FindIds(district));
            return;
        }

        var (site, drive, list) = (SiteId.Parse(library.SiteId), DriveId.Parse(library.DriveId), ListId.Parse(library.ListId.ToString("D")));
        if (!await SiteAsync(checkup, district, connection, site, cancellationToken)) return;
        if (!await DriveAsync(checkup, district, connection, drive, library.Folder, cancellationToken)) return;
        if (!await ListAsync(checkup, district, connection, site, list, library.DriveId, cancellationToken)) return;

        await checkup.LookAsync("columns", district, async () => LookAtColumns(checkup, district, await connection.Lists.ColumnsAsync(site, list, cancellationToken)));
        await checkup.LookAsync("site-content", district, () => LookAtContentAsync(checkup, district, connection, site, drive, cancellationToken));
        await checkup.LookAsync("site-open", district, () => LookAtReadersAsync(checkup, district, connection, drive, cancellationToken));
    }

    private static async Task<bool> SiteAsync(Checkup checkup, District district, GraphConnection connection, SiteId site, CancellationToken cancellationToken)
    {
        var isReached = false;
        await checkup.LookAsync("site", district, async () =>
        {
            try
            {
                var address = await connection.Sites.AddressAsync(site, cancellationToken);
                checkup.Ok("site", district, $"Site: {address}", $"Site: {address}");
                isReached = true;
            }
            catch (AccessDeniedException)
            {
                checkup.Broken("site-grant", district, new("Die Anwendung hat auf der Site für den Austausch keine Rolle.", "The application has no role on the site for the exchange."),
                    new("Der Anwendung auf dieser einen Site die Rolle »write« geben.", "Give the application the role \"write\" on this one site."), AdminCommands.GrantSite(district));
            }
            catch (Exception missing) when (missing is NotFoundException or InvalidRequestException)
            {
                checkup.Broken("site", district, new("Diese Site gibt es nicht.", "There is no such site."),
                    new("Kennung der Site ablesen und eintragen (library.siteId).", "Read off the site's id and enter it (library.siteId)."), AdminCommands.FindIds(district));
            }
        });
        return isReached;
    }

    private static async Task<bool> DriveAsync(Checkup checkup, District district, GraphConnection connection, DriveId drive, string folder, CancellationToken cancellationToken)
    {
        var isReached = false;
        await checkup.LookAsync("library", district, async () =>
        {
            if (await RootAsync(connection, drive, cancellationToken) is null)
            {
                checkup.Broken("library", district, new("Die Bibliothek mit dieser driveId gibt es nicht, oder sie liegt auf einer anderen Site.", "There is no library with this driveId, or it lies on another site."),
                    new("Kennung der Bibliothek ablesen und eintragen (library.driveId).", "Read off the library's id and enter it (library.driveId)."), AdminCommands.FindIds(district));
                return;
            }

            isReached = true;
            if (folder.Length > 0 && await connection.Drives.FindAsync(drive, DrivePath.Parse(folder), cancellationToken) is { IsFolder: false })
            {
                checkup.Broken("folder", district, new($"Wo der Ordner »{folder}« sein soll, liegt eine Datei.", $"Where the folder \"{folder}\" should be, there is a file."),
                    new("Datei umbenennen oder einen anderen Ordner eintragen (library.folder).", "Rename the file, or enter another folder (library.folder)."));
                return;
            }

            checkup.Ok("library", district, "Bibliothek: erreichbar.", "Library: within reach.");
        });
        return isReached;
    }

    private static async Task<bool> ListAsync(Checkup checkup, District district, GraphConnection connection, SiteId site, ListId list, string driveId, CancellationToken cancellationToken)
    {
        var isReached = false;
        await checkup.LookAsync("list", district, async () =>
        {
            string? holder = null;
            try
            {
                holder = await connection.Sites.DriveOfAsync(site, list, cancellationToken);
            }
            catch (Exception missing) when (missing is NotFoundException or AccessDeniedException)
            {
                // Said below.
            }

            if (holder is not null && string.Equals(holder, driveId, StringComparison.OrdinalIgnoreCase))
            {
                isReached = true;
                return;
            }

            checkup.Broken("list", district,
                holder is null ? new("Die Liste mit dieser listId gibt es auf der Site nicht.", "There is no list with this listId on the site.") : new("driveId und listId gehören zu zwei verschiedenen Bibliotheken.", "driveId and listId belong to two different libraries."),
                new("Kennungen derselben Bibliothek ablesen und eintragen (library.listId, library.driveId).", "Read off the ids of one library and enter them (library.listId, library.driveId)."), AdminCommands.FindIds(district));
        });
        return isReached;
    }

    private static void LookAtColumns(Checkup checkup, District district, IReadOnlyList<ListColumn> found)
    {
        var missing = LibraryColumn.All.Where(ours => found.All(column => column.Name != ours.Name)).ToList();
        var isRight = missing.Count == 0;
        if (missing.Count > 0)
        {
            checkup.Broken("columns", district,
                new($"In der Bibliothek fehlen Spalten: {string.Join(", ", missing.Select(column => column.Name))}.", $"The library lacks columns: {string.Join(", ", missing.Select(column => column.Name))}."),
                new("Spalten mit genau diesen internen Namen anlegen.", "Make columns with exactly these internal names."), AdminCommands.MakeColumns(district, missing));
        }

        foreach (var (ours, column) in LibraryColumn.All.Select(ours => (ours, Column: found.FirstOrDefault(column => column.Name == ours.Name))).Where(pair => pair.Column is not null).Select(pair => (pair.ours, pair.Column!)))
        {
            if (column.Type != ours.Type || column.ReadOnly)
            {
                isRight = false;
                checkup.Broken("column-type", district,
                    column.ReadOnly ? new($"Spalte {ours.Name} lässt sich nicht beschreiben.", $"Column {ours.Name} cannot be written.") : new($"Spalte {ours.Name} hat die falsche Art.", $"Column {ours.Name} is of the wrong kind."),
                    new("Spalte löschen und neu anlegen; die Art lässt sich nicht ändern.", "Delete the column and make it anew; its kind cannot be changed."), AdminCommands.MakeColumns(district, [ours]));
            }
            else if (ours.Choices.Except(column.Choices).ToList() is { Count: > 0 } lacking)
            {
                isRight = false;
                checkup.Broken("column-choices", district, new($"Der Spalte {ours.Name} fehlen Werte: {string.Join(", ", lacking)}.", $"Column {ours.Name} lacks values: {string.Join(", ", lacking)}."),
                    new("Die Werte zur Auswahl hinzufügen.", "Add the values to the choice."), AdminCommands.ChangeColumn(district, ours));
            }
            else if (ours.Unique && !column.Unique)
            {
                isRight = false;
                checkup.Warning("column-unique", district, new($"Spalte {ours.Name} nimmt denselben Wert zweimal an.", $"Column {ours.Name} takes the same value twice."),
                    new("»Eindeutige Werte erzwingen« einschalten; dann schließt auch SharePoint Doppeltes aus.", "Switch on \"Enforce unique values\"; then SharePoint excludes doubles as well."), AdminCommands.ChangeColumn(district, ours));
            }
        }

        // The name of a file is required everywhere and always filled.
        if (found.Where(column => column is { Required: true, ReadOnly: false } && column.Name != "FileLeafRef" && LibraryColumn.All.All(ours => ours.Name != column.Name)).Select(column => column.DisplayName).ToList() is { Count: > 0 } foreign)
        {
            isRight = false;
            checkup.Warning("column-required", district, new($"Die Bibliothek verlangt Angaben, die PartnerOffice nicht macht: {string.Join(", ", foreign)}.", $"The library demands what PartnerOffice does not enter: {string.Join(", ", foreign)}."),
                new("Diese Spalten nicht zur Pflicht machen; sonst bleiben Dateien als unvollständig markiert.", "Do not make these columns mandatory; else files stay marked as incomplete."));
        }

        if (isRight) checkup.Ok("columns", district, "Spalten der Bibliothek: vollständig.", "Columns of the library: complete.");
    }

    private async Task LookAtContentAsync(Checkup checkup, District district, GraphConnection connection, SiteId site, DriveId drive, CancellationToken cancellationToken)
    {
        var tracker = partnership.Tracker.District == district.Id ? partnership.Tracker.DriveId : null;
        var foreign = (await connection.Sites.LibrariesAsync(site, cancellationToken))
            .Where(library => library.Entries > 0 && library.Drive != drive && !string.Equals(library.Drive.Value, tracker, StringComparison.OrdinalIgnoreCase)).ToList();
        if (foreign.Count == 0)
        {
            checkup.Ok("site-content", district, "Site: enthält nichts außer dem Austausch.", "Site: holds nothing but the exchange.");
            return;
        }

        checkup.Broken("site-content", district,
            new($"Auf der Site liegt auch anderes: {string.Join(", ", foreign.Select(library => $"»{library.Name}«"))}. Der Dienst könnte es lesen.", $"The site holds other things too: {string.Join(", ", foreign.Select(library => $"\"{library.Name}\""))}. The service could read them."),
            new("Für den Austausch eine eigene Site anlegen oder die anderen Inhalte verschieben.", "Make a site of its own for the exchange, or move the other content."), AdminCommands.FindIds(district));
    }

    private static async Task LookAtReadersAsync(Checkup checkup, District district, GraphConnection connection, DriveId drive, CancellationToken cancellationToken)
    {
        bool isOpen;
        try
        {
            isOpen = await connection.Sites.IsOpenToEverybodyAsync(drive, cancellationToken);
        }
        catch (AccessDeniedException)
        {
            checkup.Skipped("site-open", district, "Wer die Bibliothek öffnen darf, ist von hier aus nicht zu sehen; bitte in SharePoint nachsehen.", "Who may open the library cannot be seen from here; please look in SharePoint.");
            return;
        }

        if (isOpen)
        {
            checkup.Broken("site-open", district, new("Die Bibliothek ist für alle in der Organisation offen.", "The library is open to everybody in the organisation."),
                new("Zugriff auf die benannten Mitglieder des Vorstands beschränken.", "Restrict access to the named members of the board."), AdminCommands.RemoveEveryone(district));
        }
        else
        {
            checkup.Ok("site-open", district, "Bibliothek: nur für benannte Mitglieder.", "Library: for named members only.");
        }
    }

    private static async Task<DriveItem?> RootAsync(GraphConnection connection, DriveId drive, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.Drives.FindAsync(drive, DrivePath.Root, cancellationToken);
        }
        catch (Exception unknown) when (unknown is AccessDeniedException or InvalidRequestException)
        {
            return null;
        }
    }
}
