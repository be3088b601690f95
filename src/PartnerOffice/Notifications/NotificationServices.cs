using Microsoft.Extensions.DependencyInjection;

namespace PartnerOffice.Notifications;

/// <summary>Puts this room together.</summary>
internal static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) =>
        services.AddSingleton<WakeBook>().AddSingleton<Subscriptions>().AddHostedService<WatchRounds>();
}
