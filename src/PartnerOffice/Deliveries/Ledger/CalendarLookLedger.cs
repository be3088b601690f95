using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What is remembered of the districts' calendars. Lost, everything is looked at anew: nothing is done twice for it.</summary>
internal sealed class CalendarLookLedger(LedgerDatabase database, LedgerWriter writer, DeliverySecrets secrets)
{
    private const string Purpose = "calendar-look";

    /// <summary>Where the next look begins; null for the first.</summary>
    public async Task<CalendarLook?> FindAsync(DistrictId district, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var own = district.ToString();
        return await context.CalendarLooks.AsNoTracking().SingleOrDefaultAsync(row => row.District == own, cancellationToken) is { } row
            ? new(new Uri(Encoding.UTF8.GetString(secrets.OpenKept($"{Purpose}/{own}", row.Next))), Day($"{row.Month}-01"), Day(row.ComparedOn))
            : null;
    }

    /// <summary>Everything up to here has had its effect.</summary>
    public Task SaveAsync(DistrictId district, CalendarLook look, CancellationToken cancellationToken) => writer.WriteAsync("CalendarSeen", async (context, _) =>
    {
        var own = district.ToString();
        var next = secrets.SealKept($"{Purpose}/{own}", Encoding.UTF8.GetBytes(look.Next.AbsoluteUri));
        var (month, compared) = (look.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), look.ComparedOn.ToString("O", CultureInfo.InvariantCulture));
        if (await context.CalendarLooks.SingleOrDefaultAsync(row => row.District == own, cancellationToken) is { } known)
            (known.Next, known.Month, known.ComparedOn) = (next, month, compared);
        else
            context.Add(new CalendarLookRow { District = own, Next = next, Month = month, ComparedOn = compared });
        return true;
    }, cancellationToken);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
