using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Documents.Tracker;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.CommandLine;

/// <summary>The verbs of the tracker as people call them.</summary>
public sealed class TrackerVerbsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => folder.File("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_workbook_on_this_machine_remembers_what_we_wrote_and_people_win()
    {
        var workbook = folder.File("tracker.xlsx");
        await OfficeVerb.RunAsync("tracker", "new", workbook, "--json");
        await ApplyAsync(workbook, "Rheine", "19:00");
        await ApplyAsync(workbook, "Rheine", "19:00", key: "t-2");
        await File.WriteAllBytesAsync(workbook, People.Type(People.Type(await File.ReadAllBytesAsync(workbook, Token), "Sitzungen", "H2", "Emsdetten"), "Sitzungen", "A3", ""), Token);
        await File.WriteAllBytesAsync(workbook, People.Type(People.Type(await File.ReadAllBytesAsync(workbook, Token), "Sitzungen", "H3", ""), "Sitzungen", "G3", ""), Token);

        var changed = await ApplyAsync(workbook, "Greven", "20:00");
        var deleted = await ApplyAsync(workbook, "Greven", "20:00", key: "t-2");
        var putBack = await ApplyAsync(workbook, "Greven", "20:00", "t-2", "--put-back");

        Assert.Equal((0, 0, 0), (changed.ExitCode, deleted.ExitCode, putBack.ExitCode));
        Assert.Equal("Sitzungen!H2", changed.Json().GetProperty("deviations")[0].GetProperty("place").GetString());
        Assert.Equal("t-2", deleted.Json().GetProperty("gone")[0].GetProperty("key").GetString());
        Assert.Equal("t-2", putBack.Json().GetProperty("added")[0].GetProperty("key").GetString());
        var rows = TrackerWorkbook.ReadRows(await File.ReadAllBytesAsync(workbook, Token), "Sitzungen");
        Assert.Equal(["t-1 Emsdetten 20:00", "t-2 Greven 20:00"], rows.Select(row => $"{row["Schlüssel"]} {row["Ort"]} {row["Beginn"]}"));
        Assert.DoesNotContain("Greven", await File.ReadAllTextAsync(folder.File(".tracker.xlsx.geschrieben.json"), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_processes_on_one_workbook_lose_no_row_of_each_other()
    {
        var workbook = folder.File("tracker.xlsx");
        await OfficeVerb.RunAsync("tracker", "new", workbook, "--json");

        var endings = await Task.WhenAll(Enumerable.Range(1, 10).Select(async number => await OfficeProcess.RunAsync("tracker", "apply", workbook, await ChangesAsync("Rheine", "19:00", $"t-{number}"), "--json")));

        Assert.All(endings, ending => Assert.True(ending.ExitCode == 0, ending.Errors));
        Assert.Equal(10, TrackerWorkbook.ReadRows(await File.ReadAllBytesAsync(workbook, Token), "Sitzungen").Select(row => row["Schlüssel"]!.ToString()).Distinct().Count());
    }

    [Fact]
    public async Task A_workbook_that_somebody_has_open_is_left_alone()
    {
        var workbook = folder.File("tracker.xlsx");
        await OfficeVerb.RunAsync("tracker", "new", workbook, "--json");
        await File.WriteAllTextAsync(folder.File(".~lock.tracker.xlsx#"), ",erika,pc,14.07.2026 19:00;", Token);
        var before = await File.ReadAllBytesAsync(workbook, Token);

        var ending = await ApplyAsync(workbook, "Rheine", "19:00");

        Assert.Equal((3, "workbook-open"), (ending.ExitCode, ending.Json().GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal(before, await File.ReadAllBytesAsync(workbook, Token));
    }

    [Fact]
    public async Task The_tracker_is_verified_brought_up_to_date_and_copied_once_a_month()
    {
        var minutes = folder.File("protokoll.docx");
        await File.WriteAllBytesAsync(minutes, MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes)), Token);
        await OfficeVerb.ReleaseAsync(minutes, Data);
        await OfficeVerb.RunAsync("share", minutes, "--yes-to-all", "--data", Data, "--json");
        var shared = Directory.GetFiles(Path.Combine(Data, "sandbox"), "Partnerschaft.xlsx", SearchOption.AllDirectories).Single(path => !path.Contains("/.", StringComparison.Ordinal));
        var fresh = await OfficeVerb.RunAsync("tracker", "verify", "--data", Data, "--json");

        // A person takes the meeting's row away, another types into a wording.
        var workbook = await File.ReadAllBytesAsync(shared, Token);
        var resolution = TrackerWorkbook.ReadRows(workbook, "Beschlüsse")[0];
        workbook = People.Type(People.Type(workbook, "Aufgaben", "A2", ""), "Beschlüsse", "F2", "anders");
        foreach (var column in "BCDEFG")
            workbook = People.Type(workbook, "Aufgaben", $"{column}2", "");
        await File.WriteAllBytesAsync(shared, workbook, Token);
        var changed = await OfficeVerb.RunAsync("tracker", "verify", "--data", Data, "--json");
        var synced = await OfficeVerb.RunAsync("tracker", "sync", "--data", Data, "--json");
        var local = folder.File("eigener.xlsx");
        await OfficeVerb.RunAsync("tracker", "new", local, "--json");
        var missing = await OfficeVerb.RunAsync("tracker", "verify", local, "--data", Data, "--json");
        var filled = await OfficeVerb.RunAsync("tracker", "sync", local, "--data", Data, "--json");
        var agreed = await OfficeVerb.RunAsync("tracker", "verify", local, "--data", Data, "--json");
        var copied = await OfficeVerb.RunAsync("tracker", "copy", "--data", Data, "--json");
        var again = await OfficeVerb.RunAsync("tracker", "copy", "--data", Data, "--json");

        Assert.True(fresh.ExitCode == 0, fresh.Output + fresh.Errors);
        Assert.True(fresh.Json().GetProperty("ok").GetBoolean());
        Assert.Equal(1, changed.ExitCode);
        Assert.Equal("Beschlüsse!F2", changed.Json().GetProperty("deviating")[0].GetProperty("place").GetString());
        Assert.Equal("Aufgaben", changed.Json().GetProperty("deleted")[0].GetProperty("table").GetString());
        Assert.Equal((0, 0), (synced.ExitCode, synced.Json().GetProperty("added").GetArrayLength()));
        Assert.Equal("anders", TrackerWorkbook.ReadRows(await File.ReadAllBytesAsync(shared, Token), "Beschlüsse").Single(row => row["Schlüssel"] == resolution["Schlüssel"])["Wortlaut"]!.ToString());
        Assert.Equal((1, 0, 0), (missing.ExitCode, filled.ExitCode, agreed.ExitCode));
        Assert.True(missing.Json().GetProperty("missing").GetArrayLength() > 3);
        Assert.Equal((0, true), (copied.ExitCode, copied.Json().GetProperty("isNew").GetBoolean()));
        Assert.Equal((0, false), (again.ExitCode, again.Json().GetProperty("isNew").GetBoolean()));
        Assert.Single(Directory.GetFiles(Path.Combine(Data, "sandbox"), "*Tracker Kopie.xlsx", SearchOption.AllDirectories), path => !path.Contains("/.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_stands_twice_is_listed_with_both_places_and_deleted_when_asked()
    {
        var (minutes, local) = (folder.File("protokoll.docx"), folder.File("eigener.xlsx"));
        await File.WriteAllBytesAsync(minutes, MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes)), Token);
        await OfficeVerb.ReleaseAsync(minutes, Data);
        await OfficeVerb.RunAsync("share", minutes, "--yes-to-all", "--data", Data, "--json");
        var shared = Directory.GetFiles(Path.Combine(Data, "sandbox"), "Partnerschaft.xlsx", SearchOption.AllDirectories).Single(path => !path.Contains("/.", StringComparison.Ordinal));
        var before = TrackerWorkbook.ReadRows(await File.ReadAllBytesAsync(shared, Token), "Beschlüsse");
        var twice = WithTwin(await File.ReadAllBytesAsync(shared, Token), before);
        await File.WriteAllBytesAsync(local, twice, Token);
        await File.WriteAllBytesAsync(shared, twice, Token);

        var listed = await OfficeVerb.RunAsync("tracker", "verify", "--data", Data, "--json");
        var said = await OfficeVerb.RunAsync("tracker", "verify", local, "--data", Data, "--lang", "de");
        var untouched = await File.ReadAllBytesAsync(local, Token);
        var repaired = await OfficeVerb.RunAsync("tracker", "verify", "--repair", "--data", Data, "--json");
        var repairedHere = await OfficeVerb.RunAsync("tracker", "verify", local, "--repair", "--data", Data, "--json");

        var twin = listed.Json().GetProperty("twice")[0];
        var later = $"Beschlüsse!A{before.Count + 2}";
        Assert.Equal((1, false), (listed.ExitCode, listed.Json().GetProperty("ok").GetBoolean()));
        Assert.Equal(
            ("Beschlüsse", before[0]["Schlüssel"]!.ToString(), "Beschlüsse!A2", later, 0),
            (twin.GetProperty("row").GetProperty("table").GetString(), twin.GetProperty("row").GetProperty("key").GetString(), twin.GetProperty("first").GetString(), twin.GetProperty("later").GetString(), twin.GetProperty("differing").GetArrayLength()));
        // All other rows are compared all the same.
        Assert.Equal(0, listed.Json().GetProperty("missing").GetArrayLength());
        Assert.Contains($"in Beschlüsse!A2 und später in {later}", said.Output, StringComparison.Ordinal);
        Assert.Equal(twice, untouched);
        foreach (var (ending, path) in ((OfficeProcess.Ending, string)[])[(repaired, shared), (repairedHere, local)])
        {
            Assert.True(ending.ExitCode == 0, ending.Output + ending.Errors);
            Assert.Equal(later, ending.Json().GetProperty("removed")[0].GetProperty("later").GetString());
            Assert.Equal(before, TrackerWorkbook.ReadRows(await File.ReadAllBytesAsync(path, Token), "Beschlüsse"));
        }
    }

    /// <summary>The first resolution once more below the last, as a write that happened twice would leave it.</summary>
    private static byte[] WithTwin(byte[] workbook, IReadOnlyList<TrackerRow> rows)
    {
        var copy = new TrackerRow(rows[0].Cells.Where(cell => cell.Value is not null).ToDictionary(cell => cell.Key, cell => cell.Key == TrackerTables.Key ? new TrackerValue.Text("kopie") : cell.Value));
        return People.Type(TrackerWorkbook.Apply(workbook, [new TrackerChange("Beschlüsse", [copy])]).Bytes, "Beschlüsse", $"A{rows.Count + 2}", rows[0]["Schlüssel"]!.ToString()!);
    }

    [Fact]
    public async Task The_monthly_copy_gets_its_PDF_as_soon_as_one_can_be_made()
    {
        var minutes = folder.File("protokoll.docx");
        await File.WriteAllBytesAsync(minutes, MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes)), Token);
        await OfficeVerb.ReleaseAsync(minutes, Data);
        await OfficeVerb.RunAsync("share", minutes, "--yes-to-all", "--data", Data, "--json");

        var without = await OfficeProcess.RunWithAsync([new("PATH", folder.Path)], "tracker", "copy", "--data", Data, "--json");
        var said = await OfficeProcess.RunWithAsync([new("PATH", folder.Path)], "tracker", "copy", "--data", Data, "--lang", "de");

        Assert.True(without.ExitCode == 0, without.Output + without.Errors);
        Assert.Equal((true, System.Text.Json.JsonValueKind.Null), (without.Json().GetProperty("isNew").GetBoolean(), without.Json().GetProperty("pdf").ValueKind));
        Assert.Contains("Ein PDF dazu ließ sich nicht machen", said.Output, StringComparison.Ordinal);
        Assert.Empty(Copies("pdf"));

        LibreOffice.SkipWithout("libreoffice-calc");
        var with = await OfficeVerb.RunAsync("tracker", "copy", "--data", Data, "--json");
        var again = await OfficeVerb.RunAsync("tracker", "copy", "--data", Data, "--json");

        Assert.True(with.ExitCode == 0, with.Output + with.Errors);
        Assert.False(with.Json().GetProperty("isNew").GetBoolean());
        Assert.EndsWith("Kopie.pdf", Uri.UnescapeDataString(with.Json().GetProperty("pdf").GetString()!), StringComparison.Ordinal);
        Assert.Equal(with.Json().GetProperty("pdf").GetString(), again.Json().GetProperty("pdf").GetString());
        Assert.True((await File.ReadAllBytesAsync(Assert.Single(Copies("pdf")), Token)).AsSpan().StartsWith("%PDF-"u8));
        Assert.Equal(Path.ChangeExtension(Assert.Single(Copies("xlsx")), "pdf"), Copies("pdf")[0]);
    }

    private string[] Copies(string extension) =>
        [.. Directory.GetFiles(Path.Combine(Data, "sandbox"), $"*Tracker Kopie.{extension}", SearchOption.AllDirectories).Where(path => !path.Contains("/.", StringComparison.Ordinal))];

    [Fact]
    public async Task The_register_gets_what_only_the_board_may_know_of_the_minutes()
    {
        var (minutes, register) = (folder.File("protokoll.docx"), folder.File("Vorstandsregister.xlsx"));
        await File.WriteAllBytesAsync(minutes, MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes)), Token);
        await OfficeVerb.RunAsync("tracker", "new", register, "--register", "--json");

        var ending = await OfficeVerb.RunAsync("tracker", "sync", minutes, "--register", register, "--data", Data, "--json");
        var again = await OfficeVerb.RunAsync("tracker", "sync", minutes, "--register", register, "--data", Data, "--json");
        var nowhere = await OfficeVerb.RunAsync("tracker", "sync", minutes, "--data", Data, "--json");

        Assert.True(ending.ExitCode == 0, ending.Output + ending.Errors);
        var workbook = await File.ReadAllBytesAsync(register, Token);
        Assert.NotEmpty(TrackerWorkbook.ReadRows(workbook, "Beschlüsse"));
        Assert.NotEmpty(TrackerWorkbook.ReadRows(workbook, "Aufgaben"));
        Assert.Empty(again.Json().GetProperty("partsTouched").EnumerateArray());
        Assert.Equal((3, "not-set-up"), (nowhere.ExitCode, nowhere.Json().GetProperty("waits").GetString()));
    }

    [Fact]
    public async Task Sharing_fills_the_register_of_the_own_board_where_the_partnership_names_one()
    {
        var (minutes, partnership) = (folder.File("protokoll.docx"), folder.File("partnership.json"));
        await File.WriteAllBytesAsync(minutes, MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes)), Token);
        var text = PartnershipSample.Json;
        text = text.Replace("\"register\": null", """
            "register": { "siteId": "steinfurt.sharepoint.example,57e10f00-0000-4000-8000-0000000000a1,57e10f00-0000-4000-8000-0000000000a2", "driveId": "b!steinfurt-vorstand-01", "path": "Register/Vorstandsregister.xlsx" }
            """.Trim(), StringComparison.Ordinal);
        await File.WriteAllTextAsync(partnership, text, Token);

        await OfficeVerb.ReleaseAsync(minutes, Data, "--partnership", partnership);
        var shared = await OfficeVerb.RunAsync("share", minutes, "--yes-to-all", "--data", Data, "--partnership", partnership, "--json");

        Assert.True(shared.ExitCode == 0, shared.Output + shared.Errors);
        Assert.Equal("written", shared.Json().GetProperty("register").GetString());
        var register = Directory.GetFiles(Path.Combine(Data, "sandbox"), "Vorstandsregister.xlsx", SearchOption.AllDirectories).Single(path => !path.Contains("/.", StringComparison.Ordinal));
        Assert.NotEmpty(TrackerWorkbook.ReadRows(await File.ReadAllBytesAsync(register, Token), "Beschlüsse"));
        Assert.Contains("Steinfurt", register, StringComparison.Ordinal);
    }

    private async Task<OfficeProcess.Ending> ApplyAsync(string workbook, string place, string start, string key = "t-1", params string[] more) =>
        await OfficeVerb.RunAsync(["tracker", "apply", workbook, await ChangesAsync(place, start, key), "--json", .. more]);

    private async Task<string> ChangesAsync(string place, string start, string key)
    {
        var changes = folder.File($"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(changes, $$"""{"table": "Sitzungen", "rows": [{"Schlüssel": "{{key}}", "Ort": "{{place}}", "Beginn": "{{start}}"}]}""", Token);
        return changes;
    }
}
