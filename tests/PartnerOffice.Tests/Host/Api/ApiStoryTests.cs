using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using PartnerOffice.Core;
using PartnerOffice.Demo;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Api;

/// <summary>The life of minutes over HTTP, as the pane drives it.</summary>
public sealed class ApiStoryTests
{
    // Far longer than it takes anywhere: so that a delivery that hangs says where.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Minutes_are_checked_released_approved_delivered_and_taken_back()
    {
        await using var host = await ServedHost.StartAsync();
        using var secretary = await host.AsAsync("st-02");
        using var chair = await host.AsAsync("st-01");
        var document = DemoMinutes.Finished(host.Partnership);
        var id = Samples.Minutes.Id.ToString();

        // The secretary looks.
        var check = await secretary.SendDocumentAsync("/api/minutes/check", document);
        Assert.Equal(200, check.Status);
        Assert.Equal((id, "draft"), (check.Json!["minutes"]!["id"]!.GetValue<string>(), check.Json["standing"]!["state"]!.GetValue<string>()));
        var accepted = check.Answers();
        Assert.Equal("unknown-minutes", (await secretary.ReadAsync($"/api/meetings/{id}")).Code);

        // A second person sees the edition and releases exactly this.
        var edition = await chair.PostAsync("/api/editions", new { document, accepted });
        Assert.Equal(200, edition.Status);
        Assert.Contains(edition.Json!["withheld"]!.AsArray(), entry => entry!["place"]!.GetValue<string>() == "TOP N 1");
        Assert.DoesNotContain("Kündigung", edition.Text("preview"), StringComparison.Ordinal);
        Assert.Equal("same-person", (await secretary.PutAsync($"/api/meetings/{id}/release", new { document, accepted, consent = edition.Text("sha256") })).Code);
        var blind = await chair.PutAsync($"/api/meetings/{id}/release", new { document, accepted, consent = new string('0', 64) });
        Assert.Equal((409, "needs-consent", edition.Text("sha256")), (blind.Status, blind.Code, blind.Text("sha256")));
        var release = await chair.PutAsync($"/api/meetings/{id}/release", new { document, accepted, consent = edition.Text("sha256") });
        Assert.Equal((200, "released"), (release.Status, release.Text("state")));
        Assert.Equal("freigegeben", release.Json!["notes"]!["po:approval.state"]!.GetValue<string>());
        Assert.Equal("Anna Beispiel", release.Json["notes"]!["po:approval.releasedBy"]!.GetValue<string>());

        // Nothing leaves before the board approved it.
        Assert.Equal("not-approved", (await secretary.PutAsync($"/api/meetings/{id}/partner-edition", new { document, accepted })).Code);
        Assert.Equal("not-entitled", (await secretary.PutAsync($"/api/meetings/{id}/approval", new { document, on = "2026-08-11" })).Code);
        var approval = await chair.PutAsync($"/api/meetings/{id}/approval", new { document, on = "2026-08-11" });
        Assert.Equal((200, "approved"), (approval.Status, approval.Text("state")));
        var delivery = approval.Text("delivery");

        // Held, then now.
        Assert.Equal("stopped", (await secretary.PostAsync($"/api/deliveries/{delivery}/hold")).Text("state"));
        Assert.NotEqual("stopped", (await secretary.PostAsync($"/api/deliveries/{delivery}/start")).Text("state"));
        var told = await FollowAsync(secretary, delivery);
        Assert.Equal("delivered", told[^1]["state"]!.GetValue<string>());
        Assert.Equal("übermittelt – der Partner kann das Protokoll lesen", told[^1]["sentence"]!.GetValue<string>());
        Assert.Equal("has-begun", (await secretary.PostAsync($"/api/deliveries/{delivery}/hold")).Code);

        // Sharing it again is the same delivery.
        var again = await secretary.PutAsync($"/api/meetings/{id}/partner-edition", new { document, accepted });
        Assert.Equal((200, delivery), (again.Status, again.Text("delivery")));

        // The wrong passage is out.
        var recall = await secretary.PostAsync($"/api/deliveries/{delivery}/withdrawal", new { reason = "confidential" });
        Assert.Equal(200, recall.Status);
        var recalled = recall.Json!["recall"]!["delivery"]!.GetValue<string>();
        Assert.Equal("delivered", (await FollowAsync(secretary, recalled))[^1]["state"]!.GetValue<string>());
        Assert.NotEmpty(recall.Json["incidentNote"]!.GetValue<string>());
        Assert.DoesNotContain("confirm", (await secretary.PostAsync($"/api/deliveries/{recalled}/confirmation")).Json!["can"]!.AsArray().Select(one => one!.GetValue<string>()));

        var meeting = (await secretary.ReadAsync($"/api/meetings/{id}")).Json!;
        Assert.Equal("withdrawn", meeting["state"]!.GetValue<string>());
        Assert.Equal("Anna Beispiel", meeting["releasedBy"]!.GetValue<string>());
        Assert.Contains("\"what\":\"withdrawn\"", (await AuditOf(host)), StringComparison.Ordinal);
        NothingOfItStays(host);
    }

