namespace PartnerOffice.Core;

/// <summary>One resolution out of minutes, for a bank, a landlord, a regional office (R34): what the reader may see, and nothing beside.</summary>
/// <param name="View">The minutes as this reader sees them.</param>
/// <param name="IsForBoard">Whether it is the board's own view.</param>
public sealed record ResolutionExcerpt(Minutes View, AgendaItem Item, Resolution Resolution, bool IsForBoard)
{
    /// <summary>The excerpt for somebody outside: from the partner's edition, which knows nothing of the board's own.</summary>
    /// <exception cref="DraftException">The minutes have no such resolution, have it twice, or only the board may read it.</exception>
    public static ResolutionExcerpt ForOutside(Minutes minutes, PartnerEdition edition, string number)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(edition);

        var own = ForBoard(minutes, number);
        return Find(edition.Content, number) is [var (item, resolution)]
            ? new ResolutionExcerpt(edition.Content, item, resolution, IsForBoard: false)
            : throw new DraftException(
                "excerpt-board-only",
                $"TOP {own.Item.Number}, Beschluss {own.Resolution.Number}",
                new Bilingual("Dieser Beschluss ist nur für den Vorstand.", "This resolution is for the board only."),
                new Bilingual("Für den Vorstand selbst --board angeben, oder den Beschluss im Protokoll für den Partner öffnen.", "For the board itself give --board, or open the resolution to the partner in the minutes."));
    }

    /// <summary>The excerpt for the board itself.</summary>
    /// <exception cref="DraftException">The minutes have no such resolution, or have it twice.</exception>
    public static ResolutionExcerpt ForBoard(Minutes minutes, string number)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(number);

        var found = Find(minutes, number);
        return found switch
        {
            [var (item, resolution)] => new ResolutionExcerpt(minutes, item, resolution, IsForBoard: true),
            [] => throw new DraftException(
                "no-such-resolution",
                "--resolution",
                new Bilingual($"Einen Beschluss »{number}« gibt es in diesem Protokoll nicht.", $"These minutes have no resolution \"{number}\"."),
                new Bilingual($"Eine dieser Nummern nennen: {Numbers(minutes)}.", $"Name one of these numbers: {Numbers(minutes)}.")),
            _ => throw new DraftException(
                "resolution-twice",
                $"Beschluss {number}",
                new Bilingual("Diese Nummer steht im Protokoll mehrfach.", "This number stands in the minutes more than once."),
                new Bilingual("Die Nummern im Protokoll berichtigen.", "Correct the numbers in the minutes.")),
        };
    }

    private static List<(AgendaItem Item, Resolution Resolution)> Find(Minutes minutes, string number) =>
    [
        .. minutes.Items.SelectMany(item => item.Resolutions.Select(resolution => (item, resolution)))
            .Where(pair => string.Equals(pair.resolution.Number, number.Trim(), StringComparison.OrdinalIgnoreCase)),
    ];

    private static string Numbers(Minutes minutes) =>
        string.Join(", ", minutes.Items.SelectMany(item => item.Resolutions).Select(resolution => resolution.Number).Where(number => number.Length > 0).DefaultIfEmpty("–"));
}
