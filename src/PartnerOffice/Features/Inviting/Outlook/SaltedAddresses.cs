using System.Security.Cryptography;
using System.Text;
using PartnerOffice.Core;

namespace PartnerOffice.Features.Inviting;

/// <summary>
/// Who is behind a salted hash. Outlook sends no addresses: what the two districts do not know already, the service does not learn, and what it was asked
/// could not be told from a log. For whom they do know the hash says no more than the partnership file.
/// </summary>
internal sealed class SaltedAddresses
{
    public const int ShortestSalt = 16, LongestSalt = 64, MostAttendees = 500;

    private readonly Dictionary<string, SeenAttendee> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly string salt;

    public SaltedAddresses(Partnership partnership, District own, string salt)
    {
        this.salt = salt;

        // The own side first: an address that both sides know is one of its own.
        foreach (var district in (District[])[own, partnership.PartnerOf(own.Id)])
        {
            if (district.Mailbox is { } mailbox)
                Add(mailbox.ToString(), new(district, null, IsPrivate: false));
            foreach (var person in district.People)
            {
                if (person.UserPrincipalName is { } account)
                    Add(account, new(district, person, IsPrivate: false));
                foreach (var address in person.Addresses)
                    Add(address.Mail.ToString(), new(district, person, address.IsPrivate));
            }
        }
    }

    /// <summary>Who it is, as far as the two districts know.</summary>
    public SeenAttendee Of(string hash) => known.GetValueOrDefault(hash, SeenAttendee.Stranger);

    /// <summary>What the pane makes of an address; a test holds both to the same.</summary>
    public static string Hash(string salt, string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}\n{address.Trim().ToLowerInvariant()}")));

    private void Add(string address, SeenAttendee attendee) => known.TryAdd(Hash(salt, address), attendee);
}
