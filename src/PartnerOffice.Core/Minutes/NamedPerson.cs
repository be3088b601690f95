namespace PartnerOffice.Core;

/// <summary>Whom minutes mean by a name: documents refer to persons by id, since names change (R21).</summary>
internal static class NamedPerson
{
    /// <summary>The id of the person with this name: by the attendance of these minutes, as they were called then, else by the partnership file, as they are called now.</summary>
    public static string? IdOf(Minutes minutes, District? district, string? name) => name is null
        ? null
        : minutes.Attendance.FirstOrDefault(attendee => attendee.Person is not null && IsSame(attendee.Name, name))?.Person
            ?? district?.People.FirstOrDefault(person => IsSame(person.Name, name))?.Id.ToString();

    /// <summary>Whether two names mean the same person.</summary>
    public static bool AreSame(Minutes minutes, District? district, string? one, string? other) =>
        IsSame(one, other) || (IdOf(minutes, district, one) is { } id && id == IdOf(minutes, district, other));

    private static bool IsSame(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
