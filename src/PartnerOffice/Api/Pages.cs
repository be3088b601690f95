using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;

namespace PartnerOffice.Api;

/// <summary>Pages that a browser shows without Office: each lies in the room of its feature and names its own address.</summary>
internal static class Pages
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages().WithRazorPagesAtContentRoot().ConfigureApplicationPartManager(AddOwn);
        services.AddScoped(provider => provider.GetRequiredService<ServedOffice>().Deliveries.Links);
        return services;
    }

    // The framework looks in the program that was started; in a test that is another one.
    private static void AddOwn(ApplicationPartManager manager)
    {
        var own = typeof(Pages).Assembly;
        if (manager.ApplicationParts.Any(part => part.Name == own.GetName().Name))
            return;

        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(own).GetApplicationParts(own))
            manager.ApplicationParts.Add(part);
    }
}
