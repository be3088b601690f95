namespace PartnerOffice.Core;

/// <summary>Makes minutes of their own out of a document that began as a copy of others (V26): a new id, and no approval that belongs to the old one.</summary>
public static class NewMeetingCopy
{
    /// <summary>The same minutes under the id of the meeting that their head names.</summary>
    /// <exception cref="DraftException">The head still names the old meeting.</exception>
    public static Minutes Of(Minutes copy, District district)
    {
        ArgumentNullException.ThrowIfNull(copy);
        ArgumentNullException.ThrowIfNull(district);

        var id = MeetingNumbers.IdOf(district, copy.Kind, copy.Number, copy.Date);
        if (id == copy.Id)
            throw DraftException.SameMeeting();

        return copy with
        {
            Id = id,
            Approval = Approval.Draft,
            Version = new MinutesVersion(1, null),
        };
    }
}
