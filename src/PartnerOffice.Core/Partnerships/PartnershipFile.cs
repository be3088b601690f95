using System.Text.Json;

namespace PartnerOffice.Core;

/// <summary>Reads <c>partnership.json</c>: JSON with comments and trailing commas, each mistake named with its line.</summary>
public static class PartnershipFile
{
    /// <summary>What the field <c>schema</c> says in files of this form.</summary>
    public const string Schema = "partneroffice/partnership/1";

    /// <summary>The JSON schema of the file, for editors that help while typing.</summary>
    public static string JsonSchema
    {
        get
        {
            using var stream = typeof(PartnershipFile).Assembly.GetManifestResourceStream("partnership.schema.json")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Reads a partnership.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="fileName">The name that messages give it.</param>
    /// <exception cref="PartnershipFileException">The file has mistakes; the exception carries all of them.</exception>
    public static Partnership Parse(string json, string fileName)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);

        var report = new FieldReader.Report(fileName);
        Partnership? partnership = null;
        try
        {
            partnership = FieldReader.Root(JsonAt.Parse(json), report, ReadPartnership);
        }
        catch (JsonException mistake)
        {
            report.Add((int)(mistake.LineNumber ?? 0) + 1, "",
                new("JSON – oft fehlt kurz davor ein Komma, eine Klammer oder ein Anführungszeichen",
                    "JSON - often a comma, a bracket or a quotation mark is missing just before"),
                new("etwas anderes", $"something else ({mistake.Message})"));
        }

        return partnership is not null && report.Errors.Count == 0 ? partnership : throw new PartnershipFileException(report.Errors);
    }

    private static Partnership ReadPartnership(FieldReader file)
    {
        file.OptionalText("$schema");
        file.Choice<bool>("schema", null, (Schema, true));
        var id = file.Required("id", IdExpected, ParsePartnershipId);
        var name = file.Text("name");
        var since = file.Date("since");
        var graph = file.Choice<GraphKind>("graph", null, ("sandbox", GraphKind.Sandbox), ("microsoft", GraphKind.Microsoft));

        var districts = file.List("districts", DistrictReader.Read, isRequired: true);
        if (districts.Count != 2)
        {
            file.Wrong("districts", new("genau zwei Kreisverbände", "exactly two districts"), new($"{districts.Count}", $"{districts.Count}"));
        }

        RefuseTwins(file, districts);

        return new(
            id ?? default,
            name ?? "",
            since ?? default,
            graph ?? default,
            districts,
            file.OptionalObject("use", use => ReadUse(use, districts)) ?? new PermittedUse(null, new Dictionary<DistrictId, DateOnly>()),
            file.Object("tracker", tracker => ReadTracker(tracker, districts))!,
            file.Object("obligations", ReadObligations)!,
            ReadFederalEvents(file))
        {
            Retreats = file.OptionalObject("retreats", retreats => ReadRetreats(retreats, districts)) ?? RetreatSettings.Default,
        };
    }

