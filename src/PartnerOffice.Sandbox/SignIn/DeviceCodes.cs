using System.Security.Cryptography;

namespace PartnerOffice.Sandbox;

/// <summary>Codes by which people let a device without a browser act for them.</summary>
internal sealed class DeviceCodes
{
    // Without letters and digits that are mistaken for each other.
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Pending> _pending = new(StringComparer.Ordinal);

    /// <summary>What waits for a person, or was decided by one.</summary>
    public sealed record Pending(string DeviceCode, string UserCode, string TenantId, string ClientId, IReadOnlyList<string> Scopes, DateTimeOffset Until, string? Address = null, bool IsDeclined = false);

    public IReadOnlyList<Pending> Waiting
    {
        get
        {
            lock (_lock)
            {
                return [.. _pending.Values.Where(one => one is { Address: null, IsDeclined: false } && one.Until > DateTimeOffset.UtcNow)];
            }
        }
    }

    public Pending Begin(string tenantId, string clientId, IReadOnlyList<string> scopes)
    {
        var one = new Pending(Secret(), RandomNumberGenerator.GetString(Letters, 9), tenantId, clientId, scopes, DateTimeOffset.UtcNow + Lifetime);
        lock (_lock)
        {
            return _pending[one.DeviceCode] = one;
        }
    }

    /// <summary>A person types the code and says who they are; null to decline. False when no such code waits.</summary>
    public bool Decide(string userCode, string? address)
    {
        lock (_lock)
        {
            var typed = userCode.Trim().ToUpperInvariant();
            if (_pending.Values.FirstOrDefault(one => one.UserCode == typed && one is { Address: null, IsDeclined: false } && one.Until > DateTimeOffset.UtcNow) is not { } waiting) return false;

            _pending[waiting.DeviceCode] = waiting with { Address = address, IsDeclined = address is null };
            return true;
        }
    }

    public Pending? Find(string deviceCode)
    {
        lock (_lock)
        {
            return _pending.GetValueOrDefault(deviceCode);
        }
    }

    public void Forget(string deviceCode)
    {
        lock (_lock)
        {
            _pending.Remove(deviceCode);
        }
    }

    /// <summary>As after a changed password: whoever was let in before must be let in again.</summary>
    public DateTimeOffset RevokedBefore { get; private set; }

    public void RevokeAll() => RevokedBefore = DateTimeOffset.UtcNow;

    private static string Secret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_').TrimEnd('=');
}
