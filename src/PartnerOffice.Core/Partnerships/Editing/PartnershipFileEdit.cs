using System.Text;
using System.Text.Json;

namespace PartnerOffice.Core;

/// <summary>Writes changed people into a partnership file: what did not change stays byte for byte, with every comment (R21).</summary>
public static class PartnershipFileEdit
{
    /// <summary>The file with the people of <paramref name="after"/>.</summary>
    /// <param name="file">UTF-8, with or without a mark at its beginning.</param>
    /// <param name="before">What the file says.</param>
    /// <param name="after">The same with other people, roles, and lists of names.</param>
    /// <exception cref="JsonException">The file is no JSON.</exception>
    /// <exception cref="InvalidOperationException">The new text does not say what it should; nothing is to be written.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> file, Partnership before, Partnership after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);

        var mark = file.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var json = CommentedJson.Of(file[mark..]);
        for (var index = 0; index < before.Districts.Count; index++)
            json = Apply(json, $"districts[{index}]", before.Districts[index], after.Districts[index]);

        RequireSaid(json.Bytes.Span, after);
        return [.. file[..mark], .. json.Bytes.Span];
    }

    private static CommentedJson Apply(CommentedJson json, string place, District before, District after)
    {
        json = PeopleLists.Merge(json, place, "people", before.People, after.People, person => person.Id, PersonJson.Of, EditPerson, isOnLine: true);
        json = PeopleLists.Merge(json, place, "roles", before.Roles, after.Roles, role => (role.Role, role.Person, role.IsDeputy, role.From), PersonJson.Of, EditRole, isOnLine: true);
        json = PeopleLists.Merge(json, place, "knownPeople", before.KnownPeople, after.KnownPeople, known => known, _ => throw new InvalidOperationException("Known people are only ever taken off."), Same, isOnLine: true);
        return PeopleLists.Merge(json, place, "publicPersons", before.PublicPersons, after.PublicPersons, person => person, PersonJson.Of, Same, isOnLine: true);
    }

    private static CommentedJson EditPerson(CommentedJson json, string place, Person before, Person after)
    {
        if (before.Name != after.Name)
            json = json.Set(place, "name", CommentedJson.Quoted(after.Name));
        if (before.Account != after.Account)
            json = json.Set(place, "account", CommentedJson.Quoted(KebabWord.Of(after.Account)));
        if (before.UserPrincipalName != after.UserPrincipalName)
            json = SetOrRemove(json, place, "userPrincipalName", after.UserPrincipalName);
        if (before.ObjectId != after.ObjectId)
            json = SetOrRemove(json, place, "objectId", after.ObjectId?.ToString("D"));

        json = PeopleLists.Merge(json, place, "addresses", before.Addresses, after.Addresses, address => address, PersonJson.Of, Same, isOnLine: false);
        return PeopleLists.Merge(json, place, "terms", before.Terms, after.Terms, term => term.From, PersonJson.Of, EditTerm, isOnLine: false);
    }

    private static CommentedJson EditTerm(CommentedJson json, string place, Term before, Term after) => SetUntil(json, place, before.Until, after.Until);

    private static CommentedJson EditRole(CommentedJson json, string place, RoleAssignment before, RoleAssignment after) => SetUntil(json, place, before.Until, after.Until);

    private static CommentedJson Same<T>(CommentedJson json, string place, T before, T after) => json;

    private static CommentedJson SetUntil(CommentedJson json, string place, DateOnly? before, DateOnly? after) =>
        before == after ? json : json.Set(place, "until", PersonJson.Day(after));

    private static CommentedJson SetOrRemove(CommentedJson json, string place, string name, string? value) =>
        value is null ? json.Remove(place, name) : json.Set(place, name, CommentedJson.Quoted(value));

    private static void RequireSaid(ReadOnlySpan<byte> text, Partnership after)
    {
        // Read back before anybody may write it: what does not say what was meant is refused, not repaired.
        var read = PartnershipFile.Parse(Encoding.UTF8.GetString(text), "partnership.json");
        if (!SamePeople.In(read, after))
            throw new InvalidOperationException("The edited partnership file does not say what it should.");
    }
}