    private static void RefuseTwins(FieldReader file, IReadOnlyList<District> districts)
    {
        if (districts is not [var first, var second])
        {
            return;
        }

        if (first.Id == second.Id && first.Id != default)
        {
            file.Wrong("districts", new("zwei verschiedene Kennungen (id)", "two different ids"), new($"zweimal „{first.Id}“", $"\"{first.Id}\" twice"));
        }

        // Documents refer to persons by id alone, whichever board they sit on.
        foreach (var person in first.People.Select(person => person.Id).Intersect(second.People.Select(person => person.Id)).Where(person => person != default))
        {
            file.Wrong("districts", new("jede Kennung einer Person nur einmal in der Datei", "each person's id only once in the file"),
                new($"„{person}“ in beiden Kreisverbänden", $"\"{person}\" in both districts"));
        }

        if (first.Library is { } library && second.Library?.DriveId == library.DriveId && library.DriveId.Length > 0)
        {
            file.Wrong("districts", new("für jeden Kreisverband eine eigene Bibliothek (driveId)", "a library of its own for each district (driveId)"),
                new("zweimal dieselbe", "the same twice"));
        }

        // The exchange site holds nothing but the exchange (R19), and the partner reads all of it.
        foreach (var register in new[] { first, second }.Select(district => district.Register).OfType<BoardRegister>())
        {
            if (register.SiteId.Length > 0 && new[] { first, second }.Any(district => district.Library?.SiteId == register.SiteId || district.Library?.DriveId == register.DriveId))
            {
                file.Wrong("districts", new("register in der eigenen Bibliothek des Vorstands, nicht in der des Austauschs", "register in the board's own library, not in that of the exchange"),
                    new("die Bibliothek des Austauschs", "the library of the exchange"));
            }
        }

        foreach (var own in new[] { first, second }.Select(district => district.BoardLibrary).OfType<BoardLibrary>())
        {
            if (own.SiteId.Length > 0 && new[] { first, second }.Any(district => district.Library?.SiteId == own.SiteId || district.Library?.DriveId == own.DriveId))
            {
                file.Wrong("districts", new("boardLibrary auf der eigenen Site des Vorstands, nicht auf der des Austauschs", "boardLibrary on the board's own site, not on that of the exchange"),
                    new("die Bibliothek des Austauschs", "the library of the exchange"));
            }
        }

        if (first.OwnLibrary == OwnLibraryAccess.App && second.OwnLibrary == OwnLibraryAccess.App)
        {
            file.Wrong("districts", new("ownLibrary „app“ höchstens bei einem: ein Dienst darf nicht beide Vorstandsbibliotheken öffnen",
                "ownLibrary \"app\" for one at most: no service may open both boards' libraries"), new("„app“ bei beiden", "\"app\" for both"));
        }
    }

    private static PermittedUse ReadUse(FieldReader use, IReadOnlyList<District> districts)
    {
        var line = use.OptionalText("line", most: 300);
        if (line is not null && HasUnknownPlace(line))
        {
            use.Wrong("line", new($"nur die Platzhalter {PermittedUse.RecipientPlace} und {PermittedUse.SenderPlace}",
                $"only the places {PermittedUse.RecipientPlace} and {PermittedUse.SenderPlace}"));
        }

        var agreed = use.List("agreedOn", entry => (District: DistrictOf(entry, "district", districts), Date: entry.Date("date")));
        if (agreed.Select(entry => entry.District).Distinct().Count() != agreed.Count)
        {
            use.Wrong("agreedOn", new("jeden Kreisverband nur einmal", "each district only once"), new("einen zweimal", "one twice"));
            return new(line, new Dictionary<DistrictId, DateOnly>());
        }

        return new(line, agreed.ToDictionary(entry => entry.District, entry => entry.Date ?? default));
    }

    private static bool HasUnknownPlace(string line) => line
        .Replace(PermittedUse.RecipientPlace, "", StringComparison.Ordinal)
        .Replace(PermittedUse.SenderPlace, "", StringComparison.Ordinal)
        .AsSpan().ContainsAny('{', '}');

    private static TrackerSettings ReadTracker(FieldReader tracker, IReadOnlyList<District> districts) => new(
        DistrictOf(tracker, "district", districts),
        tracker.Required("driveId", GraphIds.DriveExpected, GraphIds.Drive) ?? "",
        tracker.Required("path", new("ein Pfad unter der Bibliothek wie „Tracker/Partnerschaft.xlsx“", "a path below the library like \"Tracker/Partnerschaft.xlsx\""),
            text => GraphIds.Path(text) is { Length: > 5 } path && path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? path : null) ?? "",
        tracker.Choice<TrackerWrite>("write", null, ("file", TrackerWrite.File), ("workbook", TrackerWrite.Workbook)) ?? default,
        tracker.Choice<TrackerIdentity>("as", null, ("account", TrackerIdentity.Account), ("app", TrackerIdentity.App)) ?? default,
        DistrictOf(tracker, "writer", districts));

