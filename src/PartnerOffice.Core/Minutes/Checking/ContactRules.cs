using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>V19: telephone numbers, mail addresses and bank accounts in the partner's text are nobody else's business (R11).</summary>
internal sealed partial class ContactRules : IMinutesRule
{
    private const string Rule = "V19";
    private const int LeastDigitsOfATelephoneNumber = 7;

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        var own = given.Context.Partnership?.Districts.Select(district => district.Mailbox?.ToString()).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        foreach (var word in given.Words.Where(word => word.IsForPartner))
        {
            foreach (var mail in Mail().Matches(word.Text).Select(match => match.Value).Where(address => !own.Contains(address)))
                yield return MailAddress(mail).Stops(Rule, Places.Of(word.Place, mail));

            var accounts = Iban().Matches(word.Text);
            foreach (var ending in accounts.Select(match => match.Value.Replace(" ", "", StringComparison.Ordinal)[^4..]))
                yield return BankAccount(ending).Stops(Rule, Places.Of(word.Place, "…" + ending));

            foreach (var number in Telephone().Matches(word.Text).Where(match => !accounts.Any(account => match.Index >= account.Index && match.Index < account.Index + account.Length)).Select(match => match.Value))
            {
                if (number.Count(char.IsAsciiDigit) >= LeastDigitsOfATelephoneNumber)
                    yield return TelephoneNumber(number).Stops(Rule, Places.Of(word.Place, number));
            }
        }
    }

    private static Advice MailAddress(string address) => new(
        $"Der Partner würde eine Mailadresse lesen: {Quoting.Short(address)}.", $"The partner would read a mail address: {Quoting.Short(address)}.",
        "Die Adresse löschen, als »nur Vorstand« kennzeichnen oder mit Grund bestätigen.", "Delete the address, mark it for the board only, or confirm it with a reason.");

    private static Advice TelephoneNumber(string number) => new(
        $"Der Partner würde eine Telefonnummer lesen: {Quoting.Short(number)}.", $"The partner would read a telephone number: {Quoting.Short(number)}.",
        "Die Nummer löschen, als »nur Vorstand« kennzeichnen oder mit Grund bestätigen.", "Delete the number, mark it for the board only, or confirm it with a reason.");

    private static Advice BankAccount(string ending) => new(
        $"Der Partner würde eine Kontonummer lesen, am Ende {ending}.", $"The partner would read the number of a bank account, ending {ending}.",
        "Die Kontonummer löschen, als »nur Vorstand« kennzeichnen oder mit Grund bestätigen.", "Delete the number, mark it for the board only, or confirm it with a reason.");

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?:\s?\d{4}){3,7}(?:\s?\d{1,3})?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Iban();

    // Begins with 0 or +; a date and a number of a resolution have other separators or stand behind one.
    [GeneratedRegex(@"(?<![\p{L}\p{N}.,/–-])(?:\+|0)\d(?:[\s/()–-]{0,2}\d){5,14}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();
}
