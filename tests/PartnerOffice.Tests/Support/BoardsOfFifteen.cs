using PartnerOffice.Core;

namespace PartnerOffice.Tests.Support;

/// <summary>The sample partnership with two boards of fifteen: three of each with an account, ten who get mail, two whom only a letter or the telephone reaches. All of them are invented.</summary>
internal static class BoardsOfFifteen
{
    private static readonly DateOnly Elected = new(2025, 10, 11);

    /// <summary>As both boards were elected, with the changes that were known by then.</summary>
    public static Partnership Partnership { get; } = Of(DeliveryWorld.Partnership);

    /// <summary>The same after somebody left whom nobody had expected to.</summary>
    public static Partnership AfterLeaving(Partnership partnership, string leaves, DateOnly last, Person follows) => partnership with
    {
        Districts =
        [
            .. partnership.Districts.Select(district => district.Find(leaves) is null ? district : district with
            {
                People = [.. district.People.Select(person => person.Id.ToString() == leaves ? Until(person, last) : person), follows],
            }),
        ],
    };

    /// <summary>Somebody without an account.</summary>
    /// <param name="address">Null for none.</param>
    public static Person Member(string id, string name, string? address, DateOnly? from = null, DateOnly? until = null, string? second = null, bool isPrivate = true) => new(
        PersonId.Parse(id), name, [new Term("Beisitz", IsVoting: true, from ?? Elected, until)],
        [.. ((string?[])[address, second]).OfType<string>().Select(mail => new PersonAddress(MailAddress.Parse(mail), isPrivate))],
        AccountKind.None, null, null);

    private static Partnership Of(Partnership sample) => sample with
    {
        Districts =
        [
            sample.Districts[0] with
            {
                People =
                [
                    .. sample.Districts[0].People,
                    Member("st-08", "Greta Vordruck", "greta.vordruck@example.org", second: "greta@vordruck.example.org"),
                    Member("st-09", "Hauke Durchschlag", "durchschlag@ratsbuero.example", isPrivate: false),
                    Member("st-10", "Ida Lochung", "ida.lochung@example.org"),
                    Member("st-11", "Jörn Ablage", null),
                    Member("st-12", "Kim Randnotiz", "kim.randnotiz@example.org"),
                    Member("st-13", "Lotte Fußnote", "lotte.fussnote@example.org"),
                    Member("st-14", "Malte Kladde", "malte.kladde@example.org", until: new(2027, 3, 31)),
                    Member("st-15", "Nele Klammer", "nele.klammer@example.org", until: new(2026, 6, 30)),
                    Member("st-16", "Ole Trennblatt", "ole.trennblatt@example.org", from: new(2026, 7, 1)),
                    Member("st-17", "Paula Hefter", "paula.hefter@example.org", from: new(2027, 4, 1)),
                ],
            },
            sample.Districts[1] with
            {
                People =
                [
                    .. sample.Districts[1].People.Select(person => person.Id.ToString() == "mse-04" ? person with { Account = AccountKind.None, UserPrincipalName = null } : person),
                    Member("mse-08", "Quirin Zeichen", null),
                    Member("mse-09", "Ronja Zettel", "ronja.zettel@example.org"),
                    Member("mse-10", "Silas Bogen", "silas.bogen@example.org"),
                    Member("mse-11", "Tilda Karton", "tilda.karton@example.org"),
                    Member("mse-12", "Uwe Spalte", "uwe.spalte@example.org"),
                    Member("mse-13", "Vera Zeile", "vera.zeile@example.org"),
                    Member("mse-14", "Willi Absatz", "willi.absatz@example.org"),
                    Member("mse-15", "Xenia Anlage", "xenia.anlage@example.org", until: new(2026, 9, 20)),
                    Member("mse-16", "Yannick Verteiler", "yannick.verteiler@example.org", from: new(2026, 9, 21)),
                ],
            },
        ],
    };

    private static Person Until(Person person, DateOnly last) => person with { Terms = [.. person.Terms.Select(term => term.Until is null ? term with { Until = last } : term)] };
}
