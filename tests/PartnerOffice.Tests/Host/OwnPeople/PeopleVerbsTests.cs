using System.Text.Json;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.OwnPeople;

/// <summary>The people's verbs, as they are typed.</summary>
public sealed class PeopleVerbsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string file;

    public PeopleVerbsTests()
    {
        file = folder.File("partnerschaft.json");
        File.WriteAllText(file, PartnershipSample.Json);
    }

    [Fact]
    public async Task A_term_ends_with_a_preview_a_consent_and_a_handover()
    {
        string[] end = ["end-term", "Anna Beispiel", "--on", "31. Dezember 2030", "--successor", "st-04", "--as", "Elif Entwurf"];

        var preview = await RunAsync(end);
        Assert.Equal(1, preview.ExitCode);
        Assert.Equal(PartnershipSample.Json, File.ReadAllText(file));
        var digest = preview.Json().GetProperty("digest").GetString()!;
        var done = await RunAsync([.. end, "--yes", digest]);
        Assert.Equal((0, "done"), (done.ExitCode, done.Json().GetProperty("state").GetString()));

        var target = folder.File("Übergabe.docx");
        var handover = await RunAsync("handover", "st-01", "--out", target);
        Assert.Equal("2030-12-31", handover.Json().GetProperty("lastDay").GetString());
        Assert.Empty(WordValidity.ErrorsOf(File.ReadAllBytes(target)));
    }

    [Fact]
    public async Task Somebody_new_gets_the_next_id_and_a_list_is_read_without_entering_anything()
    {
        var list = folder.File("liste.csv");
        File.WriteAllText(list, "Name;Funktion;von\nLia Liste;Beisitz;1.1.2030\n");

        var added = (await RunAsync("add", "Lia Liste", "--district", "steinfurt", "--function", "Beisitz", "--from", "1.1.2030", "--mail", "lia@example.org")).Json();
        var imported = await RunAsync("import", list, "--district", "steinfurt");

        Assert.Equal(["st-08", "st-08", "st-08"], added.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("person").GetString()));
        Assert.Equal((1, JsonValueKind.Array), (imported.ExitCode, imported.Json().GetProperty("notes").ValueKind));
        Assert.Equal(PartnershipSample.Json, File.ReadAllText(file));
    }

    public void Dispose() => folder.Dispose();

    private Task<OfficeProcess.Ending> RunAsync(params string[] arguments) =>
        OfficeVerb.RunAsync(["people", .. arguments, "--partnership", file, "--data", folder.File("data"), "--json"]);
}
