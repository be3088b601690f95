using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.PersonalLinks;

/// <summary>
/// The personal links that were given out: 128 random bits, known here by a mark alone, bound to one person, one thing and one action, with an
/// end. Wrong, used and expired ones are the same to whoever asks: there is no such link.
/// </summary>
internal sealed class PersonalLinkBook(LedgerDatabase database, LedgerWriter writer, DeliverySecrets secrets, AuditTrail audit, TimeProvider time)
{
    private const int TokenBytes = 16;
    private const string MarkPurpose = "personal-link";

    /// <summary>Makes a link. Asked for twice, there are two: whichever is used first, both are done with.</summary>
    /// <param name="until">In UTC; from then on there is no such link.</param>
    /// <returns>The token for the message: 22 letters that are safe in an address. It is kept nowhere.</returns>
    public async Task<string> IssueAsync(LinkPurpose purpose, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        return await writer.WriteAsync("Link", (context, _) => Task.FromResult(Add(context, purpose, until)), cancellationToken);
    }

    /// <summary>The same, inside the transaction of what the link is for.</summary>
    internal string Add(LedgerContext context, LinkPurpose purpose, DateTimeOffset until)
    {
        var (token, row) = Make(purpose, until);
        context.Add(row);
        return token;
    }

    /// <summary>The same for whoever does not know yet whether its message goes out: the row is added with it.</summary>
    internal (string Token, PersonalLinkRow Row) Make(LinkPurpose purpose, DateTimeOffset until)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        return (token, new PersonalLinkRow
        {
            Mark = MarkOf(token),
            Partnership = purpose.Partnership.ToString(),
            District = purpose.District.ToString(),
            Person = purpose.Person,
            Action = purpose.Action,
            Subject = purpose.Subject,
            IssuedAt = Now,
            ExpiresAt = until.ToUnixTimeMilliseconds(),
        });
    }

    /// <summary>The link of this token; null for a wrong, used or expired one.</summary>
    public async Task<PersonalLink?> FindAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        await using var context = database.Open();
        // One question whatever the token is: how long the answer takes tells nobody anything.
        var (mark, now) = (MarkOf(token), Now);
        var row = await context.PersonalLinks.AsNoTracking().SingleOrDefaultAsync(link => link.Mark == mark && link.UsedAt == null && link.ExpiresAt > now, cancellationToken);
        return row is null ? null : LinkOf(row);
    }

    /// <summary>Binds a link to the first browser in which a person opened it, so that it shows nothing where it was forwarded to.</summary>
    /// <returns>Whether it is this browser's.</returns>
    public Task<bool> BindAsync(PersonalLink link, string browser, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        var mark = secrets.MarkOf("browser", browser);
        return writer.WriteAsync("LinkOpened", async (context, _) =>
        {
            var row = await context.PersonalLinks.SingleAsync(known => known.Mark == link.Mark, cancellationToken);
            row.Browser ??= mark;
            return row.Browser == mark;
        }, cancellationToken);
    }

    /// <summary>Whether this browser is the one that opened it.</summary>
    public bool IsOf(PersonalLink link, string? browser) => link.Browser is not null && browser is not null && link.Browser == secrets.MarkOf("browser", browser);

    /// <summary>Uses a link up, with all others for the same; the first one wins.</summary>
    /// <returns>Whether it was this call.</returns>
    public Task<bool> UseAsync(PersonalLink link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        return writer.WriteAsync("LinkUsed", async (context, _) =>
        {
            var used = await EndAsync(context, link.Purpose.Action, link.Purpose.Subject, link.Purpose.Person, cancellationToken);
            if (used.Exists(row => row.Mark == link.Mark))
            {
                await audit.AddAsync(context, link.Purpose.Person, "link-used", $"{link.Purpose.Action} {link.Purpose.Subject}");
                return true;
            }

            return false;
        }, cancellationToken);
    }

    /// <summary>Ends all links for a thing that was settled another way.</summary>
    public Task EndAsync(string action, string subject, CancellationToken cancellationToken) =>
        writer.WriteAsync("LinksEnded", async (context, _) => (await EndAsync(context, action, subject, null, cancellationToken)).Count, cancellationToken);

    /// <summary>The same, inside the transaction that settles it.</summary>
    /// <param name="person">Whose links alone end; null for everybody's.</param>
    internal async Task<List<PersonalLinkRow>> EndAsync(LedgerContext context, string action, string subject, string? person, CancellationToken cancellationToken)
    {
        var rows = await context.PersonalLinks
            .Where(row => row.Action == action && row.Subject == subject && row.UsedAt == null && (person == null || row.Person == person)).ToListAsync(cancellationToken);
        rows.ForEach(row => row.UsedAt = Now);
        return rows;
    }

    /// <summary>What a page's form carries, so that only a page of ours can send it (no cookie is needed for that).</summary>
    public string FormTokenOf(PersonalLink link) => secrets.MarkOf("link-form", $"{link.Mark} {link.ExpiresAt:O}");

    private string MarkOf(string token) => secrets.MarkOf(MarkPurpose, token);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static PersonalLink LinkOf(PersonalLinkRow row) => new(
        row.Mark,
        new(PartnershipId.Parse(row.Partnership), DistrictId.Parse(row.District), row.Person, row.Action, row.Subject),
        DateTimeOffset.FromUnixTimeMilliseconds(row.ExpiresAt),
        row.Browser);
}
