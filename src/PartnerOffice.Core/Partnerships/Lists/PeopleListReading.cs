namespace PartnerOffice.Core;

/// <summary>What a list of people would change, and what of it a person must look at. Nothing is applied by reading.</summary>
public sealed record PeopleListReading(IReadOnlyList<PeopleChange> Changes, IReadOnlyList<PeopleListNote> Notes);
