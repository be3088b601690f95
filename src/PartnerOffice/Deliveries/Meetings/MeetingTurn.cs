using System.Globalization;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>One invitation, move or cancellation of a meeting: everything of it is named after this, so that nothing is done twice.</summary>
internal sealed record MeetingTurn(PartnershipId Partnership, MinutesId Meeting, int Generation, int Sequence)
{
    private static readonly Guid Space = new("0f3d7c52-8a41-5d0e-9b57-2d1f6a4c7e90");

    /// <summary>How every calendar calls the meeting in the files that we send; it stays while the meeting is moved (RFC 5545, 3.8.4.7).</summary>
    public string Uid => $"{NameBasedGuid.Create(Space, string.Create(CultureInfo.InvariantCulture, $"{Partnership}/{Meeting}/{Generation}")):D}@partneroffice";

    /// <summary>The topic of the delivery that does this turn in the calendar.</summary>
    public string EventTopic => string.Create(CultureInfo.InvariantCulture, $"event-{Sequence}");

    /// <summary>The delivery that made the event of this generation.</summary>
    public DeliveryId Maker(DistrictId own) => Delivery(own, "event-0");

    /// <summary>The topic of the order that takes a day out of a series.</summary>
    public string SkipTopic(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"event-{Sequence}-{day:yyyyMMdd}");

    /// <summary>The first turn of the series that a day belongs to.</summary>
    public MeetingTurn SeriesOf(SeriesDay day) => new(Partnership, MinutesId.Parse(day.Id.ToString(), CultureInfo.InvariantCulture), day.Generation, 0);

    /// <summary>The topic of this turn's mail to a person.</summary>
    public string MailTopic(PersonId person) => string.Create(CultureInfo.InvariantCulture, $"mail-{Sequence}-{person}");

    /// <summary>The topic of the mail that tells a person that the meeting is none of theirs any more.</summary>
    public string FarewellTopic(PersonId person) => string.Create(CultureInfo.InvariantCulture, $"farewell-{Sequence}-{person}");

    /// <summary>The topic of the reminder that a person gets who has not answered.</summary>
    public string ReminderTopic(PersonId person) => string.Create(CultureInfo.InvariantCulture, $"{ReminderTopics}{Sequence}-{person}");

    /// <summary>How the topics of all reminders begin.</summary>
    public const string ReminderTopics = "reminder-";

    public DeliveryId Delivery(DistrictId own, string topic) => DeliveryId.Of(Partnership, Meeting, Generation, own, own, DeliveryKind.Invitation, topic);

    /// <summary>The turn before, which must not be overtaken; null for the first.</summary>
    public MeetingTurn? Before => Sequence == 0 ? null : this with { Sequence = Sequence - 1 };
}
