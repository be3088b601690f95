using System.Net;
using System.Text.RegularExpressions;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Browser;

/// <summary>How the pane's files come over the wire: packed, kept where they never change, and open to everybody.</summary>
public sealed partial class PaneFilesTests
{
    [Theory]
    [InlineData("/app/word/taskpane.html")]
    [InlineData("/app/word/sign-in.html")]
    [InlineData("/app/outlook/taskpane.html")]
    [InlineData("/app/outlook/events.html")]
    [InlineData("/app/simulator/index.html")]
    [InlineData("/app/simulator/outlook/index.html")]
    [InlineData("/app/help.html")]
    public async Task Each_page_comes_with_all_it_names(string path)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "app", "word")), "The panes were not built: install Node.js 20.19 or newer and build again");
        await using var host = await ServedHost.StartAsync();
        using var client = host.Anybody();

        var page = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("no-cache", page.Headers.CacheControl?.ToString());
        var named = OwnFile().Matches(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains("/app/icons/icon-32.png", named);
        foreach (var file in named)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_script_comes_packed_and_is_kept()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "wwwroot", "app", "assets");
        Assert.SkipUnless(Directory.Exists(root), "The panes were not built: install Node.js 20.19 or newer and build again");
        await using var host = await ServedHost.StartAsync();
        using var client = host.Anybody();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");

        var script = await client.GetAsync(new Uri($"/app/assets/{Path.GetFileName(Directory.GetFiles(root, "taskpane-*.js")[0])}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("br", Assert.Single(script.Content.Headers.ContentEncoding));
        Assert.Equal(TimeSpan.FromDays(365), script.Headers.CacheControl?.MaxAge);
    }

    [Fact]
    public async Task What_the_service_says_of_minutes_is_never_packed()
    {
        await using var host = await ServedHost.StartAsync();
        using var client = await host.AsAsync("st-02");
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");

        var answer = await client.GetAsync(new Uri("/api/partnership", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [GeneratedRegex("(?:src|href)=\"(/app/[^\"#?]+)\"")]
    private static partial Regex OwnFile();
}
