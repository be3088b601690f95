using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PartnerOffice.Api;

namespace PartnerOffice.Features.SettingUp;

/// <summary>Has the own side's set-up looked at, for the page that shows it.</summary>
internal static class SettingUpEndpoints
{
    public static IServiceCollection AddSettingUp(this IServiceCollection services) => services.AddSingleton<CheckupRuns>();

    public static void MapSettingUp(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/checkup", Start).WithName("StartCheckup").WithTags("SettingUp").WithMetadata(new NeedsIdempotencyKey());

    // Each side with its own credentials, and only for its own people: what is found there is nobody else's business.
    private static Accepted Start(Caller caller, CheckupRuns runs)
    {
        runs.Start(caller.RequireOffice().District);
        return TypedResults.Accepted($"{Fragments.Parts}/einrichtung");
    }
}
