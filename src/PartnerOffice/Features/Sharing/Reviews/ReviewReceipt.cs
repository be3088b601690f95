using PartnerOffice.Core;

namespace PartnerOffice.Features.Sharing;

/// <summary>Minutes wait for the look of a second person.</summary>
/// <param name="IsNew">False where they waited already: no second mail went out.</param>
/// <param name="Readers">Who has a link.</param>
/// <param name="Until">From then on nobody can decide it any more.</param>
internal sealed record ReviewReceipt(string Minutes, int Version, string Sentence, bool IsNew, IReadOnlyList<string> Readers, DateTimeOffset Until)
{
    public static ReviewReceipt Of(ReviewOutcome.Waits waits, Language language) => new(
        waits.Review.Minutes.ToString(), waits.Review.Version, ReviewWords.Waits(waits).In(language), waits.IsNew, [.. waits.Readers.Select(reader => reader.Name)], waits.Review.Until);
}
