using PartnerOffice.Connections;

namespace PartnerOffice.Features.People;

/// <summary>The own people as those who edit them see them.</summary>
/// <param name="NextId">The id that the next new person gets.</param>
/// <param name="File">How far the service has followed the file.</param>
/// <param name="Editable">Whether there is a file to write at all.</param>
/// <param name="Accounts">Whether the caller may change how others sign in.</param>
internal sealed record PeopleRegisterCard(
    string District, DateOnly Today, string NextId, LiveState File, bool Editable, bool Accounts, IReadOnlyList<RegisteredPerson> People, IReadOnlyList<PublicPersonCard> PublicPersons);
