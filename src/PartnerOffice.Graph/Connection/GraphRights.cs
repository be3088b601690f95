using System.Text.Json;

namespace PartnerOffice.Graph;

/// <summary>What the directory lets us do in this tenant, as our own token says it.</summary>
/// <param name="Permissions">An application's permissions with consent, or what an account lets the application do for it.</param>
/// <param name="UserName">The account; null for the application itself.</param>
/// <remarks>Roles that SharePoint or Exchange gave on one site or mailbox are not in it: those are tried, not read.</remarks>
public sealed record GraphRights(string TenantId, string ClientId, IReadOnlySet<string> Permissions, string? UserName)
{
    /// <summary>Reads them; null when Microsoft no longer lets its tokens be read, which it reserves.</summary>
    internal static GraphRights? Read(string token)
    {
        if (token.Split('.') is not [_, var payload, _]) return null;
        try
        {
            var padded = payload.Replace('-', '+').Replace('_', '/').PadRight((payload.Length + 3) / 4 * 4, '=');
            using var claims = JsonDocument.Parse(Convert.FromBase64String(padded));
            var root = claims.RootElement;
            string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            var roles = root.TryGetProperty("roles", out var many) ? many.ValueKind switch
            {
                JsonValueKind.Array => many.EnumerateArray().Select(role => role.GetString() ?? "").ToArray(),
                JsonValueKind.String => [many.GetString() ?? ""],
                _ => [],
            }
            : [];
            return new(
                Text("tid") ?? "",
                Text("appid") ?? Text("azp") ?? "",
                roles.Concat((Text("scp") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(one => one.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase),
                Text("upn") ?? Text("preferred_username"));
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return null;
        }
    }
}
