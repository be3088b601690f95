using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Sandbox;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

public sealed class FaultTests
{
    private const string Upload = "PUT /drives/{drive-id}/root:/{item-path}:/content";

    [Fact]
    public async Task A_refusal_asks_for_a_wait_and_too_early_a_request_is_noted()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 15, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await StartAsync(time: time);
        using var fault = sandbox.Server.Faults.Add(new FaultRule(Upload) { Status = 429, RetryAfter = TimeSpan.FromSeconds(30), Times = 1 });

        using var refused = await sandbox.PutAsync("a.txt", "x");
        time.Advance(TimeSpan.FromSeconds(29));
        using var tooEarly = await sandbox.PutAsync("a.txt", "x");
        time.Advance(TimeSpan.FromSeconds(1));
        using var inTime = await sandbox.PutAsync("a.txt", "y");

        Assert.Equal("activityLimitReached", (await ErrorOf(refused, 429)).Code);
        Assert.Equal(TimeSpan.FromSeconds(30), refused.Headers.RetryAfter!.Delta);
        Assert.Equal([false, true, false], sandbox.Server.Requests.Entries.Select(entry => entry.InsideRetryAfter));
    }

    [Theory]
    [InlineData(false, 404)]
    [InlineData(true, 200)]
    public async Task A_failing_answer_comes_before_or_after_the_deed(bool afterCommit, int found)
    {
        await using var sandbox = await StartAsync();
        using var fault = sandbox.Server.Refusing(Upload, 503, afterCommit: afterCommit);

        using var refused = await sandbox.PutAsync("a.txt", "x");
        using var look = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}/root:/a.txt");

        Assert.Equal(503, (int)refused.StatusCode);
        Assert.Null(refused.Headers.RetryAfter);
        Assert.Equal(found, (int)look.StatusCode);
    }

    [Theory]
    [InlineData(false, 404)]
    [InlineData(true, 200)]
    public async Task A_connection_breaks_before_or_after_the_deed(bool afterCommit, int found)
    {
        await using var sandbox = await StartAsync();
        using var fault = sandbox.Server.Faults.Add(new FaultRule(Upload, FaultKind.Reset) { AfterCommit = afterCommit });

        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.PutAsync("a.txt", "x"));
        using var look = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}/root:/a.txt");

        Assert.Equal(found, (int)look.StatusCode);
    }

    [Fact]
    public async Task A_timed_out_request_is_done_some_time_later()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 15, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await StartAsync(time: time);
        using var fault = sandbox.Server.Faults.Add(new FaultRule(Upload, FaultKind.LateCommit) { Delay = TimeSpan.FromSeconds(30), Times = 1 });

        using var timedOut = await sandbox.PutAsync("a.txt", "x");
        using var before = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}/root:/a.txt");
        time.Advance(TimeSpan.FromSeconds(30));
        using var after = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}/root:/a.txt");

        Assert.Equal(504, (int)timedOut.StatusCode);
        Assert.Equal(404, (int)before.StatusCode);
        Assert.Equal(200, (int)after.StatusCode);
    }

    [Fact]
    public async Task An_answer_breaks_off_in_the_middle()
    {
        await using var sandbox = await StartAsync();
        using var fault = sandbox.Server.Faults.Add(new FaultRule(Upload, FaultKind.TruncatedBody));

        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.PutAsync("a.txt", "x"));

        Assert.Equal("x", await sandbox.ContentAsync("a.txt"));
    }

    [Fact]
    public async Task A_new_file_is_not_seen_by_the_next_calls()
    {
        await using var sandbox = await StartAsync();
        using var fault = sandbox.Server.Faults.Add(new FaultRule(Upload, FaultKind.Unseen) { Calls = 2, Times = 1 });
        var item = await JsonOf(await sandbox.PutAsync("a.txt", "x"), 201);

        using var first = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}/items/{item["id"]}");
        using var second = await sandbox.PutAsync("a.txt", "y");
        using var third = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}/items/{item["id"]}");

        Assert.Equal([404, 404, 200], new[] { first, second, third }.Select(response => (int)response.StatusCode));
    }

    [Fact]
    public async Task The_nth_call_and_the_count_are_kept()
    {
        await using var sandbox = await StartAsync();
        using var fault = sandbox.Server.Faults.Add(new FaultRule("GET /drives/**") { FromCall = 2, Times = 2, Status = 500 });

        var statuses = new List<int>();
        for (var call = 0; call < 5; call++)
        {
            using var response = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}");
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal([200, 500, 500, 200, 200], statuses);
    }

    [Fact]
    public async Task The_same_seed_fails_the_same_calls()
    {
        await using var sandbox = await StartAsync();
        async Task<string> RunAsync(int seed)
        {
            using var fault = sandbox.Server.Faults.Add(new FaultRule("GET /drives/*") { Probability = 0.5, Seed = seed });
            var outcome = "";
            for (var call = 0; call < 20; call++)
            {
                using var response = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}");
                outcome += response.IsSuccessStatusCode ? '.' : 'x';
            }

            return outcome;
        }

        var first = await RunAsync(7);

        Assert.Equal(first, await RunAsync(7));
        Assert.NotEqual(first, await RunAsync(8));
        Assert.Contains('.', first);
        Assert.Contains('x', first);
    }

    [Fact]
    public async Task The_sign_in_can_be_down()
    {
        await using var sandbox = await StartAsync();
        using var fault = sandbox.Server.Refusing("POST /*/oauth2/v2.0/token", 503);

        using var form = new FormUrlEncodedContent([]);
        using var response = await sandbox.Http.PostAsync(new Uri(sandbox.Server.BaseUri, $"{North}/oauth2/v2.0/token"), form, Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task Resource_units_run_out_and_the_headers_say_so()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 15, 9, 0, 30, TimeSpan.Zero));
        await using var sandbox = await StartAsync(time: time, settings: new SandboxSettings { ResourceUnitsPerMinute = 10 });

        var answers = new List<HttpResponseMessage>();
        for (var call = 0; call < 11; call++)
        {
            answers.Add(await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}"));
        }

        Assert.False(answers[6].Headers.Contains("RateLimit-Remaining"));
        Assert.Equal("2", answers[7].Headers.GetValues("RateLimit-Remaining").Single());
        Assert.Equal(429, (int)answers[10].StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), answers[10].Headers.RetryAfter!.Delta);
        time.Advance(TimeSpan.FromSeconds(30));
        using var after = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}");
        Assert.Equal(200, (int)after.StatusCode);
        answers.ForEach(answer => answer.Dispose());
    }

    [Fact]
    public async Task Faults_and_open_files_are_set_over_the_page_s_own_JSON()
    {
        await using var sandbox = await StartAsync();
        await sandbox.PutAsync("a.txt", "x");
        Uri At(string path) => new(sandbox.Server.BaseUri, "_sandbox/" + path);

        using var added = await sandbox.Http.PostAsJsonAsync(At("faults"), new JsonObject { ["match"] = "GET /drives/*", ["status"] = 507 }, Cancel);
        using var refused = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}");
        using var cleared = await sandbox.Http.DeleteAsync(At("faults"), Cancel);
        using var opened = await sandbox.Http.PostAsJsonAsync(At("open"), new JsonObject { ["drive"] = DriveId, ["path"] = "a.txt" }, Cancel);
        using var locked = await sandbox.PutAsync("a.txt", "y");
        using var misspelt = await sandbox.Http.PostAsJsonAsync(At("faults"), new JsonObject { ["mach"] = "GET /drives/*" }, Cancel);
        var requests = JsonNode.Parse(await sandbox.Http.GetStringAsync(At("requests"), Cancel))!;
        var state = await sandbox.Http.GetStringAsync(At("state"), Cancel);
        var page = await sandbox.Http.GetStringAsync(At(""), Cancel);

        Assert.Equal(201, (int)added.StatusCode);
        Assert.Equal("quotaLimitReached", (await ErrorOf(refused, 507)).Code);
        Assert.Equal(204, (int)cleared.StatusCode);
        Assert.Equal(204, (int)opened.StatusCode);
        Assert.Equal(423, (int)locked.StatusCode);
        Assert.Equal(400, (int)misspelt.StatusCode);
        Assert.Equal(3, (int)requests["count"]!);
        Assert.Equal(5, (int)requests["units"]!);
        Assert.Contains("a.txt", state, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_inside_a_batch_are_counted_and_fail_one_by_one()
    {
        await using var sandbox = await StartAsync();
        using var fault = sandbox.Server.Faults.Add(new FaultRule("GET /drives/*/root") { Status = 429, RetryAfter = TimeSpan.FromSeconds(5) });
        JsonObject Get(string id, string url, params string[] needs) => new() { ["id"] = id, ["method"] = "GET", ["url"] = url, ["dependsOn"] = new JsonArray([.. needs.Select(need => JsonValue.Create(need))]) };

        using var response = await sandbox.SendAsync(HttpMethod.Post, "$batch", new JsonObject { ["requests"] = new JsonArray(Get("1", $"/drives/{DriveId}"), Get("2", $"/drives/{DriveId}/root"), Get("3", $"/drives/{DriveId}", "2")) });
        var statuses = (await JsonOf(response, 200))["responses"]!.AsArray().Select(inner => (int)inner!["status"]!);

        Assert.Equal([200, 429, 424], statuses);
        Assert.Equal(2, sandbox.Server.Requests.Entries.Count(entry => entry.InBatch));
    }
}