    [Fact]
    public async Task A_document_that_changed_since_its_release_says_so_and_does_not_leave()
    {
        await using var host = await ServedHost.StartAsync();
        using var chair = await host.AsAsync("st-01");
        var document = DemoMinutes.Finished(host.Partnership);
        var id = Samples.Minutes.Id.ToString();
        var accepted = (await chair.SendDocumentAsync("/api/minutes/check", document)).Answers();
        var sha256 = (await chair.PostAsync("/api/editions", new { document, accepted })).Text("sha256");
        await chair.PutAsync($"/api/meetings/{id}/release", new { document, accepted, consent = sha256 });

        var changed = MinutesChanged(Samples.Minutes with { Approval = Approval.Draft, Place = "Ibbenbüren, Ratskeller" }, host.Partnership);
        var check = await chair.SendDocumentAsync("/api/minutes/check", changed);

        Assert.True(check.Json!["standing"]!["isChangedSince"]!.GetValue<bool>());
        Assert.Equal("changed-since-release", (await chair.PutAsync($"/api/meetings/{id}/approval", new { document = changed })).Code);
    }

    [Fact]
    public async Task A_draft_and_a_correction_come_as_documents()
    {
        await using var host = await ServedHost.StartAsync();
        using var secretary = await host.AsAsync("st-02");
        var finished = DemoMinutes.Finished(host.Partnership);

        var draft = await DocumentAsync(secretary, "/api/minutes/drafts", new { date = "2026-08-11", from = finished });
        var read = await secretary.SendDocumentAsync("/api/minutes/read", draft);
        var correction = await secretary.PostAsync("/api/minutes/corrections", new { document = finished, note = "Betrag berichtigt" });

        Assert.Equal(("2026-08-11", "steinfurt-2026-08"), (read.Text("date"), read.Text("id")));
        // Nothing was released yet: there is nothing to correct.
        Assert.Equal((422, "correction-of-a-draft"), (correction.Status, correction.Code));
        var released = MinutesChanged(Samples.Minutes, host.Partnership);
        var begun = await DocumentAsync(secretary, "/api/minutes/corrections", new { document = released, note = "Betrag berichtigt" });
        Assert.Equal(2, (await secretary.SendDocumentAsync("/api/minutes/read", begun)).Json!["version"]!["number"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_reason_that_the_pane_remembers_for_what_is_mended_stands_in_nobodys_way()
    {
        await using var host = await ServedHost.StartAsync();
        using var secretary = await host.AsAsync("st-02");
        var document = DemoMinutes.Finished(host.Partnership);
        object[] accepted = [.. (await secretary.SendDocumentAsync("/api/minutes/check", document)).Answers(), new { finding = "V5:TOP 3, Beschluss B 2026-07-99", reason = "war einmal" }];

        Assert.Equal(200, (await secretary.PostAsync("/api/minutes/check", new { document, accepted })).Status);
        Assert.Equal(200, (await secretary.PostAsync("/api/editions", new { document, accepted })).Status);
        // A reason that lets nothing pass, given for what cannot be let pass, is still refused.
        var confidential = MinutesChanged(Samples.Minutes with { Items = [.. Samples.Minutes.Items.Select(item => item with { Audience = Audience.Undecided })] }, host.Partnership);
        var refused = await secretary.PostAsync("/api/minutes/check", new { document = confidential, accepted = new[] { new { finding = "V15:TOP 1", reason = "egal" } } });
        Assert.Equal((422, "cannot-be-accepted"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task What_was_let_pass_still_names_what_takes_it_back()
    {
        await using var host = await ServedHost.StartAsync();
        using var secretary = await host.AsAsync("st-02");
        var document = MinutesChanged(SaidTwice(), host.Partnership);
        var open = await secretary.SendDocumentAsync("/api/minutes/check", document);
        var accepted = open.Answers();
        Assert.NotEmpty(accepted);

        var passed = await secretary.PostAsync("/api/minutes/check", new { document, accepted });

        Assert.Equal(accepted.Length, passed.Answers().Length);
        Assert.All(passed.Json!["findings"]!.AsArray().Where(finding => finding!["accept"] is not null), finding => Assert.Equal("besprochen", finding!["accepted"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_was_let_pass_at_the_release_is_asked_of_nobody_when_it_is_shared()
    {
        await using var host = await ServedHost.StartAsync();
        using var secretary = await host.AsAsync("st-02");
        using var chair = await host.AsAsync("st-01");
        var id = Samples.Minutes.Id.ToString();
        var document = MinutesChanged(SaidTwice(), host.Partnership);
        var accepted = (await chair.SendDocumentAsync("/api/minutes/check", document)).Answers();
        var held = await chair.PostAsync("/api/editions", new { document });
        var seen = (await chair.PostAsync("/api/editions", new { document, accepted })).Text("sha256");
        Assert.Equal("findings", held.Code);
        Assert.Equal(200, (await chair.PutAsync($"/api/meetings/{id}/release", new { document, accepted, consent = seen })).Status);
        Assert.Equal(200, (await chair.PutAsync($"/api/meetings/{id}/approval", new { document, on = "2026-08-11" })).Status);

        // At home, in another browser: nothing is remembered there.
        var shown = await secretary.PostAsync("/api/editions", new { document });
        var shared = await secretary.PutAsync($"/api/meetings/{id}/partner-edition", new { document, consent = shown.Text("sha256") });

        Assert.Equal(200, shown.Status);
        Assert.Contains("Kommunalfinanzen", shown.Text("preview"), StringComparison.Ordinal);
        Assert.True(shared.Status is 200 or 202, shared.Code);
        Assert.Equal("needs-consent", (await secretary.PutAsync($"/api/meetings/{id}/partner-edition", new { document, consent = new string('0', 64) })).Code);
    }

    private static Minutes SaidTwice() => Samples.Minutes with
    {
        Approval = Approval.Draft,
        Items = [.. Samples.Minutes.Items.Select(item => item.Audience == Audience.Board ? item with { Text = [.. item.Text, new TextParagraph([new TextRun("Kommunalfinanzen")])] } : item)],
    };

    private static byte[] MinutesChanged(Minutes minutes, Partnership partnership) =>
        MinutesWriter.Fill(MinutesTemplate.Build(minutes.Kind), minutes, DocumentFrame.Of(minutes, partnership));

    private static async Task<byte[]> DocumentAsync(HttpClient client, string path, object body)
    {
        using var content = System.Net.Http.Json.JsonContent.Create(body);
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, Token);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(Token);
    }

    private static async Task<List<JsonNode>> FollowAsync(HttpClient client, string delivery)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        var told = new List<JsonNode>();
        try
        {
            using var stream = await client.GetStreamAsync(new Uri($"/api/deliveries/{delivery}/events", UriKind.Relative), patience.Token);
            await foreach (var one in SseParser.Create(stream).EnumerateAsync(patience.Token))
                told.Add(JsonNode.Parse(one.Data)!);
        }
        catch (OperationCanceledException) when (!Token.IsCancellationRequested)
        {
            Assert.Fail($"Delivery {delivery} did not come to rest: {told.LastOrDefault()}");
        }

        return told;
    }

    private static async Task<string> AuditOf(ServedHost host) =>
        System.Text.Json.JsonSerializer.Serialize((await host.Office.Brakes.AuditAsync(Token)).Entries, System.Text.Json.JsonSerializerOptions.Web);

    // Outside the sandbox's own folder no file holds a word of the document (R19).
    private static void NothingOfItStays(ServedHost host)
    {
        foreach (var file in Directory.EnumerateFiles(host.Data, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}sandbox{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var text = reader.ReadToEnd();
            foreach (var word in (string[])["Haustarif", "Personalangelegenheit", "Formular"])
                Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        }
    }
}
