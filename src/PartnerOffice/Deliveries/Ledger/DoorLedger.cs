using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What the service remembers of the boards' own libraries: how far it has looked, and what it answered (R14).</summary>
internal sealed class DoorLedger(LedgerDatabase database, LedgerWriter writer)
{
    /// <summary>Where the next look begins; null for a first look at everything.</summary>
    public async Task<Uri?> NextAsync(DistrictId district, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var own = district.ToString();
        return (await context.Doors.AsNoTracking().SingleOrDefaultAsync(row => row.District == own, cancellationToken))?.Next is { } next ? new Uri(next) : null;
    }

    /// <summary>Everything up to here is answered.</summary>
    public Task SaveNextAsync(DistrictId district, Uri next, CancellationToken cancellationToken) => writer.WriteAsync("DoorSeen", async (context, _) =>
    {
        var own = district.ToString();
        if (await context.Doors.SingleOrDefaultAsync(row => row.District == own, cancellationToken) is { } known) known.Next = next.AbsoluteUri;
        else context.Add(new DoorRow { District = own, Next = next.AbsoluteUri });
        return true;
    }, cancellationToken);

    /// <summary>What was last answered to this file; null where nothing was.</summary>
    public async Task<(string Stand, MinutesId? Minutes)?> AnsweredAsync(DistrictId district, string item, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var own = district.ToString();
        return await context.DoorItems.AsNoTracking().SingleOrDefaultAsync(row => row.District == own && row.Item == item, cancellationToken) is { } known
            ? (known.Answered, MinutesId.TryParse(known.Minutes, null, out var minutes) ? minutes : null)
            : null;
    }

    /// <summary>The file of these minutes; null where the service has not answered to it yet.</summary>
    public async Task<string?> ItemOfAsync(DistrictId district, MinutesId minutes, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var (own, id) = (district.ToString(), minutes.ToString());
        return await context.DoorItems.AsNoTracking().Where(row => row.District == own && row.Minutes == id).Select(row => row.Item).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The column says this, and the service has answered to it.</summary>
    public Task AnswerAsync(DistrictId district, string item, string stand, MinutesId? minutes, CancellationToken cancellationToken) => writer.WriteAsync("DoorAnswered", async (context, _) =>
    {
        var own = district.ToString();
        if (await context.DoorItems.SingleOrDefaultAsync(row => row.District == own && row.Item == item, cancellationToken) is { } known)
            (known.Answered, known.Minutes) = (stand, minutes?.ToString() ?? known.Minutes);
        else
            context.Add(new DoorItemRow { District = own, Item = item, Answered = stand, Minutes = minutes?.ToString() });
        return true;
    }, cancellationToken);
}
