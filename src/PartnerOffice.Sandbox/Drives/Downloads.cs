using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace PartnerOffice.Sandbox;

/// <summary>Short-lived addresses that give a file's bytes without a token, as <c>@microsoft.graph.downloadUrl</c> does.</summary>
internal static class Downloads
{
    public const string Prefix = "/_download/";

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <param name="format">What the bytes shall be converted to; null for the file as it is.</param>
    public static string UrlOf(Uri baseUri, Drive drive, ItemState item, string? format = null)
    {
        var until = (drive.World.Now + Lifetime).ToUnixTimeSeconds();
        var query = $"?until={until}&tempauth={Sign(drive, item.Id, until, format)}{(format is null ? "" : $"&format={format}")}";
        return new Uri(baseUri, $"{Prefix}{drive.Tenant.State.Id}/{Uri.EscapeDataString(drive.Library.DriveId)}/{item.Id}{query}").AbsoluteUri;
    }

    /// <summary>The file that an address gives, and what it shall be converted to before it leaves.</summary>
    public static (string Name, byte[] Content, string? Format) Read(World world, GraphCallParts parts)
    {
        var query = QueryHelpers.ParseQuery(parts.RawQuery);
        var until = long.TryParse(query.GetValueOrDefault("until").ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var format = query.GetValueOrDefault("format") is [{ } wanted] ? wanted : null;
        var path = parts.RawPath[Prefix.Length..].Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (path is not [var tenantId, var driveId, var itemId]
            || world.Tenants.GetValueOrDefault(tenantId)?.Drives.GetValueOrDefault(driveId) is not { } drive
            || drive.Find(itemId) is not { Presence: Presence.Here, IsFolder: false } item)
        {
            throw GraphRefusal.ItemNotFound();
        }

        if (until < world.Now.ToUnixTimeSeconds() || query.GetValueOrDefault("tempauth").ToString() != Sign(drive, itemId, until, format))
        {
            throw new GraphRefusal(401, "unauthenticated", "The download address has expired.");
        }

        return (item.Name, File.ReadAllBytes(drive.DiskPath(PeopleAtTheFiles.Settle(drive, item))), format);
    }

    public static GraphAnswer Answer(GraphCallParts parts, string name, byte[] content) =>
        parts.Headers.Range is [{ } range] ? Part(content, range, MediaType.Of(name)) : GraphAnswer.Content(content, MediaType.Of(name));

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

    private static string Sign(Drive drive, string itemId, long until, string? format) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{drive.Library.DriveId}/{itemId}/{until}/{format}")));
}
