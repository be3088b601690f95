using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using PartnerOffice.Core;
using PartnerOffice.Features.Drafting;
using PartnerOffice.Features.Inviting;
using PartnerOffice.Features.OwnBoard;
using PartnerOffice.Features.People;
using PartnerOffice.Features.Retreats;
using PartnerOffice.Features.SettingUp;
using PartnerOffice.Features.Sharing;
using PartnerOffice.Notifications;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Api;

/// <summary>Puts the HTTP API together: who may come in, what every answer keeps to, and the endpoints of the features.</summary>
internal static class ApiHost
{
    public static void AddApi(this WebApplicationBuilder builder, ApiSettings settings, Partnership partnership, SignInAuthority authority, TimeProvider time, Func<ServedOffice> office)
    {
        var services = builder.Services;
        // Anew for each request: an office changes hands while the service runs (R21), and within a request it does not.
        services.AddScoped(_ => office());
        // For what outlives a request: the office as it is each time it is asked for.
        services.AddSingleton(office);
        services.AddSingleton(time);
        services.AddSingleton(new ServiceAddress { Value = settings.PublicAddress });
        services.AddScoped<ILinkAction, ReviewAction>();
        services.AddSingleton<IWatch, DoorWatch>();
        services.AddNotifications();
        services.AddPeopleSignIn(partnership, authority);
        // The sign-in library brings it along for cookies, of which there are none here: no key of it is laid on disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSafeguards(settings);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Complete);
        // For the panes' files alone: what holds words of the minutes is never packed together with what an asker chose.
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddExceptionHandler<Problems>();
        services.AddOpenApi();
        services.AddPages();
        services.AddFragments();
        services.AddSettingUp();
        services.AddScoped<ILinkAction, TakeNoteLink>();
        services.AddRetreats();
        services.AddInviting();
        services.ConfigureHttpJsonOptions(json =>
        {
            // What must be said is not guessed: a recall without a reason has none.
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        services.Configure<KestrelServerOptions>(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = settings.MaxBodyBytes;
        });
    }

    public static void UseApi(this WebApplication app, ApiSettings settings, Partnership partnership, SignInAuthority authority)
    {
        app.UseExceptionHandler();
        app.UseSafeguards(settings, partnership.Graph == GraphKind.Sandbox ? null : authority.Instance.GetLeftPart(UriPartial.Authority));
        app.UseStatusCodePages();
        app.UsePanes(partnership.Graph == GraphKind.Sandbox);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<IdempotencyKeys>();

        app.MapHealth();
        app.MapRazorPages().Add(Fragments.OnlyToRead);
        app.MapLinks();
        app.MapOpenApi("/openapi/v1.json").AllowAnonymous();
        app.MapPeople();
        app.MapPeopleChanges();
        app.MapDrafting();
        app.MapOwnBoard();
        app.MapCheck();
        app.MapEditions();
        app.MapReviews();
        app.MapReleases();
        app.MapShareMinutes();
        app.MapMeetings();
        app.MapPlannedMeetings();
        app.MapRetreats();
        app.MapPolls();
        app.MapPlanRetreat();
        app.MapDeliveries();
        app.MapRecalls();
        app.MapNotifications();
        app.MapSettingUp();
        app.MapFragments();
        app.MapSendCheck();
        app.MapPaneSettings(partnership, authority);
        if (partnership.Graph == GraphKind.Sandbox)
            app.MapSandboxSignIn(authority);
    }
}
