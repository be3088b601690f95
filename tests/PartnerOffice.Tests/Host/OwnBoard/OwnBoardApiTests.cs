using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Demo;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;
using static PartnerOffice.Tests.Support.Objected;

namespace PartnerOffice.Tests.Host.OwnBoard;

/// <summary>The own board over HTTP, as the pane drives it.</summary>
public sealed class OwnBoardApiTests
{
    [Fact]
    public async Task Objections_are_settled_minutes_printed_and_sent_and_the_board_sees_who_had_them()
    {
        await using var host = await ServedHost.StartAsync();
        using var secretary = await host.AsAsync("st-02");
        using var stranger = await host.AsAsync("mse-02");
        var id = Samples.Minutes.Id.ToString();
        var document = With(Paragraph($"{Run("Die Anträge wurden ")}<w:del {By}>{Gone("kurz")}</w:del><w:ins {By}>{Run("ausführlich")}</w:ins>{Run(" beraten.")}"));

        var listed = await secretary.SendDocumentAsync("/api/minutes/objections", document);
        var objection = Assert.Single(listed.Json!["objections"]!.AsArray())!;
        Assert.Equal(("replacement", "TOP 3", "kurz", "ausführlich"), (objection["kind"]!.GetValue<string>(), objection["place"]!.GetValue<string>(), objection["old"]!.GetValue<string>(), objection["new"]!.GetValue<string>()));
        Assert.Equal(403, (await stranger.SendDocumentAsync("/api/minutes/objections", document)).Status);
        var settled = await BytesAsync(secretary, "/api/minutes/objections/settled", new { document, objections = new[] { new { objection = objection["key"]!.GetValue<string>(), answer = "accept" } } });
        Assert.Contains("Die Anträge wurden ausführlich beraten.", PackageText.Lines(settled), StringComparison.Ordinal);

        var accepted = (await secretary.SendDocumentAsync("/api/minutes/check", settled)).Answers();
        var paper = await BytesAsync(secretary, "/api/minutes/print", new { document = settled, accepted });
        Assert.Contains("Stand: Entwurf", PackageText.Lines(paper), StringComparison.Ordinal);
        var signed = await BytesAsync(secretary, "/api/minutes/signed", new { document = settled, on = "2026-08-12", original = "Stahlschrank im Keller" });
        Assert.Equal(new SignedOriginal(new(2026, 8, 12), "Stahlschrank im Keller"), Reading.Of(signed).Minutes!.Original);

        // A library that does not convert: no PDF, and it says so.
        host.Office.Sandbox!.Settings.ConvertsToPdf = false;
        Assert.Equal("no-pdf", (await secretary.PostAsync("/api/minutes/board-drafts", new { document = settled, accepted })).Code);
        var asked = await secretary.PostAsync("/api/minutes/board-drafts", new { document = settled, accepted, @as = "docx", withBoardOnly = true });
        Assert.Equal((409, "needs-confirmation", 6), (asked.Status, asked.Code, asked.Json!["privateAddresses"]!.GetValue<int>()));
        var sent = await secretary.PostAsync("/api/minutes/board-drafts", new { document = settled, accepted, @as = "docx" });
        Assert.Equal(200, sent.Status);
        Assert.Equal(["Ohne vertrauliche Punkte"], sent.Json!["drafts"]!.AsArray().Select(draft => draft!["what"]!.GetValue<string>()));
        Assert.DoesNotContain("@", sent.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Single((await secretary.ReadAsync($"/api/meetings/{id}/board-copies")).Json!.AsArray());
        Assert.Empty((await stranger.ReadAsync($"/api/meetings/{id}/board-copies")).Json!.AsArray());
        Assert.Equal("unknown-delivery", (await stranger.PostAsync($"/api/deliveries/{Guid.NewGuid()}/board-draft")).Code);
    }

    [Fact]
    public async Task The_partners_coordinator_passes_an_edition_on_and_a_recall_reaches_whoever_got_it()
    {
        await using var host = await ServedHost.StartAsync();
        using var chair = await host.AsAsync("st-01");
        using var coordinator = await host.AsAsync("mse-05");
        using var member = await host.AsAsync("mse-01");
        var (document, id) = (DemoMinutes.Finished(host.Partnership), Samples.Minutes.Id.ToString());
        var accepted = (await chair.SendDocumentAsync("/api/minutes/check", document)).Answers();
        var sha256 = (await chair.PostAsync("/api/editions", new { document, accepted })).Text("sha256");
        await chair.PutAsync($"/api/meetings/{id}/release", new { document, accepted, consent = sha256 });
        var delivery = (await chair.PutAsync($"/api/meetings/{id}/approval", new { document, on = "2026-08-11" })).Text("delivery");
        await chair.PostAsync($"/api/deliveries/{delivery}/start");
        await host.Office.FollowAsync(DeliveryId.Parse(delivery), null, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal("not-in-office", (await member.PostAsync($"/api/deliveries/{delivery}/board-draft?as=docx")).Code);
        Assert.Equal("unknown-delivery", (await chair.PostAsync($"/api/deliveries/{delivery}/board-draft?as=docx")).Code is "unknown-delivery" or "not-in-office" ? "unknown-delivery" : "");
        var passed = await coordinator.PostAsync($"/api/deliveries/{delivery}/board-draft?as=docx");
        Assert.Equal(200, passed.Status);
        var people = passed.Json!["drafts"]!.AsArray().Single()!["people"]!.AsArray().Count;
        Assert.Equal("edition", passed.Json["drafts"]![0]!["scope"]!.GetValue<string>());
        var again = await coordinator.PostAsync($"/api/deliveries/{delivery}/board-draft?as=docx");
        Assert.False(again.Json!["drafts"]![0]!["isNew"]!.GetValue<bool>());

        var recall = await chair.PostAsync($"/api/deliveries/{delivery}/withdrawal", new { reason = "confidential" });
        var holders = Assert.Single(recall.Json!["holders"]!.AsArray())!.GetValue<string>();
        // The sender learns how many, never who.
        Assert.StartsWith($"Wer das Protokoll hatte (Mecklenburgische Seenplatte): {people} Personen. Ein Entwurf", holders, StringComparison.Ordinal);
        Assert.Equal(["edition", "note"], (await coordinator.ReadAsync($"/api/meetings/{id}/board-copies")).Json!.AsArray().Select(copy => copy!["scope"]!.GetValue<string>()));
        Assert.Equal("no-edition", (await coordinator.PostAsync($"/api/deliveries/{delivery}/board-draft?as=docx")).Code);
    }

    private static async Task<byte[]> BytesAsync(HttpClient client, string path, object body)
    {
        using var content = System.Net.Http.Json.JsonContent.Create(body);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
