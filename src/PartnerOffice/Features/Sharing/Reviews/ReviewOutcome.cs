using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>What became of putting minutes to the review.</summary>
internal abstract record ReviewOutcome
{
    private ReviewOutcome()
    {
    }

    /// <summary>They wait for the look of these people, who have a link in their mail.</summary>
    /// <param name="IsNew">False where they waited already, with this content: no second mail went out.</param>
    public sealed record Waits(Review Review, bool IsNew, IReadOnlyList<Person> Readers) : ReviewOutcome;

    /// <summary>Not yet: this is to be settled before.</summary>
    public sealed record NotFit(IReadOnlyList<Finding> Open) : ReviewOutcome;
}
