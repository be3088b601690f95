namespace PartnerOffice.Core;

/// <summary>Somebody outside the board whose name occurs in minutes: a guest, an employee, a member.</summary>
/// <param name="Name">The full name, as it stands in minutes.</param>
/// <param name="Group">The row of the names table that decides.</param>
/// <param name="Role">What stands instead of the name where the table says "by role".</param>
public sealed record KnownPerson(string Name, PersonGroup Group, string Role);
