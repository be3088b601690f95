using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>One meeting's minutes as the ledger knows them, with everything that was sent of them.</summary>
internal sealed record MeetingCard(
    string Minutes, string Number, DateOnly Date, MeetingKind Kind, int Version, ReleaseState State, string Sentence, string ReleasedBy, DateTimeOffset ReleasedAt, DateOnly? ApprovedOn,
    IReadOnlyList<DeliveryJson> Deliveries)
{
    public static MeetingCard Of(Release release, IEnumerable<DeliveryStatus> deliveries, ServedOffice served, Caller caller) => new(
        release.Minutes.ToString(), release.Number, release.Date, release.Kind, release.Version, release.State, ReleaseWords.Of(release).In(caller.Language),
        release.ReleasedByIn(caller.District), release.ReleasedAt, release.Approval?.On,
        [.. deliveries.Select(status => DeliveryJson.Of(status, served, caller.Language))]);
}