    private static DistrictId DistrictOf(FieldReader fields, string name, IReadOnlyList<District> districts)
    {
        // Without two readable districts their own mistakes say enough.
        var ids = districts.Select(district => district.Id).Where(id => id != default).ToList();
        if (ids.Count < 2)
        {
            return fields.Required(name, IdExpected, DistrictReader.ParseId) ?? default;
        }

        return fields.Choice<DistrictId>(name, null, [.. ids.Distinct().Select(id => (id.ToString(), id))]) ?? default;
    }

    private static DistrictId? OptionalDistrictOf(FieldReader fields, string name, IReadOnlyList<District> districts)
    {
        fields.Allow(name);
        return fields.Has(name) ? DistrictOf(fields, name, districts) : null;
    }

    private static ObligationSettings ReadObligations(FieldReader obligations) => new(
        obligations.Whole("minutesSharedWithinDays", 1, 365) ?? 0,
        obligations.Whole("positionsWeeksBefore", 1, 52) ?? 0,
        obligations.Whole("briefingsPerYear", 0, 52) ?? 0,
        obligations.Whole("linksCheckedEveryDays", 1, 366) ?? 0,
        obligations.Whole("retreatMinimumPerBoard", 1, 50, otherwise: 1) ?? 0,
        obligations.Whole("ownNoticeDays", 0, 90, otherwise: 14) ?? 0,
        obligations.Whole("receiptReminderDays", 1, 90, otherwise: 14) ?? 0,
        obligations.List("pauses", ReadPause));

    private static RetreatSettings ReadRetreats(FieldReader retreats, IReadOnlyList<District> districts)
    {
        var usual = RetreatSettings.Default;
        return new(
            OptionalDistrictOf(retreats, "firstHost", districts),
            retreats.OptionalWhole("travelMinutes", 0, 1440),
            retreats.Whole("days", 1, 2, usual.Days) ?? 0,
            retreats.OptionalWhole("noticeDays", 0, 180),
            retreats.Choice<SchoolHolidayRule>("schoolHolidays", usual.SchoolHolidays, ("forbid", SchoolHolidayRule.Forbid), ("avoid", SchoolHolidayRule.Avoid)) ?? default,
            retreats.Whole("remindDaysBefore", 0, 360, usual.RemindDaysBefore) ?? 0,
            retreats.OptionalWhole("fromYear", 2000, 2100));
    }

    private static AgreedPause ReadPause(FieldReader pause)
    {
        var (name, from, until) = (pause.Text("name"), pause.Date("from"), pause.Date("until"));
        if (until < from)
        {
            pause.Wrong("until", new($"ein Tag nicht vor dem Beginn ({from:yyyy-MM-dd})", $"a day not before the first ({from:yyyy-MM-dd})"));
        }

        return new(name ?? "", from ?? default, until ?? default);
    }

    private static IReadOnlyList<FederalEvent> ReadFederalEvents(FieldReader file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return file.List("federalEvents", entry =>
        {
            var id = entry.Required("id", IdExpected, text => IdText.IsId(text) ? text : null);
            if (id is not null && !seen.Add(id))
            {
                entry.Wrong("id", new("eine Kennung, die noch nicht vergeben ist", "an id that is not taken"));
            }

            return new FederalEvent(id ?? "", entry.Text("name") ?? "", entry.Date("date") ?? default);
        });
    }

    internal static readonly Bilingual IdExpected = new(
        "eine Kennung aus Kleinbuchstaben, Ziffern und Bindestrich, höchstens 32 Zeichen",
        "an id of lower-case letters, digits and hyphens, at most 32 characters");

    private static PartnershipId? ParsePartnershipId(string text) => PartnershipId.TryParse(text, out var id) ? id : null;
}
