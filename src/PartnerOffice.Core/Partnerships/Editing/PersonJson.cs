using System.Globalization;
using System.Text;

namespace PartnerOffice.Core;

/// <summary>People, terms and roles as they are written into a partnership file, in the form that the delivered sample has.</summary>
internal static class PersonJson
{
    public static string Of(Person person)
    {
        var text = new StringBuilder("{\n");
        Line(text, "id", CommentedJson.Quoted(person.Id.ToString()));
        Line(text, "name", CommentedJson.Quoted(person.Name));
        Line(text, "account", CommentedJson.Quoted(KebabWord.Of(person.Account)));
        if (person.UserPrincipalName is { } principal)
            Line(text, "userPrincipalName", CommentedJson.Quoted(principal));
        if (person.ObjectId is { } id)
            Line(text, "objectId", CommentedJson.Quoted(id.ToString("D")));
        Line(text, "addresses", $"[{string.Join(", ", person.Addresses.Select(Of))}]");
        text.Append(CultureInfo.InvariantCulture, $"  \"terms\": [{string.Join(", ", person.Terms.Select(Of))}]\n}}");
        return text.ToString();
    }

    public static string Of(PersonAddress address) =>
        $"{{ \"mail\": {CommentedJson.Quoted(address.Mail.ToString())}, \"private\": {(address.IsPrivate ? "true" : "false")} }}";

    public static string Of(Term term) =>
        $"{{ \"function\": {CommentedJson.Quoted(term.Function)}, \"voting\": {(term.IsVoting ? "true" : "false")}, \"from\": {Day(term.From)}, \"until\": {Day(term.Until)} }}";

    public static string Of(RoleAssignment role) =>
        $"{{ \"role\": {CommentedJson.Quoted(KebabWord.Of(role.Role))}, \"person\": {CommentedJson.Quoted(role.Person.ToString())}, {(role.IsDeputy ? "\"deputy\": true, " : "")}\"from\": {Day(role.From)}, \"until\": {Day(role.Until)} }}";

    public static string Of(PublicPerson person) =>
        $"{{ \"name\": {CommentedJson.Quoted(person.Name)}, \"function\": {CommentedJson.Quoted(person.Function)} }}";

    public static string Day(DateOnly? day) => day is { } known ? $"\"{known:yyyy-MM-dd}\"" : "null";

    private static void Line(StringBuilder text, string name, string value) => text.Append(CultureInfo.InvariantCulture, $"  \"{name}\": {value},\n");
}
