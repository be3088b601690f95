using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartnerOffice.Core;
using PartnerOffice.PersonalLinks;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Api;

/// <summary>Personal links: what they show, to whom, and what becomes of them.</summary>
public sealed partial class PersonalLinkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Looking_changes_nothing_and_the_button_acts_once()
    {
        var action = new Bell("ring");
        await using var host = await StartAsync(action);
        using var phone = Browser(host);
        var address = await IssueAsync(host, "ring", TimeSpan.FromDays(1));

        // A mail scanner follows the link twice before the person does.
        var scanned = await ReadAsync(phone, address);
        Assert.Equal(200, scanned.Status);
        Assert.Equal(scanned.Body, (await ReadAsync(phone, address)).Body);
        Assert.Contains("Es läutet?", scanned.Body, StringComparison.Ordinal);
        Assert.Equal(0, action.Rung);

        var rung = await PressAsync(phone, address, scanned.Body, "yes", ("why", "weil <b>es</b> klingelt"));

        Assert.Equal((200, 1, "weil <b>es</b> klingelt"), (rung.Status, action.Rung, action.Why));
        Assert.Contains("Es hat geläutet.", rung.Body, StringComparison.Ordinal);
        Assert.Equal(404, (await PressAsync(phone, address, scanned.Body, "yes")).Status);
        Assert.Equal(1, action.Rung);
    }

    [Fact]
    public async Task Guessed_used_expired_and_settled_links_answer_alike()
    {
        var action = new Bell("ring");
        await using var host = await StartAsync(action);
        using var phone = Browser(host);
        var (used, expired, ended) = (await IssueAsync(host, "ring", TimeSpan.FromDays(1)), await IssueAsync(host, "ring", TimeSpan.FromSeconds(-1), "door-2"), await IssueAsync(host, "ring", TimeSpan.FromDays(1), "door-3"));
        await PressAsync(phone, used, (await ReadAsync(phone, used)).Body, "yes");
        await host.Office.Links.EndAsync("ring", "door-3", Token);
        var unknownAction = await IssueAsync(host, "nothing-answers-this", TimeSpan.FromDays(1));

        var guessed = await ReadAsync(phone, "/l/AAAAAAAAAAAAAAAAAAAAAA");

        Assert.Equal(404, guessed.Status);
        Assert.Contains("Dieser Link gilt nicht", guessed.Body, StringComparison.Ordinal);
        foreach (var address in (string[])[used, expired, ended, unknownAction, "/l/x", "/l/" + new string('A', 200)])
        {
            Assert.Equal(guessed, await ReadAsync(phone, address));
            Assert.Equal(guessed, await PressAsync(phone, address, "", "yes"));
        }
    }

    [Fact]
    public async Task Two_links_for_the_same_are_used_up_by_the_first()
    {
        var action = new Bell("ring");
        await using var host = await StartAsync(action);
        using var phone = Browser(host);
        var (first, second) = (await IssueAsync(host, "ring", TimeSpan.FromDays(1)), await IssueAsync(host, "ring", TimeSpan.FromDays(1)));
        var page = (await ReadAsync(phone, first)).Body;

        await PressAsync(phone, second, (await ReadAsync(phone, second)).Body, "yes");

        Assert.Equal(404, (await PressAsync(phone, first, page, "yes")).Status);
        Assert.Equal(1, action.Rung);
    }

    [Fact]
    public async Task What_is_to_be_read_is_shown_in_the_one_browser_that_opened_it()
    {
        var action = new Bell("read") { Document = "<!DOCTYPE html><html><head></head><body><main>geheim</main></body></html>" };
        await using var host = await StartAsync(action);
        using var phone = Browser(host);
        using var stranger = Browser(host);
        var address = await IssueAsync(host, "read", TimeSpan.FromDays(1));
        var head = (await ReadAsync(phone, address)).Body;
        Assert.DoesNotContain("geheim", head, StringComparison.Ordinal);

        var opened = await PressAsync(phone, address, head, "open");
        var forwarded = await ReadAsync(stranger, address);
        var pressed = await PressAsync(stranger, address, head, "open");

        Assert.Contains("<main>geheim</main>", opened.Body, StringComparison.Ordinal);
        Assert.Equal((404, 404), (forwarded.Status, pressed.Status));
        Assert.DoesNotContain("geheim", forwarded.Body + pressed.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await PressAsync(phone, address, opened.Body, "yes")).Status);
        Assert.Equal(1, action.Rung);
    }

    [Fact]
    public async Task A_form_that_is_not_ours_does_nothing_and_a_refusal_keeps_what_was_typed()
    {
        var action = new Bell("ring") { Refuses = true };
        await using var host = await StartAsync(action);
        using var phone = Browser(host);
        var address = await IssueAsync(host, "ring", TimeSpan.FromDays(1));
        var page = (await ReadAsync(phone, address)).Body;

        Assert.Contains("Es läutet?", (await PressAsync(phone, address, "", "yes")).Body, StringComparison.Ordinal);
        Assert.Equal(0, action.Rung);
        var refused = await PressAsync(phone, address, page, "yes", ("why", "darum"));

        Assert.Contains("role=\"alert\"", refused.Body, StringComparison.Ordinal);
        Assert.Contains("darum</textarea>", refused.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await ReadAsync(phone, address)).Status);
    }

    [Fact]
    public async Task The_page_lets_nothing_in_and_tells_nobody_its_address()
    {
        await using var host = await StartAsync(new Bell("ring"));
        using var phone = Browser(host);
        using var answer = await phone.GetAsync(new Uri(await IssueAsync(host, "ring", TimeSpan.FromDays(1)), UriKind.Relative), Token);

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(200, (await ReadAsync(phone, LinkRoutes.Style)).Status);
        Assert.Equal(200, (await ReadAsync(phone, LinkRoutes.DocumentStyle)).Status);
    }

    private static Task<ServedHost> StartAsync(ILinkAction action) => ServedHost.StartAsync(services: services => services.AddSingleton(action));

    private static HttpClient Browser(ServedHost host) => host.Anybody();

    private static async Task<string> IssueAsync(ServedHost host, string action, TimeSpan lasts, string subject = "door") =>
        $"{LinkRoutes.Prefix}/{await host.Office.Links.IssueAsync(new(host.Partnership.Id, host.Partnership.Districts[0].Id, "st-03", action, subject), TimeProvider.System.GetUtcNow() + lasts, Token)}";

    private static async Task<(int Status, string Body)> ReadAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Token);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)));
    }

    private static async Task<(int Status, string Body)> PressAsync(HttpClient browser, string address, string page, string choice, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create(LetterModel.FormField, FormToken().Match(page).Groups[1].Value), KeyValuePair.Create(LetterModel.ChoiceField, choice)]);
        using var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), form, Token);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)));
    }

    [GeneratedRegex("name=\"form\" value=\"([^\"]*)\"")]
    private static partial Regex FormToken();

    private sealed class Bell(string action) : ILinkAction
    {
        public int Rung { get; private set; }

        public string? Why { get; private set; }

        public string? Document { get; init; }

        public bool Refuses { get; init; }

        public string Action => action;

        public Task<LinkPage?> HeadAsync(LinkPurpose purpose, CancellationToken cancellationToken) =>
            Task.FromResult<LinkPage?>(Page with { OpensContent = Document is not null });

        public Task<LinkPage?> ContentAsync(LinkPurpose purpose, CancellationToken cancellationToken) =>
            Task.FromResult(Document is null ? null : Page with { Document = Document });

        public Task<LinkDone> ActAsync(LinkPurpose purpose, string choice, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
        {
            if (Refuses)
                throw new TooLoud();
            Rung++;
            Why = fields.GetValueOrDefault("why");
            return Task.FromResult(new LinkDone(new("Es hat geläutet.", "It rang.")));
        }

        private static LinkPage Page => new(new("Es läutet?", "Does it ring?"), [new("An der Haustür.", "At the front door.")], [new("yes", new("Ja", "Yes"))])
        {
            Fields = [new("why", new("Warum?", "Why?"), [])],
        };
    }

    private sealed class TooLoud() : RefusalException("too-loud", "Haustür", new("Es ist zu laut.", "It is too loud."), new("Später läuten.", "Ring later."));
}
