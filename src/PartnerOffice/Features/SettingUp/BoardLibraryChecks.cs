using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.SettingUp;

/// <summary>The board's own library, where the service may enter it: its two columns, and the versions that say who did what (R14, R19).</summary>
internal static class BoardLibraryChecks
{
    public static async Task LookAsync(Checkup checkup, District district, GraphConnection connection, CancellationToken cancellationToken)
    {
        if (district.BoardLibrary is not { } library)
            return;
        if (district.OwnLibrary != OwnLibraryAccess.App)
        {
            checkup.Skipped("board-columns", district, "Bibliothek des Vorstands: Der Dienst darf nicht hinein; ihre Spalten sieht er nicht.", "The board's library: the service may not enter; it does not see its columns.");
            return;
        }

        await checkup.LookAsync("board-columns", district, async () =>
        {
            try
            {
                Judge(checkup, district, await connection.Lists.ColumnsAsync(SiteId.Parse(library.SiteId), ListId.Parse(library.ListId.ToString("D")), cancellationToken));
            }
            catch (AccessDeniedException)
            {
                checkup.Broken("board-grant", district, new("Die Anwendung hat auf der Site des Vorstands keine Rolle.", "The application has no role on the board's site."),
                    new("Der Anwendung dort die Rolle »write« geben, oder ownLibrary auf »person« setzen.", "Give it the role \"write\" there, or set ownLibrary to \"person\"."), AdminCommands.GrantBoardSite(district));
            }
            catch (NotFoundException)
            {
                checkup.Broken("board-library", district, new("Die Bibliothek des Vorstands gibt es unter diesen Kennungen nicht.", "There is no library of the board with these ids."),
                    new("Kennungen ablesen und eintragen (boardLibrary).", "Read off the ids and enter them (boardLibrary)."), AdminCommands.FindIds(district));
            }
        });
    }

    private static void Judge(Checkup checkup, District district, IReadOnlyList<ListColumn> found)
    {
        var wrong = LibraryColumn.OfBoard(district).Where(ours =>
            found.FirstOrDefault(column => column.Name == ours.Name) is not { ReadOnly: false } column || column.Type != ours.Type || ours.Choices.Except(column.Choices).Any()).ToList();
        if (wrong.Count == 0)
        {
            checkup.Ok("board-columns", district, "Bibliothek des Vorstands: Spalten vollständig.", "The board's library: columns complete.");
            return;
        }

        checkup.Broken("board-columns", district,
            new($"In der Bibliothek des Vorstands fehlen Spalten, oder sie sind anders: {string.Join(", ", wrong.Select(column => column.Name))}.", $"The board's library lacks columns, or they differ: {string.Join(", ", wrong.Select(column => column.Name))}."),
            new("Spalten mit genau diesen Namen und Werten anlegen.", "Make columns with exactly these names and values."), AdminCommands.MakeBoardColumns(district, wrong));
    }
}
