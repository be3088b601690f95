using System.Globalization;
using System.Text;
using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary>What one district's administrators do, filled in from the partnership file: at most twelve steps, to be left and continued at will (R20).</summary>
internal static class Checklist
{
    public const int MostSteps = 12;

    public static IReadOnlyList<ChecklistStep> Of(Partnership partnership, District district)
    {
        var isOwn = district.Id == partnership.Tracker.Writer;
        var hostsTracker = district.Id == partnership.Tracker.District;
        var side = isOwn ? "own" : "partner";
        var steps = new List<ChecklistStep>();
        if (isOwn)
        {
            steps.Add(Step("Anwendung registrieren", AdminCommands.Register(district, "PartnerOffice"), "PowerShell (Microsoft.Graph)", 10,
                "Entra > App-Registrierungen > PartnerOffice > Löschen", "sign-in"));
            steps.Add(Step("Zertifikat machen und hinterlegen", AdminCommands.AddCertificate(district), "Rechner, auf dem PartnerOffice läuft", 10,
                "Entra > App-Registrierungen > PartnerOffice > Zertifikate: Zeile löschen", "certificate"));
        }

        steps.Add(Step("Der Anwendung zustimmen", AdminCommands.Consent(district), "Browser", 3, "Entra > Unternehmensanwendungen > PartnerOffice > Löschen", "permissions"));
        steps.Add(Step("Gemeinsames Postfach anlegen", AdminCommands.MakeMailbox(district), "PowerShell (ExchangeOnlineManagement)", 5, "Exchange Admin Center > Postfächer > Löschen", "mailbox"));
        steps.Add(Step("Zugriff auf genau dieses Postfach geben", AdminCommands.GrantMailbox(district), "PowerShell (ExchangeOnlineManagement, Microsoft.Graph)", 10,
            "Get-ManagementRoleAssignment | Where-Object RoleAssigneeName -eq PartnerOffice | Remove-ManagementRoleAssignment", "mailbox-scope"));
        steps.Add(new("Eigene Site für den Austausch anlegen", AdminRole.SharePoint, "SharePoint Admin Center > Aktive Websites > Erstellen",
            $"# Teamwebsite ohne Gruppe, privat. Name: Austausch {district.ShortName}\n# Mitglieder: nur der Vorstand{(hostsTracker ? " und die Gäste des Partnervorstands" : "")}. Bibliothek: Protokolle Partner", 10,
            "SharePoint Admin Center > Website löschen", "site-open"));
        steps.Add(Step("Kennungen ablesen und in die Partnerschaftsdatei eintragen", AdminCommands.FindIds(district), "PowerShell (Microsoft.Graph)", 10, "Zeile library wieder auf null setzen", "library"));
        steps.Add(Step("Der Anwendung die Rolle auf dieser Site geben", AdminCommands.GrantSite(district), "PowerShell (Microsoft.Graph)", 5,
            "Denselben Befehl mit -Method DELETE und der id der Zeile aus -Method GET", "site"));
        steps.Add(Step("Spalten der Bibliothek anlegen", AdminCommands.MakeColumns(district, LibraryColumn.All), "PowerShell (Microsoft.Graph)", 5, "Bibliothek > Einstellungen > Spalte > Löschen", "columns"));
        if (hostsTracker)
            steps.Add(Step("Tracker anlegen und hochladen", AdminCommands.LayTracker(partnership), "Rechner, auf dem PartnerOffice läuft; dann SharePoint", 5, "Datei in SharePoint löschen", "tracker"));
        if (hostsTracker && partnership.Tracker.As == TrackerIdentity.Account)
            steps.Add(Step("Dienstkonto anmelden", AdminCommands.Login(district), "Rechner, auf dem PartnerOffice läuft, und ein Browser", 5, "Entra > Benutzer > Dienstkonto > Sitzungen widerrufen", "tracker"));
        steps.Add(new("Alles ausprobieren", AdminRole.House, "Rechner, auf dem PartnerOffice läuft", $"partneroffice doctor --partnership partnerschaft.json --side {side} --try-write", 5,
            "Nichts: die Prüfung räumt hinter sich auf", "write-library"));
        return steps;
    }

    public static string Write(Partnership partnership, District district)
    {
        var steps = Of(partnership, district);
        var isOwn = district.Id == partnership.Tracker.Writer;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Einrichtung: {district.Name}\n\n");
        text.Append("Die Schritte lassen sich einzeln tun und über Wochen verteilen. Bis alles steht, warten Übermittlungen; nichts geht verloren.\n");
        text.Append(CultureInfo.InvariantCulture, $"Zeit zusammen: etwa {steps.Sum(step => step.Minutes)} Minuten. Jeder Schritt ist getan, wenn seine Zeile in der Prüfung »ok« zeigt:\n\n");
        text.Append(CultureInfo.InvariantCulture, $"    partneroffice doctor --partnership partnerschaft.json --side {(isOwn ? "own" : "partner")}\n\n");
        text.Append("Wörter in GROSSBUCHSTABEN in einem Befehl stehen für Angaben, die noch fehlen. Steht alles in der Partnerschaftsdatei, schreibt `partneroffice init --partnership partnerschaft.json` diese Liste neu, ohne Lücken.\n");
        foreach (var (number, step) in steps.Select((step, index) => (index + 1, step)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {number}. {step.Title}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"- [ ] Wer: {RoleWords.Of(step.Who, null).German}\n- Wo: {step.Where}\n- Dauer: {step.Minutes} Minuten\n\n");
            text.Append(CultureInfo.InvariantCulture, $"```\n{step.Command}\n```\n\n");
            text.Append(CultureInfo.InvariantCulture, $"- Rückgängig: {step.Undo}\n- Prüfung: Zeile `{step.Check}`\n");
        }

        text.Append("\n## Auf Wunsch: der zweite Weg über die Bibliothek des Vorstands\n\n");
        text.Append("Nur, wenn der Vorstand ihn will: Protokolle ohne Aufgabenbereich prüfen, freigeben und zurückziehen (`boardLibrary` und `ownLibrary` in der Partnerschaftsdatei).\n\n");
        text.Append(CultureInfo.InvariantCulture, $"```\n{AdminCommands.MakeBoardColumns(district, LibraryColumn.OfBoard(district)).Text}\n```\n\n");
        text.Append("Soll der Dienst selbst hinein (`\"ownLibrary\": \"app\"`), dazu:\n\n");
        text.Append(CultureInfo.InvariantCulture, $"```\n{AdminCommands.GrantBoardSite(district).Text}\n```\n\n");
        text.Append("- Rückgängig: Spalten und Rolle löschen, boardLibrary wieder auf null setzen\n- Prüfung: Zeile `board-columns`\n");
        return text.ToString();
    }

    private static ChecklistStep Step(string title, AdminCommand command, string where, int minutes, string undo, string check) => new(title, command.Role, where, command.Text, minutes, undo, check);
}
