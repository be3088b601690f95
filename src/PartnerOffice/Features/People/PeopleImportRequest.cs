namespace PartnerOffice.Features.People;

/// <summary>A list as somebody keeps it, .xlsx or .csv.</summary>
internal sealed record PeopleImportRequest(byte[] List);
