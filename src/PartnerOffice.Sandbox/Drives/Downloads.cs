using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

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

    public static GraphAnswer Answer(World world, GraphCallParts parts, long until, string signature)
    {
        var path = parts.RawPath[Prefix.Length..].Split('/').Select(Uri.UnescapeDataString).ToArray();
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

        var content = File.ReadAllBytes(drive.DiskPath(PeopleAtTheFiles.Settle(drive, item)));
        return parts.Headers.Range is [{ } range] ? Part(content, range, MediaType.Of(item.Name)) : GraphAnswer.Content(content, MediaType.Of(item.Name));
    }

    private static GraphAnswer Part(byte[] content, string range, string mediaType)
    {
        if (!RangeHeaderValue.TryParse(range, out var parsed) || parsed is not { Unit.Value: "bytes", Ranges.Count: 1 } || parsed.Ranges.First() is not { From: { } from } wanted || from >= content.Length)
        {
            throw new GraphRefusal(416, "invalidRange", "The range is not satisfiable.") { Headers = { ["Content-Range"] = $"bytes */{content.Length}" } };
        }

        var to = Math.Min(wanted.To ?? long.MaxValue, content.Length - 1);
        var part = new GraphAnswer(206) { Bytes = content[(int)from..(int)(to + 1)], ContentType = mediaType };
        return part.With("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to}/{content.Length}"));
    }

    private static string Sign(Drive drive, string itemId, long until) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{drive.Library.DriveId}/{itemId}/{until}")));
}
