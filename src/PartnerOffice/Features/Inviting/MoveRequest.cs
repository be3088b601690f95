namespace PartnerOffice.Features.Inviting;

/// <summary>Where a meeting is moved to; what is left out stays. Without a consent the answer is the preview.</summary>
internal sealed record MoveRequest
{
    public DateOnly? Date { get; init; }
    public TimeOnly? Start { get; init; }
    public TimeOnly? End { get; init; }
    public DateOnly? LastDay { get; init; }
    public string? Zone { get; init; }
    public string? Place { get; init; }
    public string? Urgency { get; init; }
    public string? Consent { get; init; }
}
