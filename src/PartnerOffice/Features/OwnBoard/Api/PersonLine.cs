using PartnerOffice.Core;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>A person of the board, without an address (R11).</summary>
internal sealed record PersonLine(string Id, string Name)
{
    public static IReadOnlyList<PersonLine> Of(IEnumerable<Person> people) => [.. people.Select(person => new PersonLine(person.Id.ToString(), person.Name))];
}
