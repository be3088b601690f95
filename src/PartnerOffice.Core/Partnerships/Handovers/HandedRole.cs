namespace PartnerOffice.Core;

/// <summary>A role that changes hands.</summary>
/// <param name="Successors">Who holds it afterwards; empty where nobody is entered yet.</param>
public sealed record HandedRole(OfficeRole Role, bool IsDeputy, DateOnly Since, IReadOnlyList<Person> Successors);
