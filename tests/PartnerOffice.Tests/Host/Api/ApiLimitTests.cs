using System.Text;
using PartnerOffice.Api;
using PartnerOffice.Demo;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Api;

/// <summary>What is too much, broken, hostile or said twice.</summary>
public sealed class ApiLimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repeated_request_gets_the_same_answer_and_its_key_serves_no_other()
    {
        await using var host = await ServedHost.StartAsync();
        using var chair = await host.AsAsync("st-01");
        var document = DemoMinutes.Finished(host.Partnership);
        var path = $"/api/meetings/{Samples.Minutes.Id}/release";
        var accepted = (await chair.SendDocumentAsync("/api/minutes/check", document)).Answers();
        var consent = (await chair.PostAsync("/api/editions", new { document, accepted })).Text("sha256");

        var first = await chair.PutAsync(path, new { document, accepted, consent }, "one");
        var again = await chair.PutAsync(path, new { document, accepted, consent }, "one");
        var later = await chair.PutAsync(path, new { document, accepted, consent }, "two");
        var other = await chair.PutAsync(path, new { document, accepted, consent = "x" }, "one");

        Assert.Equal((200, true), (first.Status, first.Json!["isNew"]!.GetValue<bool>()));
        Assert.Equal(first.Json!.ToJsonString(), again.Json!.ToJsonString());
        // Another press of the button: the ledger knows it.
        Assert.False(later.Json!["isNew"]!.GetValue<bool>());
        Assert.Equal((422, "idempotency-key-reused"), (other.Status, other.Code));
    }

    [Fact]
    public async Task A_request_that_was_refused_may_be_sent_again_with_its_key()
    {
        await using var host = await ServedHost.StartAsync();
        using var chair = await host.AsAsync("st-01");
        var document = DemoMinutes.Finished(host.Partnership);
        var path = $"/api/meetings/{Samples.Minutes.Id}/approval";

        Assert.Equal("not-released", (await chair.PutAsync(path, new { document }, "one")).Code);
        Assert.Equal("not-released", (await chair.PutAsync(path, new { document }, "one")).Code);
        using var bare = new StringContent("{}", Encoding.UTF8, "application/json");
        using var keyless = await chair.PutAsync(new Uri(path, UriKind.Relative), bare, Token);
        Assert.Equal(400, (int)keyless.StatusCode);
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_come_again()
    {
        await using var host = await ServedHost.StartAsync(new ApiSettings { RequestsPerMinute = 6 });
        using var chair = await host.AsAsync("st-01");
        using var secretary = await host.AsAsync("st-02");

        ApiCalls.Reply last = null!;
        for (var i = 0; i < 12; i++)
            last = await chair.ReadAsync("/api/me");

        Assert.Equal((429, "too-many"), (last.Status, last.Code));
        Assert.True(last.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        // The other person's patience is another.
        Assert.Equal(200, (await secretary.ReadAsync("/api/me")).Status);
    }

    [Fact]
    public async Task A_body_that_is_too_large_broken_or_hostile_is_refused_with_a_sentence()
    {
        await using var host = await ServedHost.StartAsync(new ApiSettings { MaxBodyBytes = 200_000 });
        using var chair = await host.AsAsync("st-01");

        var large = await chair.SendDocumentAsync("/api/minutes/check", new byte[300_000]);
        var noise = await chair.SendDocumentAsync("/api/minutes/check", Encoding.UTF8.GetBytes("kein Dokument"));
        var empty = await chair.PostAsync("/api/minutes/check", new { document = Array.Empty<byte>() });
        using var text = new StringContent("{ \"document\": 7 }", Encoding.UTF8, "application/json");
        using var broken = await chair.PostAsync(new Uri("/api/minutes/check", UriKind.Relative), text, Token);
        using var plain = new StringContent("hallo", Encoding.UTF8, "text/plain");
        using var other = await chair.PostAsync(new Uri("/api/minutes/check", UriKind.Relative), plain, Token);

        Assert.Equal((413, "too-large"), (large.Status, large.Code));
        Assert.Equal((422, "not-a-package"), (noise.Status, noise.Code));
        Assert.Equal((400, "bad-request"), (empty.Status, empty.Code));
        Assert.Equal(400, (int)broken.StatusCode);
        Assert.Equal(415, (int)other.StatusCode);
        foreach (var reply in (ApiCalls.Reply[])[large, noise, empty])
            Assert.False(string.IsNullOrWhiteSpace(reply.Text("detail")) || string.IsNullOrWhiteSpace(reply.Text("remedy")));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"reason\": 2 }")]
    [InlineData("{ \"reason\": 77 }")]
    [InlineData("{ \"reason\": \"darum\" }")]
    public async Task A_recall_without_a_reason_that_there_is_takes_nothing_back(string body)
    {
        await using var host = await ServedHost.StartAsync();
        using var secretary = await host.AsAsync("st-02");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/deliveries/none/withdrawal") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(IdempotencyKeys.Header, "one");

        using var answer = await secretary.SendAsync(request, Token);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("\"code\":\"bad-request\"", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_is_spoken_where_it_is_asked_for()
    {
        await using var host = await ServedHost.StartAsync();
        using var chair = await host.AsAsync("st-01");

        var german = await chair.ReadAsync("/api/meetings/nichts");
        chair.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-US, de;q=0.5");
        var english = await chair.ReadAsync("/api/meetings/nichts");

        Assert.Contains("freigegeben", german.Text("detail"), StringComparison.Ordinal);
        Assert.Contains("released", english.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_a_browser_honest()
    {
        await using var host = await ServedHost.StartAsync(new ApiSettings { FrameAncestors = "https://word.example" });
        using var anybody = host.Anybody();

        using var api = await anybody.GetAsync(new Uri("/api/me", UriKind.Relative), Token);
        using var pane = await anybody.GetAsync(new Uri("/app/settings.json", UriKind.Relative), Token);

        Assert.Equal("nosniff", api.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", api.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var policy = pane.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors https://word.example", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(pane.Headers.Contains("X-Frame-Options") || pane.Headers.Contains("Server"));
        Assert.Equal("true", pane.Headers.GetValues("X-PartnerOffice-Sandbox").Single());
    }

    [Fact]
    public async Task The_description_names_every_route_of_the_api()
    {
        await using var host = await ServedHost.StartAsync();
        using var anybody = host.Anybody();

        var described = (await anybody.ReadAsync("/openapi/v1.json")).Json!["paths"]!.AsObject().Select(path => path.Key.TrimEnd('/')).ToHashSet();
        var mapped = host.Endpoints.SelectMany(source => source.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Select(route => "/" + route.RoutePattern.RawText!.Trim('/')).Where(pattern => pattern.StartsWith("/api", StringComparison.Ordinal)).ToHashSet();

        Assert.Empty(mapped.Except(described));
    }
}
