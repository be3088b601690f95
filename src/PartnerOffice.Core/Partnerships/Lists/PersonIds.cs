using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>Ids for people who come new: the next number behind those that are there. Ids are never given twice.</summary>
public static class PersonIds
{
    private const int Tries = 10_000;

    /// <summary>The next free id of a district, as in <c>st-08</c> behind <c>st-07</c>.</summary>
    /// <param name="alsoTaken">Given out meanwhile.</param>
    public static PersonId Next(Partnership partnership, DistrictId district, IReadOnlyCollection<PersonId> alsoTaken)
    {
        ArgumentNullException.ThrowIfNull(partnership);
        ArgumentNullException.ThrowIfNull(alsoTaken);

        var taken = partnership.Districts.SelectMany(one => one.People).Select(person => person.Id).Concat(alsoTaken).ToHashSet();
        var numbered = partnership.Find(district)!.People.Select(person => Split(person.Id.ToString())).Where(id => id.Number is not null).ToList();
        var prefix = numbered.GroupBy(id => id.Prefix).MaxBy(group => group.Count())?.Key ?? PrefixOf(district);
        var first = numbered.Where(id => id.Prefix == prefix).Select(id => id.Number!.Value).DefaultIfEmpty(0).Max() + 1;
        return Enumerable.Range(first, Tries)
            .Select(number => PersonId.Parse(prefix + number.ToString("00", CultureInfo.InvariantCulture)))
            .First(id => !taken.Contains(id));
    }

    private static (string Prefix, int? Number) Split(string id)
    {
        var prefix = id.TrimEnd("0123456789".ToCharArray());
        return (prefix, prefix.Length < id.Length && int.TryParse(id.AsSpan(prefix.Length), CultureInfo.InvariantCulture, out var number) ? number : null);
    }

    // Room for the number: an id has at most 32 characters.
    private static string PrefixOf(DistrictId district) => district.ToString() is { Length: > 26 } text ? text[..26] + "-" : district + "-";
}
