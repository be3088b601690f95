using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PartnerOffice.Core;

namespace PartnerOffice.Api;

/// <summary>The signed-in person, as the partnership file knows them: their district, and what they may do there today (D31).</summary>
internal sealed record Caller(District District, District Partner, Person Person, IReadOnlySet<OfficeRole> Roles, bool IsInOffice, Language Language)
{
    /// <summary>How the ledger names this person.</summary>
    public string Id => Person.Id.ToString();

    /// <summary>Bound by the framework, for every endpoint that asks for the caller.</summary>
    /// <exception cref="ApiException">The account belongs to nobody whom the partnership file names.</exception>
    public static ValueTask<Caller?> BindAsync(HttpContext context)
    {
        var served = context.RequestServices.GetRequiredService<ServedOffice>();
        return ValueTask.FromResult<Caller?>(Of(context.User, served, LanguageOf(context.Request)));
    }

    /// <summary>The language that the pane asked for; German where it said nothing.</summary>
    public static Language LanguageOf(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).FirstOrDefault() is { } first
            && first.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.German;

    /// <summary>Lets only holders of one of these roles, or their deputies, go on.</summary>
    /// <exception cref="ApiException">This person holds none of them today.</exception>
    public Caller Require(params ReadOnlySpan<OfficeRole> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role))
                return this;
        }

        throw ApiException.NotInOffice();
    }

    /// <summary>Lets only people with an office or a role today go on.</summary>
    /// <exception cref="ApiException">This person has neither.</exception>
    public Caller RequireOffice() => IsInOffice || Roles.Count > 0 ? this : throw ApiException.NotInOffice();

    /// <summary>Lets only the own district's minutes through.</summary>
    /// <exception cref="ApiException">They belong to somebody else.</exception>
    public Minutes RequireOwn(Minutes minutes) => minutes.District == District.Id.ToString() ? minutes : throw ApiException.NotYours();

    /// <summary>Lets the own district's minutes through, and those of a joint meeting where the own board was one of the two: for what each board does for itself (R22).</summary>
    /// <exception cref="ApiException">They belong to somebody else.</exception>
    public Minutes RequireOwnBoard(Minutes minutes) =>
        minutes.IsJoint && minutes.District == Partner.Id.ToString() && minutes.Boards.Any(board => board.District == District.Id.ToString()) ? minutes : RequireOwn(minutes);

    private static Caller Of(ClaimsPrincipal user, ServedOffice served, Language language)
    {
        // The tenant must be the district's own (D31): the sign-in let no other through.
        var tenant = user.FindFirstValue("tid");
        var district = served.Partnership.Districts.FirstOrDefault(one => one.Tenant is { } own && string.Equals(own.Id.ToString("D"), tenant, StringComparison.OrdinalIgnoreCase));
        var account = Guid.TryParse(user.FindFirstValue("oid"), CultureInfo.InvariantCulture, out var id) ? id : (Guid?)null;
        var person = district?.FindAccount(account, user.FindFirstValue("upn") ?? user.FindFirstValue("preferred_username"));
        if (district is null || person is null)
            throw ApiException.UnknownPerson();

        var today = served.TodayIn(district);
        return new(district, served.Partnership.PartnerOf(district.Id), person, district.RolesOn(person.Id, today), person.TermOn(today) is not null, language);
    }
}
