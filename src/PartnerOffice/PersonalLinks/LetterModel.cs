using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartnerOffice.Api;
using PartnerOffice.Core;

namespace PartnerOffice.PersonalLinks;

/// <summary>
/// The page behind a personal link: looking at it changes nothing, since mail scanners follow links; the button does. What is more than the head
/// is shown in the browser alone in which the person opened it.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // The form has a token of its own: there is no cookie that another page could use.
internal sealed class LetterModel(PersonalLinkBook book, IEnumerable<ILinkAction> actions, ServedOffice served) : PageModel
{
    public const string FormField = "form";
    public const string ChoiceField = "choice";

    private const string Opening = "open";
    private const string BrowserCookie = "po-link";
    private const int LongestAnswer = 500;

    private Language language;

    public string Title { get; private set; } = "";

    public string? DistrictName { get; private set; }

    public IReadOnlyList<string> Lines { get; private set; } = [];

    public IReadOnlyList<LinkField> Fields { get; private set; } = [];

    public IReadOnlyList<LinkChoice> Choices { get; private set; } = [];

    public string? Document { get; private set; }

    public string? Problem { get; private set; }

    public string? Foot { get; private set; }

    public string? FormToken { get; private set; }

    public bool IsSandbox => served.IsSandbox;

    public string Tag => language == Language.German ? "de" : "en";

    public string Say(string german, string english) => Say(new Bilingual(german, english));

    public string Say(Bilingual text) => text.In(language);

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        language = Caller.LanguageOf(Request);
        if (await FindAsync(token, cancellationToken) is not { } found || await found.Action.HeadAsync(found.Link.Purpose, cancellationToken) is not { } head)
            return NoSuchLink();

        Show(found.Link, head);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        language = Caller.LanguageOf(Request);
        if (await FindAsync(token, cancellationToken) is not { } found || await found.Action.HeadAsync(found.Link.Purpose, cancellationToken) is not { } head)
            return NoSuchLink();

        var form = await Request.ReadFormAsync(cancellationToken);
        if (!IsOurs(found.Link, form[FormField].ToString()))
        {
            Show(found.Link, head);
            return Page();
        }

        if (head.OpensContent)
        {
            if (!await book.BindAsync(found.Link, Browser(), cancellationToken))
                return NoSuchLink();
            if (form[ChoiceField] == Opening)
                return await ContentAsync(found, cancellationToken);
        }

        return await ActAsync(found, form, cancellationToken);
    }

    private async Task<IActionResult> ActAsync(Found found, IFormCollection form, CancellationToken cancellationToken)
    {
        var fields = form.Where(field => field.Key is not (FormField or ChoiceField)).ToDictionary(field => field.Key, field => Shortened(field.Value.ToString()), StringComparer.Ordinal);
        LinkDone done;
        try
        {
            done = await found.Action.ActAsync(found.Link.Purpose, form[ChoiceField].ToString(), fields, cancellationToken);
        }
        catch (RefusalException refusal)
        {
            return await RefusedAsync(found, refusal, fields, cancellationToken);
        }

        if (done.UsesUp)
            await book.UseAsync(found.Link, cancellationToken);
        Title = Say(done.Message);
        Lines = done.Next is { } next ? [Say(next)] : [];
        DistrictName = NameOf(found.Link);
        return Page();
    }

    private async Task<IActionResult> ContentAsync(Found found, CancellationToken cancellationToken)
    {
        if (await found.Action.ContentAsync(found.Link.Purpose, cancellationToken) is not { } content)
            return NoSuchLink();

        Show(found.Link, content);
        return Page();
    }

    // What was typed stays in its field.
    private async Task<IActionResult> RefusedAsync(Found found, RefusalException refusal, Dictionary<string, string> fields, CancellationToken cancellationToken)
    {
        if ((await found.Action.ContentAsync(found.Link.Purpose, cancellationToken) ?? await found.Action.HeadAsync(found.Link.Purpose, cancellationToken)) is not { } page)
            return NoSuchLink();

        Show(found.Link, page with { Fields = [.. page.Fields.Select(field => field with { Value = fields.GetValueOrDefault(field.Name, field.Value ?? "") })] });
        Problem = $"{Say(refusal.Problem)} {Say(refusal.Remedy)}";
        return Page();
    }

    private void Show(PersonalLink link, LinkPage page)
    {
        DistrictName = NameOf(link);
        (Title, Lines, Fields) = (Say(page.Title), [.. page.Lines.Select(Say)], page.Fields);
        Choices = page.OpensContent ? [new(Opening, page.Choices is [var one, ..] ? one.Label : new("Ansehen", "Look at it"))] : page.Choices;
        Document = page.Document is { } document ? LinkDocument.BodyOf(document) : null;
        FormToken = book.FormTokenOf(link);
        var until = TimeZoneInfo.ConvertTime(link.ExpiresAt, served.Partnership.Find(link.Purpose.District.ToString())?.TimeZone ?? TimeZoneInfo.Utc);
        Foot = Say(
            FormattableString.Invariant($"Dieser Link ist persönlich und gilt bis {until:dd.MM.yyyy, HH:mm} Uhr. Bitte nicht weiterleiten."),
            FormattableString.Invariant($"This link is personal and valid until {until:dd.MM.yyyy, HH:mm}. Please do not forward it."));
    }

    // Wrong, used, expired, forwarded: whoever asks learns nothing of which it was.
    private PageResult NoSuchLink()
    {
        Title = Say("Dieser Link gilt nicht (mehr).", "This link is not valid (any more).");
        Lines = [Say("Vielleicht ist schon alles erledigt. Einen neuen Link schickt der Kreisverband, von dem die Nachricht kam.", "Perhaps everything is done already. The district that sent the message will send a new link.")];
        var page = Page();
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }

    private async Task<Found?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var link = await book.FindAsync(token, cancellationToken);
        if (link is null || link.Purpose.Partnership != served.Partnership.Id || actions.FirstOrDefault(one => one.Action == link.Purpose.Action) is not { } action)
            return null;

        return link.Browser is not null && !book.IsOf(link, Request.Cookies[BrowserCookie]) ? null : new(link, action);
    }

    // Known to this browser alone, and to no other page: it opens nothing without the link.
    private string Browser()
    {
        if (Request.Cookies[BrowserCookie] is { Length: > 0 and <= 64 } known)
            return known;

        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Response.Cookies.Append(BrowserCookie, mark, new CookieOptions { HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Strict, Path = LinkRoutes.Prefix, IsEssential = true });
        return mark;
    }

    private bool IsOurs(PersonalLink link, string form) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(book.FormTokenOf(link)), Encoding.UTF8.GetBytes(form));

    private string? NameOf(PersonalLink link) => served.Partnership.Find(link.Purpose.District.ToString())?.Name;

    private static string Shortened(string answer) => answer.Length > LongestAnswer ? answer[..LongestAnswer] : answer;

    private sealed record Found(PersonalLink Link, ILinkAction Action);
}
