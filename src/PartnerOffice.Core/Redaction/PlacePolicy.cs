using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>What the partner reads of a place: known rooms by name, of any other address the town only (R31).</summary>
internal static partial class PlacePolicy
{
    public static string? Show(string? place, IReadOnlyList<Room> rooms)
    {
        if (place is null)
            return null;

        var town = Town().Match(place) is { Success: true } match ? match.Groups["town"].Value.Trim() : null;
        var room = rooms.FirstOrDefault(known =>
            place.StartsWith(known.Name, StringComparison.OrdinalIgnoreCase) || place.Contains(known.Address, StringComparison.OrdinalIgnoreCase));
        return room is null ? town
            : town is null || room.Name.Contains(town, StringComparison.OrdinalIgnoreCase) ? room.Name
            : $"{room.Name}, {town}";
    }

    // A German postal code, then the town.
    [GeneratedRegex(@"\b\d{5}\s+(?<town>\p{L}[\p{L} .\-/()]*)")]
    private static partial Regex Town();
}
