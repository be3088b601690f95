using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using PartnerOffice.Api;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.OwnPeople;

/// <summary>What is refused, read and handed over, and changes nothing: over one service for all.</summary>
public sealed class PeopleReadingApiTests(PeopleReadingApiTests.OneHost shared) : IClassFixture<PeopleReadingApiTests.OneHost>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_changes_what_is_not_theirs_or_what_is_their_own_gain()
    {
        var host = shared.Host;
        using var chair = await host.AsAsync("st-01");
        using var secretary = await host.AsAsync("st-02");
        using var coordinator = await host.AsAsync("st-05");

        Assert.Equal(403, (await chair.ReadAsync("/api/people/register")).Status);
        Assert.Equal(403, await StatusAsync(chair, new { kind = "address-added", person = "st-01", mail = "a@example.org" }));
        Assert.Equal(403, await StatusAsync(coordinator, new { kind = "role-given", person = "st-05", role = "chair", deputy = true, from = "2030-01-01" }));
        Assert.Equal(403, await StatusAsync(coordinator, new { kind = "account-changed", person = "st-03", account = "tenant", userPrincipalName = "c@example.org" }));
        Assert.Equal(422, await StatusAsync(secretary, new { kind = "term-ended", person = "mse-02", lastDay = "2030-01-01" }));
        Assert.Equal(422, await StatusAsync(secretary, new { kind = "term-ended", person = "st-03" }));
        Assert.Equal(422, await StatusAsync(secretary, new { kind = "sonst-was" }));
        Assert.Equal(PartnershipSample.Json, File.ReadAllText(host.OwnFile));
        Assert.False(File.Exists(host.OwnFile + ".bak"));
    }

    [Fact]
    public async Task A_list_comes_as_a_preview_and_nothing_of_it_is_entered()
    {
        var host = shared.Host;
        using var secretary = await host.AsAsync("st-02");
        var list = Encoding.UTF8.GetBytes("Name;Funktion;von;Stimmrecht\nLia Liste;Beisitz;1.1.2031;ja\nUnklar;Beisitz;;\n");

        var seen = await secretary.PostAsync("/api/people/import", new { list });
        Assert.Equal(3, seen.Json!["notes"]!.AsArray()[0]!["line"]!.GetValue<int>());
        Assert.Equal(PartnershipSample.Json, File.ReadAllText(host.OwnFile));
        Assert.Equal(["person-added", "term-begun"], seen.Json["preview"]!["changes"]!.AsArray().Select(change => change!["kind"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_handover_is_a_document_for_the_editors_and_for_whoever_leaves()
    {
        var host = shared.Host;
        using var secretary = await host.AsAsync("st-02");
        using var chair = await host.AsAsync("st-01");

        using var answer = await secretary.PostAsJsonAsync(new Uri("/api/people/st-05/handover", UriKind.Relative), new { lastDay = "2030-12-31" }, Token);
        var document = await answer.Content.ReadAsByteArrayAsync(Token);

        Assert.Equal(MediaTypeHeaderValue.Parse(IncomingMinutes.WordType), answer.Content.Headers.ContentType);
        Assert.Empty(WordValidity.ErrorsOf(document));
        Assert.NotEmpty(PackageText.Find(document, "Austausch-Website"));
        Assert.Equal(403, (await chair.PostAsync("/api/people/st-05/handover", new { })).Status);
        Assert.Equal(200, (await chair.PostAsync("/api/people/st-01/handover", new { })).Status);
        Assert.Equal(404, (await secretary.PostAsync("/api/people/mse-01/handover", new { })).Status);
    }

    [Fact]
    public async Task The_page_has_a_place_for_the_editor_only_for_those_who_may_edit()
    {
        using var secretary = await shared.Host.AsAsync("st-02");
        using var chair = await shared.Host.AsAsync("st-01");
        var page = new Uri("/uebersicht/teile/personen", UriKind.Relative);

        Assert.Contains("data-people-editor", await secretary.GetStringAsync(page, Token), StringComparison.Ordinal);
        Assert.DoesNotContain("data-people-editor", await chair.GetStringAsync(page, Token), StringComparison.Ordinal);
    }

    private static async Task<int> StatusAsync(HttpClient client, object change) => (await client.PostAsync("/api/people/changes?preview=true", new { changes = new[] { change } })).Status;

    public sealed class OneHost : IAsyncLifetime
    {
        internal ServedHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await ServedHost.StartAsync(ownFile: true);

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
