using Microsoft.Extensions.DependencyInjection;
using PartnerOffice.Notifications;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Features.Retreats;

/// <summary>Puts this room together.</summary>
internal static class RetreatServices
{
    public static IServiceCollection AddRetreats(this IServiceCollection services) => services
        .AddScoped<ILinkAction, PollLink>()
        .AddScoped<ILinkAction, AssentLink>()
        .AddSingleton<IWatch, RetreatWatch>();
}
