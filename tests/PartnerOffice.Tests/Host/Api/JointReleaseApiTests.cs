using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Api;

/// <summary>Two boards release and approve their joint minutes over HTTP: whoever is signed in speaks for the own board alone (R22).</summary>
public sealed class JointReleaseApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_board_releases_and_approves_for_itself_and_only_both_together_let_anything_leave()
    {
        await using var host = await ServedHost.StartAsync();
        using var secretary = await host.AsAsync("st-02");
        using var chair = await host.AsAsync("st-01");
        using var guest = await host.AsAsync("mse-01");
        using var nobody = await host.AsAsync("mse-03");
        var document = MinutesWriter.Fill(MinutesTemplate.Build(JointSample.Minutes.Kind), JointSample.Minutes, DocumentFrame.Of(JointSample.Minutes, host.Partnership));
        var meeting = $"/api/meetings/{JointSample.Minutes.Id}";
        var accepted = (await secretary.SendDocumentAsync("/api/minutes/check", document)).Answers();
        var (own, others) = (await ShownAsync(chair, JointSample.Host, JointSample.Guest), await ShownAsync(guest, JointSample.Guest, JointSample.Host));

        // Whoever took the minutes, or holds no office, releases for neither; nobody releases what the other board is shown.
        Assert.Equal("same-person", (await secretary.PutAsync($"{meeting}/release", new { document, accepted, consent = own })).Code);
        Assert.Equal("not-entitled", (await nobody.PutAsync($"{meeting}/release", new { document, accepted, consent = others })).Code);
        Assert.Equal("needs-consent", (await guest.PutAsync($"{meeting}/release", new { document, accepted, consent = own })).Code);
        Assert.Equal("foreign-district", (await guest.PostAsync($"{meeting}/review", new { document, accepted })).Code);

        foreach (var _ in (string[])["first", "again"])
            AssertWaits(await guest.PutAsync($"{meeting}/release", new { document, accepted, consent = others }), JointSample.Host, "Freigabe durch den Kreisvorstand Steinfurt");
        Assert.Equal("not-released", (await guest.PutAsync($"{meeting}/approval", new { document, on = "2026-08-11" })).Code);
        var released = await chair.PutAsync($"{meeting}/release", new { document, accepted, consent = own });
        Assert.Equal((200, "released"), (released.Status, released.Text("state")));
        Assert.Equal("Anna Beispiel und Jana Kopie", released.Json!["notes"]!["po:approval.releasedBy"]!.GetValue<string>());
        Assert.False((await guest.PutAsync($"{meeting}/release", new { document, accepted, consent = others })).Json!["isNew"]!.GetValue<bool>());

        foreach (var _ in (string[])["first", "again"])
            AssertWaits(await chair.PutAsync($"{meeting}/approval", new { document, on = "2026-08-11" }), JointSample.Guest, "Genehmigung durch den Kreisvorstand Mecklenburgische Seenplatte");
        Assert.Equal("not-entitled", (await nobody.PutAsync($"{meeting}/approval", new { document, on = "2026-08-11" })).Code);
        Assert.Empty(await host.Office.Ledger.ListAsync(Token));
        var approved = await guest.PutAsync($"{meeting}/approval", new { document, on = "2026-08-11" });
        Assert.Equal((200, "approved"), (approved.Status, approved.Text("state")));
        Assert.Equal(2, (await host.Office.Ledger.ListAsync(Token)).Count(delivery => delivery.Kind == PartnerOffice.Deliveries.DeliveryKind.Edition));

        async Task<string> ShownAsync(HttpClient person, string board, string other)
        {
            var shown = await person.PostAsync("/api/editions", new { document, accepted });
            var preview = shown.Text("preview");
            Assert.Contains(JointSample.Secret(board, "absatz"), preview, StringComparison.Ordinal);
            Assert.All(JointSample.SecretsOf(other), secret => Assert.DoesNotContain(secret, preview, StringComparison.OrdinalIgnoreCase));
            Assert.All(JointSample.SecretsOf(board).Concat(JointSample.SecretsOf(other)), secret => Assert.DoesNotContain(secret, shown.Text("otherPreview"), StringComparison.OrdinalIgnoreCase));
            Assert.Contains(shown.Json!["withheld"]!.AsArray(), entry => entry!["place"]!.GetValue<string>() == (board == JointSample.Host ? "TOP N 1" : "TOP N 2"));
            if (board != JointSample.Host)
                Assert.All(JointSample.SecretsOf(other), secret => Assert.DoesNotContain(secret, shown.Json.ToJsonString(Relaxed), StringComparison.OrdinalIgnoreCase));
            return shown.Text("sha256");
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void AssertWaits(ApiCalls.Reply reply, string missing, string sentence)
    {
        Assert.Equal((200, "awaits-other-board", missing), (reply.Status, reply.Text("state"), reply.Text("missing")));
        Assert.Contains(sentence, reply.Text("sentence"), StringComparison.Ordinal);
        Assert.Empty(reply.Json!["notes"]!.AsObject());
    }
}
