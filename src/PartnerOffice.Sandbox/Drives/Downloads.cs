using System.Security.Cryptography;
using System.Text;

namespace PartnerOffice.Sandbox;

/// <summary>Short-lived addresses that give a file's bytes without a token, as <c>@microsoft.graph.downloadUrl</c> does.</summary>
internal static class Downloads
{
    public const string Prefix = "/_download/";

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static string UrlOf(Uri baseUri, Drive drive, ItemState item)
    {
        var until = (drive.World.Now + Lifetime).ToUnixTimeSeconds();
        return new Uri(baseUri, $"{Prefix}{drive.Tenant.State.Id}/{Uri.EscapeDataString(drive.Library.DriveId)}/{item.Id}?until={until}&tempauth={Sign(drive, item.Id, until)}").AbsoluteUri;
    }

    public static GraphAnswer Answer(World world, string rawPath, long until, string signature)
    {
        var path = rawPath[Prefix.Length..].Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (path is not [var tenantId, var driveId, var itemId]
            || world.Tenants.GetValueOrDefault(tenantId)?.Drives.GetValueOrDefault(driveId) is not { } drive
            || drive.Find(itemId) is not { Presence: Presence.Here, IsFolder: false } item)
        {
            throw GraphRefusal.ItemNotFound();
        }

        if (until < world.Now.ToUnixTimeSeconds() || signature != Sign(drive, itemId, until))
        {
            throw new GraphRefusal(401, "unauthenticated", "The download address has expired.");
        }

        return GraphAnswer.Content(File.ReadAllBytes(drive.DiskPath(PeopleAtTheFiles.Settle(drive, item))), MediaType.Of(item.Name));
    }

    private static string Sign(Drive drive, string itemId, long until) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{drive.Library.DriveId}/{itemId}/{until}")));
}
