using System.Security.Cryptography;
using System.Text;

namespace PartnerOffice.Sandbox;

/// <summary>The two ids of a message: one that stays, and one that changes with the folder unless the client asks for the other.</summary>
internal static class MessageIds
{
    public static string New() => "AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A" + Letters(RandomNumberGenerator.GetBytes(24)) + "AA";

    public static string InFolder(MessageState message) => "AAMkAGI" + Letters(Hash(message.Id + "/" + message.Folder)) + "AAA=";

    public static string OfFolder(Mailbox mailbox, string folder) => "AQMkAGI" + Letters(Hash(mailbox.State.Address.ToUpperInvariant() + "/" + folder)[..24]) + "AAAB";

    /// <summary>The message, by either of its ids; the second holds only as long as the message stays where it is.</summary>
    public static MessageState? Find(Mailbox mailbox, string id) => mailbox.Messages.FirstOrDefault(message => message.Id == id || InFolder(message) == id);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static string Letters(byte[] bytes) => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_').TrimEnd('=');
}
