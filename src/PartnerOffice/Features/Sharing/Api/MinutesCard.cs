using PartnerOffice.Core;

namespace PartnerOffice.Features.Sharing;

/// <summary>Which minutes a document holds.</summary>
internal sealed record MinutesCard(string Id, string Number, DateOnly Date, MeetingKind Kind, int Version)
{
    public static MinutesCard Of(Minutes minutes) => new(minutes.Id.ToString(), minutes.Number, minutes.Date, minutes.Kind, minutes.Version.Number);
}
