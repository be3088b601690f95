using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core;

public sealed class PartnershipFileTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromText(PartnershipFile.JsonSchema));

    [Fact]
    public void The_sample_is_read_as_it_is_written()
    {
        var partnership = PartnershipSample.Read();

        Assert.Equal("steinfurt-mse", partnership.Id.ToString());
        Assert.Equal(GraphKind.Sandbox, partnership.Graph);
        Assert.Equal(new DateOnly(2012, 12, 1), partnership.Since);
        Assert.Equal(["steinfurt", "mse"], partnership.Districts.Select(district => district.Id.ToString()));

        var steinfurt = partnership.Districts[0];
        Assert.Equal("Die Linke. Kreisverband Steinfurt", steinfurt.Name);
        Assert.Equal(new CredentialReference.EnvironmentVariable("PARTNEROFFICE_STEINFURT_ZERTIFIKAT"), steinfurt.Tenant?.Credential);
        Assert.Equal("Protokolle Partner", steinfurt.Library?.Folder);
        Assert.Null(steinfurt.HoldHours);
        Assert.Equal(24, partnership.Districts[1].HoldHours);
        Assert.Equal("Europe/Berlin", steinfurt.TimeZone.Id);
        Assert.Equal(NamesPolicy.Default.Rows, steinfurt.Names.Rows);
        Assert.Equal(new(QuorumBase.Seats, QuorumThreshold.AtLeastHalf, 9), partnership.Districts[1].Rules.Quorum);
        Assert.Equal((TrackerWrite.File, TrackerIdentity.App, "steinfurt"),
            (partnership.Tracker.Write, partnership.Tracker.As, partnership.Tracker.Writer.ToString()));
        Assert.Equal("mse", partnership.PartnerOf(steinfurt.Id).Id.ToString());
        Assert.Equal((FederalState.NW, FederalState.MV), (steinfurt.State, partnership.Districts[1].State));
        Assert.Equal(new SchoolHoliday("Herbstferien", new(2026, 10, 17), new(2026, 10, 31)), steinfurt.SchoolHolidays[1]);
        Assert.Equal(new DistrictAssembly("Kreisparteitag", new(2026, 11, 21)), Assert.Single(steinfurt.Assemblies));
        Assert.Equal(new RetreatSettings(steinfurt.Id, 330, 1, 28, SchoolHolidayRule.Forbid, 90, null), partnership.Retreats);
        Assert.Equal((28, 10), (partnership.RetreatNoticeDays, (partnership with { Retreats = RetreatSettings.Default }).RetreatNoticeDays));
    }

    [Fact]
    public void The_people_of_the_sample_minutes_sit_on_the_sample_board()
    {
        var minutes = Path.Combine(Repository.Root, "..", "shared", "samples", "minutes.json");
        Assert.SkipUnless(File.Exists(minutes), "../shared/samples/minutes.json is not beside the repository");
        using var json = JsonDocument.Parse(File.ReadAllText(minutes));
        var voting = json.RootElement.GetProperty("attendance").EnumerateArray()
            .Where(entry => entry.GetProperty("voting").GetBoolean())
            .Select(entry => (entry.GetProperty("person").GetString(), entry.GetProperty("name").GetString(), entry.GetProperty("function").GetString()));

        var day = DateOnly.Parse(json.RootElement.GetProperty("date").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var board = PartnershipSample.Read().Districts[0].BoardOn(day);

        Assert.Equal(voting, board.Select(person => ((string?)person.Id.ToString(), (string?)person.Name, person.TermOn(day)?.Function)));
    }

    [Fact]
    public void The_sample_fits_the_schema_that_editors_use() => Assert.True(FitsSchema(PartnershipSample.Json));

    [Fact]
    public void Every_setting_of_the_sample_is_explained_where_it_first_stands()
    {
        var lines = PartnershipSample.Json.Split('\n').Select(line => line.Trim()).ToList();
        var explained = new HashSet<string>();
        var bare = new List<string>();
        for (var index = 0; index < lines.Count; index++)
        {
            if (!lines[index].StartsWith('"'))
            {
                continue;
            }

            var name = lines[index][1..lines[index].IndexOf('"', 1)];
            if (explained.Add(name) && !lines[index - 1].StartsWith("//", StringComparison.Ordinal))
            {
                bare.Add(name);
            }
        }

        Assert.Empty(bare);

        // Settings that stand only in one-line objects are explained by the comment above the list.
        Assert.True(explained.Count > 60, $"only {explained.Count} settings were seen");
    }

    public static TheoryData<string, string, string, string, bool> Mistakes => new()
    {
        // what stands there, what is written instead, the field, what the message says, whether editors see it by the schema
        { "\"schema\": \"partneroffice/partnership/1\"", "\"schema\": \"partneroffice/partnership/2\"", "schema", "erwartet „partneroffice/partnership/1“; gefunden „partneroffice/partnership/2“ – gemeint", true },
        { "\"id\": \"steinfurt-mse\"", "\"id\": \"Steinfurt MSE\"", "id", "Kleinbuchstaben", true },
        { "\"name\": \"Partnerschaft Steinfurt – Mecklenburgische Seenplatte\",", "", "name", "gefunden nichts", true },
        { "\"since\": \"2012-12-01\"", "\"since\": \"01.12.2012\"", "since", "Jahr-Monat-Tag", true },
        { "\"since\": \"2012-12-01\"", "\"since\": \"2012-02-30\"", "since", "gefunden „2012-02-30“", false },
        { "\"graph\": \"sandbox\"", "\"graph\": \"sandbx\"", "graph", "gemeint „sandbox“?", true },
        { "\"graph\": \"sandbox\",", "", "graph", "gefunden nichts", true },
        { "Kreisvorstand {Empfänger};", "Kreisvorstand {Partner};", "use.line", "{Absender}", true },
        { "{ \"district\": \"mse\", \"date\": \"2026-01-20\" }", "{ \"district\": \"mes\", \"date\": \"2026-01-20\" }", "use.agreedOn[1].district", "gemeint „mse“?", false },
        { "{ \"district\": \"mse\", \"date\": \"2026-01-20\" }", "{ \"district\": \"steinfurt\", \"date\": \"2026-01-20\" }", "use.agreedOn", "nur einmal", false },
        { "\"district\": \"mse\",\n", "\"district\": \"msp\",\n", "tracker.district", "„steinfurt“ oder „mse“", false },
        { "\"driveId\": \"b!mse-austausch-0002\",\n    // Ordner und", "\"driveId\": \"die Bibliothek\",\n    // Ordner und", "tracker.driveId", "Kennung des Laufwerks", true },
        { "\"path\": \"Tracker/Partnerschaft.xlsx\"", "\"path\": \"/Tracker/Partnerschaft.xlsx\"", "tracker.path", "Pfad", true },
        { "\"path\": \"Tracker/Partnerschaft.xlsx\"", "\"path\": \"Tracker/../Partnerschaft.xlsx\"", "tracker.path", "Pfad", false },
        { "\"path\": \"Tracker/Partnerschaft.xlsx\"", "\"path\": \"Tracker/Partnerschaft.xlsm\"", "tracker.path", "Pfad", true },
        { "\"write\": \"file\"", "\"write\": \"excel\"", "tracker.write", "„file“ oder „workbook“", true },
        { "\"as\": \"app\"", "\"as\": true", "tracker.as", "gefunden true", true },
        { "\"writer\": \"steinfurt\"", "\"writer\": \"beide\"", "tracker.writer", "„steinfurt“ oder „mse“", false },
        { "\"minutesSharedWithinDays\": 14", "\"minutesSharedWithinDays\": 0", "obligations.minutesSharedWithinDays", "von 1 bis 365", true },
        { "\"positionsWeeksBefore\": 4", "\"positionsWeeksBefore\": \"4\"", "obligations.positionsWeeksBefore", "ganze Zahl", true },
        { "\"briefingsPerYear\": 4", "\"briefingsPerYear\": 4.5", "obligations.briefingsPerYear", "gefunden 4.5", true },
        { "\"linksCheckedEveryDays\": 90", "\"linksCheckedEveryDay\": 90", "obligations.linksCheckedEveryDay", "gemeint „linksCheckedEveryDays“?", true },
        { "\"retreatMinimumPerBoard\": 2", "\"retreatMinimumPerBoard\": -2", "obligations.retreatMinimumPerBoard", "gefunden -2", true },
        { "\"ownNoticeDays\": 14", "\"ownNoticeDays\": 1400", "obligations.ownNoticeDays", "von 0 bis 90", true },
        { "\"receiptReminderDays\": 14", "\"receiptReminderDays\": 0", "obligations.receiptReminderDays", "von 1 bis 90", true },
        { "\"until\": \"2026-08-02\"", "\"until\": \"2026-07-19\"", "obligations.pauses[0].until", "nicht vor dem Beginn (2026-07-20)", false },
        { "\"id\": \"bpt-2026\"", "\"id\": \"BPT\"", "federalEvents[0].id", "Kennung", true },
        { "\"date\": \"2026-10-17\" }", "\"date\": \"2026-10-17\" }, { \"id\": \"bpt-2026\", \"name\": \"Noch einer\", \"date\": \"2026-11-01\" }", "federalEvents[1].id", "noch nicht vergeben", false },
        { "\"id\": \"mse\"", "\"id\": \"MSE\"", "districts[1].id", "Kleinbuchstaben", true },
        { "\"shortName\": \"Steinfurt\"", "\"shortName\": \"\"", "districts[0].shortName", "1 bis 60 Zeichen", true },
        { "\"boardName\": \"Kreisvorstand\"", "\"boardName\": 7", "districts[0].boardName", "gefunden 7", true },
        { "\"language\": \"de-DE\"", "\"language\": \"deutsch\"", "districts[0].language", "„de-DE“", true },
        { "\"timeZone\": \"Europe/Berlin\"", "\"timeZone\": \"Europe/Steinfurt\"", "districts[0].timeZone", "Zeitzone", false },
        { "\"genderForm\": \"star\"", "\"genderForm\": \"*\"", "districts[0].genderForm", "„star“", true },
        { "\"salutation\": \"Liebe Genoss*innen\"", "\"salutation\": \"Liebe\\nGenoss*innen\"", "districts[0].salutation", "in einer Zeile", false },
        { "\"id\": \"57e10f00-0000-4000-8000-000000000001\"", "\"id\": \"steinfurt.onmicrosoft.example\"", "districts[0].tenant.id", "11111111-2222", true },
        { "\"clientId\": \"57e10f00-0000-4000-8000-0000000000a1\"", "\"clientId\": null", "districts[0].tenant.clientId", "gefunden null", true },
        { "\"type\": \"environment\"", "\"type\": \"secret\"", "districts[0].tenant.credential.type", "„certificate-file“", true },
        { "\"variable\": \"PARTNEROFFICE_STEINFURT_ZERTIFIKAT\"", "\"variable\": \"hunter2~Geheim\"", "districts[0].tenant.credential.variable", "nie das Geheimnis selbst; gefunden ein Text mit 14 Zeichen", true },
        { "\"variable\": \"PARTNEROFFICE_STEINFURT_ZERTIFIKAT\"", "\"variable\": \"PARTNEROFFICE_STEINFURT_ZERTIFIKAT\", \"clientSecret\": \"hunter2~Geheim\"", "districts[0].tenant.credential.clientSecret", "das unbekannte Feld „clientSecret“", true },
        { "\"siteId\": \"steinfurt.sharepoint.example,", "\"siteId\": \"https://steinfurt.sharepoint.example/,", "districts[0].library.siteId", "dreiteilige Kennung", false },
        { "\"driveId\": \"b!steinfurt-austausch-0001\"", "\"driveId\": \"\"", "districts[0].library.driveId", "Kennung des Laufwerks", true },
        { "\"listId\": \"57e10f00-0000-4000-8000-000000000013\"", "\"listId\": \"Dokumente\"", "districts[0].library.listId", "gefunden „Dokumente“", true },
        { "\"folder\": \"Protokolle Partner\"", "\"folder\": \"/Protokolle\"", "districts[0].library.folder", "ohne Schrägstrich am Anfang", true },
        { "\"mailbox\": \"kreisvorstand@steinfurt.onmicrosoft.example\"", "\"mailbox\": \"Kreisvorstand\"", "districts[0].mailbox", "E-Mail-Adresse", true },
        { "\"homepage\": \"https://steinfurt.example.org/\"", "\"homepage\": \"http://steinfurt.example.org/\"", "districts[0].homepage", "https://", true },
        { "\"url\": \"https://social.example.org/@steinfurt\"", "\"url\": \"@steinfurt\"", "districts[0].socialLinks[0].url", "https://", true },
        { "\"id\": \"st-02\"", "\"id\": \"st_02\"", "districts[0].people[1].id", "Kleinbuchstaben", true },
        { "\"id\": \"st-07\"", "\"id\": \"st-06\"", "districts[0].people[6].id", "noch nicht vergeben", false },
        { "\"id\": \"mse-07\"", "\"id\": \"st-07\"", "districts", "jede Kennung einer Person nur einmal", false },
        { "\"name\": \"Frank Formular\"", "\"name\": \"Formular\"", "districts[0].people[5].name", "Vor- und Nachname", true },
        { "\"account\": \"tenant\"", "\"account\": \"ja\"", "districts[0].people[0].account", "„none“", true },
        { "\"userPrincipalName\": \"bernd.muster@steinfurt.onmicrosoft.example\",", "", "districts[0].people[1].userPrincipalName", "weil die Person ein Konto hat", false },
        { "\"userPrincipalName\": \"bernd.muster@steinfurt.onmicrosoft.example\"", "\"userPrincipalName\": \"Bernd Muster\"", "districts[0].people[1].userPrincipalName", "Anmeldename", true },
        { "\"userPrincipalName\": \"bernd.muster@steinfurt.onmicrosoft.example\"", "\"userPrincipalName\": \"ANNA.beispiel@steinfurt.onmicrosoft.example\"", "districts[0].people[1].userPrincipalName", "keiner anderen Person gehört", false },
        { "\"name\": \"Clara Probe\",\n          \"account\": \"none\",", "\"name\": \"Clara Probe\",\n          \"account\": \"none\", \"objectId\": \"57e10f00-0000-4000-8000-000000000103\",", "districts[0].people[2].objectId", "kein Konto", false },
        { "\"objectId\": \"57e10f00-0000-4000-8000-000000000101\"", "\"objectId\": \"101\"", "districts[0].people[0].objectId", "11111111-2222", true },
        { "\"mail\": \"clara.probe@example.org\"", "\"mail\": \"clara.probe\"", "districts[0].people[2].addresses[0].mail", "E-Mail-Adresse", true },
        { "\"private\": true", "\"private\": \"ja\"", "districts[0].people[0].addresses[0].private", "true (ja) oder false (nein)", true },
        { "\"function\": \"Beisitzer\", \"voting\": true, \"from\": \"2023-09-16\", \"until\": \"2025-10-10\"", "\"function\": \"Beisitzer\", \"voting\": true, \"from\": \"2023-09-16\", \"until\": \"2025-10-11\"", "districts[1].people[3].terms[1].from", "nach dem Ende der Amtszeit davor", false },
        { "\"from\": \"2023-09-16\", \"until\": \"2025-10-10\"", "\"from\": \"2023-09-16\", \"until\": \"2023-09-15\"", "districts[1].people[3].terms[0].until", "nicht vor dem Beginn", false },
        { "\"function\": \"Schatzmeisterin\", \"voting\": true", "\"function\": \"Schatzmeisterin\"", "districts[0].people[2].terms[0].voting", "gefunden nichts", true },
        { "\"role\": \"secretary\"", "\"role\": \"schriftführung\"", "districts[0].roles[2].role", "„secretary“", true },
        { "\"role\": \"secretary\", \"person\": \"st-02\"", "\"role\": \"secretary\", \"person\": \"st-20\"", "districts[0].roles[2].person", "gemeint „st-02“?", false },
        { "\"role\": \"secretary\", \"person\": \"st-02\", \"from\": \"2025-11-22\"", "\"role\": \"secretary\", \"person\": \"st-02\", \"from\": \"2025-11-21\"", "districts[0].roles[2].from", "in einer Amtszeit", false },
        { "\"person\": \"st-04\", \"deputy\": true, \"from\": \"2025-12-09\"", "\"person\": \"st-04\", \"deputy\": false, \"from\": \"2025-12-09\"", "districts[0].roles[4].from", "nur eine Koordination", false },
        { "\"role\": \"coordinator\", \"person\": \"st-05\"", "\"role\": \"secretary\", \"person\": \"st-05\"", "districts[0].roles", "Ziffer 7", false },
        { "\"group\": \"guest\"", "\"group\": \"applicant\"", "districts[0].knownPeople[0].group", "„employee“", true },
        { "\"name\": \"Gerda Gast\"", "\"name\": \"Gast\"", "districts[0].knownPeople[0].name", "Vor- und Nachname", true },
        { "\"name\": \"Gerda Gast\"", "\"name\": \"Anna Beispiel\"", "districts[0].knownPeople", "niemand, der auch in people steht", false },
        { "\"name\": \"Meike Mandat\"", "\"name\": \"Gerda Gast\"", "districts[0].publicPersons", "entweder mit Namen oder nach Funktion", false },
        { "\"votingMembers\": \"name\"", "\"votingMembers\": \"nothing\"", "districts[0].names.votingMembers", "„name“ oder „role“", true },
        { "\"guests\": \"role\"", "\"guests\": \"number\"", "districts[0].names.guests", "„role“", true },
        { "\"excused\": \"number\"", "\"excused\": \"role\"", "districts[0].names.excused", "„number“", true },
        { "\"unexcused\": \"number\"", "\"unexcused\": 2", "districts[0].names.unexcused", "gefunden 2", true },
        { "\"employees\": \"role\"", "\"employee\": \"role\"", "districts[0].names.employee", "gemeint „employees“?", true },
        { "\"members\": \"role\"", "\"members\": \"rolle\"", "districts[0].names.members", "gemeint „role“?", true },
        { "\"applicants\": \"nothing\"", "\"applicants\": \"role\"", "districts[0].names.applicants", "erwartet „nothing“", true },
        { "\"personnel\": \"nothing\"", "\"personnel\": \"name\"", "districts[0].names.personnel", "erwartet „nothing“", true },
        { "\"publicPersons\": \"name\"", "\"publicPersons\": \"nothing\"", "districts[0].names.publicPersons", "„name“ oder „role“", true },
        { "\"base\": \"elected\"", "\"base\": \"seats\"", "districts[0].rules.quorum.seats", "Zahl der Sitze", true },
        { "\"threshold\": \"more-than-half\"", "\"threshold\": \"half\"", "districts[0].rules.quorum.threshold", "„more-than-half“", true },
        { "\"seats\": null", "\"seats\": 0", "districts[0].rules.quorum.seats", "von 1 bis 200", true },
        { "\"noticeDays\": 7", "\"noticeDays\": \"eine Woche\"", "districts[0].rules.noticeDays", "gefunden „eine Woche“", true },
        { "\"majority\": \"simple\"", "\"majority\": \"einfach\"", "districts[0].rules.majority", "„two-thirds“", true },
        { "\"approval\": \"later-meeting\"", "\"approval\": \"later\"", "districts[0].rules.approval", "„later-meeting“", true },
        { "\"meeting\": \"KV-ST {Jahr}/{Sitzung}\"", "\"meeting\": \"KV-ST\"", "districts[0].rules.numbers.meeting", "{Sitzung} oder {Nr}", true },
        { "\"resolution\": \"B {Jahr}-{Sitzung}-{Nr}\"", "\"resolution\": \"B {Jahr}{Sitzung}{Nr}\"", "districts[0].rules.numbers.resolution", "nicht aneinander", false },
        { "\"circulation\": \"U {Jahr}-{Nr}\"", "\"circulation\": \"U {Year}-{Nr}\"", "districts[0].rules.numbers.circulation", "Muster", false },
        { "\"wantFigures\": false", "\"wantFigures\": \"nein\"", "districts[0].rules.wantFigures", "true (ja) oder false (nein)", true },
        { "\"state\": \"NW\"", "\"state\": \"NRW\"", "districts[0].state", "gemeint „NW“?", true },
        { "\"state\": \"NW\"", "\"state\": 5", "districts[0].state", "gefunden 5", true },
        { "\"until\": \"2026-10-31\"", "\"until\": \"2026-10-16\"", "districts[0].schoolHolidays[1].until", "nicht vor dem Beginn (2026-10-17)", false },
        { "\"until\": \"2026-10-31\"", "\"bis\": \"2026-10-31\", \"until\": \"2026-10-31\"", "districts[0].schoolHolidays[1].bis", "das unbekannte Feld „bis“", true },
        { "\"date\": \"2026-11-21\"", "\"date\": \"21.11.2026\"", "districts[0].assemblies[0].date", "Jahr-Monat-Tag", true },
        { "\"firstHost\": \"steinfurt\"", "\"firstHost\": \"steinfrut\"", "retreats.firstHost", "gemeint „steinfurt“?", false },
        { "\"travelMinutes\": 330", "\"travelMinutes\": \"5:30\"", "retreats.travelMinutes", "von 0 bis 1440", true },
        { "\"days\": 1", "\"days\": 3", "retreats.days", "von 1 bis 2", true },
        { "\"noticeDays\": 28", "\"noticeDays\": -1", "retreats.noticeDays", "von 0 bis 180", true },
        { "\"schoolHolidays\": \"forbid\"", "\"schoolHolidays\": \"verboten\"", "retreats.schoolHolidays", "„forbid“ oder „avoid“", true },
        { "\"remindDaysBefore\": 90", "\"remindDaysBefore\": 400", "retreats.remindDaysBefore", "von 0 bis 360", true },
        { "\"fromYear\": null", "\"fromYear\": 1999", "retreats.fromYear", "von 2000 bis 2100", true },
        { "\"share\": \"approved\"", "\"share\": \"draft\"", "districts[0].share", "„approved“ oder „released“", true },
        { "\"holdHours\": 24", "\"holdHours\": 73", "districts[1].holdHours", "von 0 bis 72", true },
        { "\"ownLibrary\": \"app\"", "\"ownLibrary\": \"host\"", "districts[0].ownLibrary", "„person“ oder „app“", true },
        { "\"address\": \"Beispielweg 1, 48565 Steinfurt\"", "\"adress\": \"Beispielweg 1, 48565 Steinfurt\", \"address\": \"Beispielweg 1\"", "districts[0].rooms[0].adress", "gemeint „address“?", true },
        { "\"register\": null", "\"register\": { \"siteId\": \"steinfurt.sharepoint.example,57e10f00-0000-4000-8000-0000000000a1,57e10f00-0000-4000-8000-0000000000a2\", \"driveId\": \"b!steinfurt-vorstand-01\", \"path\": \"Register.docx\" }", "districts[0].register.path", "Vorstandsregister.xlsx", true },
        { "\"register\": null", "\"register\": { \"siteId\": \"steinfurt.sharepoint.example,57e10f00-0000-4000-8000-000000000011,57e10f00-0000-4000-8000-000000000012\", \"driveId\": \"b!steinfurt-vorstand-01\", \"path\": \"Register.xlsx\" }", "districts", "register in der eigenen Bibliothek des Vorstands", false },
        { "\"countWithheld\": false", "\"countWithheld\": 0", "districts[0].countWithheld", "gefunden 0", true },
        { "\"countWithheld\": true\n    }", "\"countWithheld\": true\n    }, 7", "districts[2]", "ein Objekt in geschweiften Klammern; gefunden 7", true },
        { "\"share\": \"approved\"", "\"share\": \"approved\", \"share\": \"released\"", "districts[0].share", "das Feld nur einmal", false },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Each_setting_written_wrongly_is_named_with_its_line_and_what_is_expected(
        string there, string instead, string field, string says, bool schemaSees)
    {
        var json = Changed(there, instead);

        var error = Assert.Single(ErrorsOf(json));

        Assert.Equal(field, error.Field);
        Assert.Contains(says, error.Message.German, StringComparison.Ordinal);
        Assert.StartsWith($"partnership.json, Zeile {error.Line}, {field}: erwartet ", error.Message.German, StringComparison.Ordinal);
        Assert.StartsWith($"partnership.json, line {error.Line}, {field}: expected ", error.Message.English, StringComparison.Ordinal);
        Assert.Equal(!schemaSees, FitsSchema(json));
    }

    [Fact]
    public void The_line_is_the_one_that_a_person_sees_in_the_editor()
    {
        var line = PartnershipSample.Json[..PartnershipSample.Json.IndexOf("\"noticeDays\": 7", StringComparison.Ordinal)].Count(c => c == '\n') + 1;

        var error = Assert.Single(ErrorsOf(Changed("\"noticeDays\": 7", "\"noticeDays\": 700")));

        Assert.Equal(line, error.Line);
    }

    [Fact]
    public void All_mistakes_are_named_at_once_in_the_order_of_the_file()
    {
        var json = Changed("\"graph\": \"sandbox\"", "\"graph\": \"cloud\"")
            .Replace("\"noticeDays\": 7", "\"noticeDays\": 700", StringComparison.Ordinal)
            .Replace("\"holdHours\": 24", "\"holdHours\": 99", StringComparison.Ordinal)
            .Replace("\"writer\": \"steinfurt\"", "\"writer\": \"xyz\"", StringComparison.Ordinal);

        var errors = ErrorsOf(json);

        Assert.Equal(["graph", "tracker.writer", "districts[0].rules.noticeDays", "districts[1].holdHours"], errors.Select(error => error.Field));
    }

    [Fact]
    public void A_secret_in_the_wrong_place_is_never_repeated()
    {
        var json = Changed("\"type\": \"environment\"", "\"type\": \"S3cr3t-Value-1\"")
            .Replace("\"variable\": \"PARTNEROFFICE_MSE_ZERTIFIKAT\"", "\"variable\": \"-----BEGIN PRIVATE KEY-----\", \"password\": \"S3cr3t-Value-2\"", StringComparison.Ordinal);

        var failure = Assert.Throws<PartnershipFileException>(() => PartnershipFile.Parse(json, "p.json"));

        Assert.Equal(3, failure.Errors.Count);
        foreach (var said in failure.Errors.Select(error => error.Message.English + error.Message.German).Append(failure.ToString()))
        {
            Assert.DoesNotContain("S3cr3t", said, StringComparison.Ordinal);
            Assert.DoesNotContain("BEGIN", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Two_hosts_worth_of_rights_are_refused()
    {
        var json = PartnershipSample.Json.Replace("\"ownLibrary\": \"person\"", "\"ownLibrary\": \"app\"", StringComparison.Ordinal);

        var error = Assert.Single(ErrorsOf(json));

        Assert.Contains("ein Dienst darf nicht beide Vorstandsbibliotheken öffnen", error.Message.German, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_districts_never_share_one_library()
    {
        var json = Changed("\"driveId\": \"b!steinfurt-austausch-0001\"", "\"driveId\": \"b!mse-austausch-0002\"");

        Assert.Contains("eigene Bibliothek", Assert.Single(ErrorsOf(json)).Message.German, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partnership_of_one_is_none()
    {
        var json = PartnershipSample.Json;
        var second = json.IndexOf("    // Der zweite Kreisverband.", StringComparison.Ordinal);

        var errors = ErrorsOf(json[..second] + "  ]\n}");

        Assert.Contains(errors, error => error.Field == "districts" && error.Message.German.EndsWith("erwartet genau zwei Kreisverbände; gefunden 1.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("// nur ein Kommentar\n", 2)]
    [InlineData("{\n  \"id\": \"a\"\n  \"name\": \"b\"\n}", 3)]
    [InlineData("{\n  \"id\": „a“\n}", 2)]
    [InlineData("[]", 1)]
    [InlineData("{} {}", 1)]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}", 1)]
    [InlineData("\"\\ud800\"", 1)]
    public void What_is_no_object_is_refused_with_its_line(string json, int line)
    {
        var error = ErrorsOf(json)[0];

        Assert.Equal((line, ""), (error.Line, error.Field));
    }

    [Fact]
    public void Commas_too_many_and_a_byte_order_mark_do_no_harm()
    {
        var json = '\uFEFF' + Changed("\"countWithheld\": true\n", "\"countWithheld\": true,\n").ReplaceLineEndings("\r\n");

        Assert.Equal("steinfurt-mse", PartnershipFile.Parse(json, "p.json").Id.ToString());
    }

    [Fact]
    public void A_district_that_is_not_set_up_yet_can_already_stand_in_the_file()
    {
        var json = JsonNode.Parse(PartnershipSample.Json, documentOptions: Lenient)!;
        json["districts"]![1]!["tenant"] = null;
        json["districts"]![1]!["library"] = null;
        json["districts"]![1]!["mailbox"] = null;

        var partner = PartnershipFile.Parse(json.ToJsonString(), "p.json").Districts[1];

        Assert.Equal((null, null, null), (partner.Tenant, partner.Library, partner.Mailbox));
        Assert.True(FitsSchema(json.ToJsonString()));
    }

    [Fact]
    public void What_a_file_leaves_out_has_the_defaults_that_the_boards_were_told()
    {
        var json = JsonNode.Parse(PartnershipSample.Json, documentOptions: Lenient)!;
        json.AsObject().Remove("use");
        json.AsObject().Remove("federalEvents");
        foreach (var name in new[]
        {
            "boardName", "language", "timeZone", "genderForm", "salutation", "mailbox", "homepage", "socialLinks", "knownPeople",
            "publicPersons", "names", "share", "holdHours", "ownLibrary", "rooms", "countWithheld",
        })
        {
            json["districts"]![0]!.AsObject().Remove(name);
        }

        var partnership = PartnershipFile.Parse(json.ToJsonString(), "p.json");

        var district = partnership.Districts[0];
        Assert.Equal(("Kreisvorstand", "de-DE", "Europe/Berlin", GenderForm.Star, "Liebe Genoss*innen"),
            (district.BoardName, district.Language, district.TimeZone.Id, district.GenderForm, district.Salutation));
        Assert.Equal((ShareFrom.Approved, null, OwnLibraryAccess.Person, false),
            (district.Share, district.HoldHours, district.OwnLibrary, district.WantsWithheldCounted));
        Assert.Equal(NamesPolicy.Default.Rows, district.Names.Rows);
        Assert.Empty(partnership.FederalEvents);
        Assert.True(FitsSchema(json.ToJsonString()));
    }

    [Theory]
    [InlineData("{ \"type\": \"certificate-file\", \"path\": \"zertifikate/steinfurt.pfx\", \"passwordVariable\": \"STEINFURT_PASSWORT\" }")]
    [InlineData("{ \"type\": \"managed-identity\", \"clientId\": \"57e10f00-0000-4000-8000-0000000000b1\" }")]
    [InlineData("{ \"type\": \"managed-identity\" }")]
    [InlineData("{ \"type\": \"federated-token-file\", \"path\": \"/run/token\" }")]
    public void Every_way_to_sign_in_is_read_and_known_to_the_schema(string credential)
    {
        var json = JsonNode.Parse(PartnershipSample.Json, documentOptions: Lenient)!;
        json["districts"]![0]!["tenant"]!["credential"] = JsonNode.Parse(credential);

        var read = PartnershipFile.Parse(json.ToJsonString(), "p.json").Districts[0].Tenant!.Credential;

        Assert.Equal(credential.Contains("certificate-file", StringComparison.Ordinal), read is CredentialReference.CertificateFile { PasswordVariable: "STEINFURT_PASSWORT" });
        Assert.Equal(credential.Contains("identity", StringComparison.Ordinal), read is CredentialReference.ManagedIdentity);
        Assert.Equal(credential.Contains("token", StringComparison.Ordinal), read is CredentialReference.AssertionFile { Path: "/run/token" });
        Assert.True(FitsSchema(json.ToJsonString()));
    }

    private static string Changed(string there, string instead)
    {
        var at = PartnershipSample.Json.IndexOf(there, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The sample does not hold: {there}");
        return PartnershipSample.Json[..at] + instead + PartnershipSample.Json[(at + there.Length)..];
    }

    private static IReadOnlyList<PartnershipFileError> ErrorsOf(string json) =>
        Assert.Throws<PartnershipFileException>(() => PartnershipFile.Parse(json, "partnership.json")).Errors;

    private static bool FitsSchema(string json)
    {
        using var plain = JsonDocument.Parse(json, Lenient);
        return Schema.Value.Evaluate(plain.RootElement).IsValid;
    }
}
