using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Minutes that somebody puts to the review of a second person.</summary>
internal sealed record ReviewRequest
{
    public required PartnershipId Partnership { get; init; }

    public required DistrictId District { get; init; }

    public required MinutesFacts Minutes { get; init; }

    /// <summary>The id of the person who puts them there.</summary>
    public required string By { get; init; }

    public required ReviewContent Content { get; init; }

    /// <summary>The row of the board's own library; null where the document came another way.</summary>
    public string? Item { get; init; }

    /// <summary>The ids of those who get a link of their own.</summary>
    public required IReadOnlyList<string> Readers { get; init; }

    /// <summary>The letter to one of them, with the token of their link; null for somebody without an address.</summary>
    public required Func<Review, string, string, ClearedConsignment?> LetterOf { get; init; }
}
