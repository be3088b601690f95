using PartnerOffice.Core;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>Minutes with the note of their signed paper.</summary>
internal static class SignedMinutes
{
    /// <exception cref="OwnBoardException">Neither a day nor a place was said.</exception>
    public static Minutes Of(Minutes minutes, DateOnly? on, string? kept)
    {
        var known = minutes.Original;
        var place = string.IsNullOrWhiteSpace(kept) ? null : kept;
        return on is null && place is null
            ? throw OwnBoardException.NothingSigned()
            : CanonicalMinutes.Of(minutes with { Original = new(on ?? known?.SignedOn, place ?? known?.Kept) });
    }
}
