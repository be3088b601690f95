namespace PartnerOffice.Core;

/// <summary>The voting members of one board who took part in a retreat.</summary>
public sealed record BoardPresence(DistrictId District, IReadOnlyList<PersonId> Members)
{
    /// <summary>Who took part by the minutes of a joint meeting: each board's voting members who were there, in the room or connected.</summary>
    public static IReadOnlyList<BoardPresence> Of(Minutes minutes, Partnership partnership)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(partnership);
        return [.. partnership.Districts.Select(district => new BoardPresence(district.Id,
            [.. minutes.Attendance
                .Where(attendee => attendee is { Voting: true, Status: AttendanceStatus.Present or AttendanceStatus.Online } && attendee.District == district.Id.ToString())
                .Select(attendee => district.Find(attendee.Person) ?? district.People.FirstOrDefault(person => person.Name == attendee.Name))
                .OfType<Person>().Select(person => person.Id).Distinct()]))];
    }

    /// <inheritdoc/>
    public bool Equals(BoardPresence? other) => other is not null && District == other.District && Members.SequenceEqual(other.Members);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(District, Members.Count);
}
