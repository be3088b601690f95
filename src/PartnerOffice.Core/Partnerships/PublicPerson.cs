namespace PartnerOffice.Core;

/// <summary>Somebody who holds a public office, whose name may go to the partner.</summary>
public sealed record PublicPerson(string Name, string Function);
