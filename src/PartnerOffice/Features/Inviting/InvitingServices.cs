using Microsoft.Extensions.DependencyInjection;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Notifications;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Features.Inviting;

/// <summary>Puts this room together: who watches the calendars, what personal links answer, and which meetings are to come.</summary>
internal static class InvitingServices
{
    public static IServiceCollection AddInviting(this IServiceCollection services) => services
        .AddSingleton<IWatch, CalendarWatch>()
        .AddScoped<ILinkAction, AnswerLink>()
        .AddScoped<FutureMeetings>(provider => (district, cancellationToken) => ToComeAsync(provider.GetRequiredService<ServedOffice>(), district, cancellationToken));

    private static async Task<IReadOnlyList<FutureMeeting>> ToComeAsync(ServedOffice served, DistrictId district, CancellationToken cancellationToken)
    {
        var open = await served.Deliveries.Meetings.OpenAsync(served.Partnership.Id, district, cancellationToken);
        return [.. open.Where(known => known.Plan.Rhythm is null).Select(known => new FutureMeeting(known.Plan.Number, known.Plan.Time.Day))];
    }
}
