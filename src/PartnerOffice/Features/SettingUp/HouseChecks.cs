using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.SettingUp;

/// <summary>The machine on which the service runs: its folder, its secret, its disk, the templates.</summary>
internal static class HouseChecks
{
    private const long TooLittle = 500L * 1024 * 1024;

    public static void Look(Checkup checkup, DoctorSettings settings)
    {
        LookAtFolder(checkup, settings.DataDirectory);
        LookAtSecret(checkup, settings.DataDirectory);
        LookAtDisk(checkup, settings);
        LookAtTemplates(checkup, settings.Templates);
    }

    private static void LookAtFolder(Checkup checkup, string folder)
    {
        const string check = "data-directory";
        try
        {
            DataFolder.Make(folder);
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, [0]);
            File.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            checkup.Broken(check, null, new("In den Ordner des Dienstes lässt sich nichts schreiben.", "Nothing can be written into the service's folder."),
                new($"Dem Konto, unter dem PartnerOffice läuft, Schreibrecht auf {folder} geben.", $"Give the account that runs PartnerOffice the right to write to {folder}."));
            return;
        }

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & others) != 0)
        {
            checkup.Broken(check, null, new("Den Ordner des Dienstes können auch andere Konten dieses Rechners lesen.", "Other accounts of this machine can read the service's folder too."),
                new("Zugriff auf das eigene Konto beschränken.", "Restrict access to its own account."), new(AdminRole.House, null, $"chmod 700 \"{folder}\""));
            return;
        }

        checkup.Ok(check, null, "Ordner des Dienstes: beschreibbar und nur für ihn lesbar.", "The service's folder: writable, and readable for itself only.");
    }

    private static void LookAtSecret(Checkup checkup, string folder)
    {
        const string check = "secret";
        try
        {
            SecretStore.Open(folder, Environment.GetEnvironmentVariable(SecretStore.Variable));
            checkup.Ok(check, null, "Geheimnis des Dienstes: vorhanden.", "The service's secret: there.");
        }
        catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException)
        {
            checkup.Broken(check, null, new("Das Geheimnis des Dienstes ist beschädigt; was wartet, lässt sich so nicht öffnen.", "The service's secret is damaged; what waits cannot be opened with it."),
                new($"Die Datei »key« aus der Sicherung zurücklegen oder {SecretStore.Variable} berichtigen. Kein neues Geheimnis anlegen.", $"Put the file \"key\" back from the backup, or correct {SecretStore.Variable}. Make no new secret."));
        }
    }

    private static void LookAtDisk(Checkup checkup, DoctorSettings settings)
    {
        var free = settings.FreeBytes?.Invoke() ?? new DriveInfo(Path.GetPathRoot(Path.GetFullPath(settings.DataDirectory))!).AvailableFreeSpace;
        if (free < TooLittle)
        {
            checkup.Broken("disk", null, new($"Nur noch {free / 1024 / 1024} MB frei.", $"Only {free / 1024 / 1024} MB are free."),
                new("Platz schaffen: mindestens 500 MB.", "Make room: at least 500 MB."));
        }
        else
        {
            checkup.Ok("disk", null, $"Platz auf der Festplatte: {free / 1024 / 1024 / 1024} GB.", $"Room on the disk: {free / 1024 / 1024 / 1024} GB.");
        }
    }

    // A district may restyle the templates; what the code reads must still be in them.
    private static void LookAtTemplates(Checkup checkup, string? folder)
    {
        const string check = "templates";
        if (folder is null || !Directory.Exists(folder))
        {
            checkup.Ok(check, null, "Vorlagen: die mitgelieferten.", "Templates: the delivered ones.");
            return;
        }

        var tracker = Path.Combine(folder, "tracker.xlsx");
        if (File.Exists(tracker))
        {
            try
            {
                var bytes = File.ReadAllBytes(tracker);
                foreach (var table in TrackerTables.All) TrackerWorkbook.ReadRows(bytes, table.Name);
            }
            catch (RefusalException refused)
            {
                checkup.Broken(check, null, new($"Vorlage tracker.xlsx, {refused.Place}: {refused.Problem.German}", $"Template tracker.xlsx, {refused.Place}: {refused.Problem.English}"), refused.Remedy,
                    new(AdminRole.House, null, $"partneroffice templates build --out \"{folder}\""));
                return;
            }
        }

        foreach (var name in MinutesTemplate.FileNames.Where(name => File.Exists(Path.Combine(folder, name))))
        {
            try
            {
                using var package = System.IO.Compression.ZipFile.OpenRead(Path.Combine(folder, name));
                if (package.GetEntry("word/document.xml") is null) throw new InvalidDataException();
            }
            catch (Exception broken) when (broken is InvalidDataException or IOException)
            {
                checkup.Broken(check, null, new($"Vorlage {name} ist keine Word-Datei.", $"Template {name} is no Word file."),
                    new("Die mitgelieferte Vorlage neu erstellen.", "Make the delivered template anew."), new(AdminRole.House, null, $"partneroffice templates build --out \"{folder}\""));
                return;
            }
        }

        checkup.Ok(check, null, "Vorlagen: lesbar.", "Templates: readable.");
    }
}
