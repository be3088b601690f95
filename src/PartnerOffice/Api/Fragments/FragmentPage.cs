using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using PartnerOffice.Core;

namespace PartnerOffice.Api;

/// <summary>One part of the overview page: HTML for somebody with an office or a role today, put into the page by its script.</summary>
internal abstract class FragmentPage : PageModel
{
    public Caller Caller { get; private set; } = null!;

    public ServedOffice Served { get; private set; } = null!;

    /// <summary>The day in the caller's district.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Days and moments as the caller reads them.</summary>
    public SpokenDates Dates { get; private set; } = null!;

    /// <summary>The sentence in the caller's language.</summary>
    public string Say(Bilingual text) => text.In(Caller.Language);

    /// <summary>The same, for sentences that only one page says.</summary>
    public string Say(string german, string english) => Caller.Language == Language.German ? german : english;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Served = HttpContext.RequestServices.GetRequiredService<ServedOffice>();
        Caller = (await Caller.BindAsync(HttpContext))!.RequireOffice();
        Today = Served.TodayIn(Caller.District);
        Dates = new(Caller.Language, Caller.District.TimeZone);
        await next();
    }
}
