using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PartnerOffice.CommandLine;
using PartnerOffice.Connections;
using PartnerOffice.Core;

namespace PartnerOffice.Features.Operating;

/// <summary>The three things that cannot be made anew (D32 e): the ledger, the keys, the partnership file. The sandbox's folder is none of them.</summary>
internal static class Backup
{
    private const string Ledger = "ledger.db";
    private const string Manifest = "manifest.json";

    // What lies beside the ledger and is a key or was signed in by a person.
    private static readonly string[] Keys = ["key", "accounts", "sandbox-identities"];

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <exception cref="VerbException">There is nothing to back up, or the file is there already.</exception>
    public static async Task<BackupManifest> WriteAsync(string data, string? partnershipFile, string path, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(data, Ledger)))
            throw NothingThere(data);
        if (File.Exists(path))
            throw VerbException.Exists(path);

        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var files = new List<string>();
            string? lastAudit;
            await using (var stream = new FileStream(temporary, OwnerOnly()))
            await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            {
                lastAudit = await AddLedgerAsync(zip, data, temporary, cancellationToken);
                files.Add(Ledger);
                foreach (var key in KeyFiles(data))
                {
                    await zip.CreateEntryFromFileAsync(Path.Combine(data, key), key, cancellationToken);
                    files.Add(key);
                }

                if (partnershipFile is not null)
                {
                    await zip.CreateEntryFromFileAsync(partnershipFile, Path.GetFileName(partnershipFile), cancellationToken);
                    files.Add(Path.GetFileName(partnershipFile));
                }

                await using var manifest = await zip.CreateEntry(Manifest).OpenAsync(cancellationToken);
                await JsonSerializer.SerializeAsync(manifest, new BackupManifest(now, files, lastAudit), Form, cancellationToken);
            }

            File.Move(temporary, path, overwrite: false);
            return new BackupManifest(now, files, lastAudit);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <exception cref="VerbException">The folder is in use, or the file is no backup.</exception>
    public static async Task<BackupManifest> ReadAsync(string path, string data, CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(data, Ledger)) || File.Exists(Path.Combine(data, "key")))
            throw NotEmpty(data);

        DataFolder.Make(data);
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(path, cancellationToken);
            var entry = zip.GetEntry(Manifest) ?? throw NoBackup(path);
            await using (var stream = await entry.OpenAsync(cancellationToken))
            {
                var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, Form, cancellationToken) ?? throw NoBackup(path);
                // The ledger last: a folder with a ledger is a restored one.
                foreach (var name in manifest.Files.OrderBy(name => name == Ledger)) await ExtractAsync(zip, name, data, path, cancellationToken);
                return manifest;
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException)
        {
            throw NoBackup(path);
        }
    }

    // SQLite's own copy of a database that others write to meanwhile: whole, as of one moment.
    private static async Task<string?> AddLedgerAsync(ZipArchive zip, string data, string beside, CancellationToken cancellationToken)
    {
        var copy = beside + ".ledger";
        try
        {
            // Made by us before SQLite opens it: for its owner alone.
            await using (new FileStream(copy, OwnerOnly())) { }
            await using (var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, Ledger), Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString()))
            await using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString()))
            {
                await source.OpenAsync(cancellationToken);
                await target.OpenAsync(cancellationToken);
                source.BackupDatabase(target);
                await using var alone = target.CreateCommand();
                alone.CommandText = "PRAGMA journal_mode = DELETE; SELECT Hash FROM audit ORDER BY Number DESC LIMIT 1";
                var last = await LastAsync(alone, cancellationToken);
                await target.CloseAsync();
                await zip.CreateEntryFromFileAsync(copy, Ledger, cancellationToken);
                return last;
            }
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static async Task<string?> LastAsync(SqliteCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        string? last = null;
        do
        {
            while (await reader.ReadAsync(cancellationToken)) last = reader.GetString(0);
        }
        while (await reader.NextResultAsync(cancellationToken));
        return last is { Length: 64 } ? last : null;
    }

    private static IEnumerable<string> KeyFiles(string data) => Keys.SelectMany(name =>
        File.Exists(Path.Combine(data, name)) ? [name]
        : Directory.Exists(Path.Combine(data, name)) ? Directory.GetFiles(Path.Combine(data, name)).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(file => $"{name}/{Path.GetFileName(file)}")
        : (IEnumerable<string>)[]);

    private static async Task ExtractAsync(ZipArchive zip, string name, string data, string path, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(Path.Combine(data, name));
        if (zip.GetEntry(name) is not { } entry || !target.StartsWith(Path.GetFullPath(data) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw NoBackup(path);

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var source = await entry.OpenAsync(cancellationToken);
        await using var file = new FileStream(target, OwnerOnly());
        await source.CopyToAsync(file, cancellationToken);
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static VerbException NothingThere(string data) => new(
        "no-ledger",
        data,
        new Bilingual("In diesem Ordner liegt kein Ledger; es gibt nichts zu sichern.", "There is no ledger in this folder; there is nothing to back up."),
        new Bilingual("Mit --data den Ordner des Dienstes nennen.", "Name the service's folder with --data."));

    private static VerbException NotEmpty(string data) => new(
        "data-in-use",
        data,
        new Bilingual("In diesem Ordner liegt schon ein Ledger; er wird nicht überschrieben.", "This folder has a ledger already; it is not overwritten."),
        new Bilingual("Den Dienst anhalten, den Ordner beiseitelegen und in einen leeren wiederherstellen.", "Stop the service, put the folder aside, and restore into an empty one."));

    private static VerbException NoBackup(string path) => new(
        "no-backup",
        path,
        new Bilingual("Das ist keine Sicherung, oder sie ist beschädigt.", "This is no backup, or it is damaged."),
        new Bilingual("Eine Datei von »partneroffice backup« nennen.", "Name a file of \"partneroffice backup\"."));
}
