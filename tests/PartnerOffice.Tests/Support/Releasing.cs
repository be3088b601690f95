using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Sharing;
using Xunit;

namespace PartnerOffice.Tests.Support;

/// <summary>What comes before sharing: a second person releases the minutes, and the chair records the board's approval.</summary>
internal sealed class Releasing(Ledger ledger, Partnership partnership, TimeProvider time)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReleaseMinutes Feature => new(ledger, partnership, time);

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().DateTime);

    /// <param name="by">The name of whoever releases.</param>
    public async Task<ReleaseOutcome> ReleaseAsync(Minutes minutes, string by = "Anna Beispiel")
    {
        var district = partnership.Find(minutes.District)!;
        var person = district.People.Single(one => one.Name == by);
        var released = Feature.Released(minutes, district, person);
        var reading = new MinutesReading(released, [], [], []);
        var edition = Redactor.Redact(released, partnership);
        var shared = Feature.Prepare(released, reading, [.. LeakSearch.For(edition).Coincidences.Select(coincidence => new AcceptedCoincidence(coincidence.Place, coincidence.AlsoAt))]);
        return await Feature.RunAsync(new(minutes, released, district, person, shared, shared.Document.Sha256, []), Token);
    }

    /// <summary>As the chair records it.</summary>
    public async Task<ReleaseOutcome> ApproveAsync(Minutes minutes, bool withChanges = false)
    {
        var release = await ledger.Releases.LastAsync(partnership.Id, minutes.Id, Token);
        var district = partnership.Find(minutes.District)!;
        return await Feature.ApproveAsync(release!, district.HoldersOn(OfficeRole.Chair, Today)[0], withChanges ? null : new ApprovalNote(Today, null, null), Token);
    }
}
