namespace PartnerOffice.Features.People;

/// <summary>Changes among the own people, in their order.</summary>
internal sealed record PeopleChangesRequest(IReadOnlyList<PeopleChangeJson> Changes)
{
    /// <summary>Of the preview that a person has seen; needed to enter the changes.</summary>
    public string? Digest { get; init; }
}
