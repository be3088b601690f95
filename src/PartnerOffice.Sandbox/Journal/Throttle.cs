using System.Globalization;

namespace PartnerOffice.Sandbox;

/// <summary>Who was asked to wait until when, and how many resource units an app has used this minute.</summary>
internal sealed class Throttle(TimeProvider time)
{
    private const double WarnFrom = 0.8;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _waits = [];
    private readonly Dictionary<string, (long Minute, int Used)> _used = [];

    /// <summary>The scope in which Graph counts a request: the mailbox, the workbook, or the app in its tenant.</summary>
    public static string ScopeOf(Caller? caller, IReadOnlyDictionary<string, string> values, string? template)
    {
        if (caller is null)
        {
            return "nobody";
        }

        var app = $"{caller.AppId}/{caller.Tenant.State.Id}";
        return values.TryGetValue("user-id", out var user) ? $"{app}/mailbox/{user.ToUpperInvariant()}"
            : template?.Contains("/workbook/", StringComparison.Ordinal) == true ? $"{app}/workbook/{values.GetValueOrDefault("driveItem-id")}"
            : app;
    }

    public bool IsAskedToWait(string scope)
    {
        lock (_lock)
        {
            return _waits.TryGetValue(scope, out var until) && time.GetUtcNow() < until;
        }
    }

    public void AskToWait(string scope, TimeSpan wait)
    {
        lock (_lock)
        {
            var until = time.GetUtcNow() + wait;
            _waits[scope] = _waits.TryGetValue(scope, out var before) && before > until ? before : until;
        }
    }

    /// <summary>Counts the units and says in headers how much is left; throws when nothing is.</summary>
    public Dictionary<string, string> Count(string scope, int units, int? perMinute)
    {
        if (perMinute is not { } limit)
        {
            return [];
        }

        lock (_lock)
        {
            var now = time.GetUtcNow();
            var minute = now.ToUnixTimeSeconds() / 60;
            // What is refused counts too.
            var used = (_used.TryGetValue(scope, out var before) && before.Minute == minute ? before.Used : 0) + units;
            _used[scope] = (minute, used);
            var reset = (int)((minute + 1) * 60 - now.ToUnixTimeSeconds());
            var headers = used < limit * WarnFrom ? [] : new Dictionary<string, string>
            {
                ["RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture),
                ["RateLimit-Remaining"] = Math.Max(0, limit - used).ToString(CultureInfo.InvariantCulture),
                ["RateLimit-Reset"] = reset.ToString(CultureInfo.InvariantCulture),
            };
            if (used <= limit)
            {
                return headers;
            }

            var refusal = new GraphRefusal(429, "activityLimitReached", "The request has been throttled.", "throttledRequest") { Headers = { ["Retry-After"] = reset.ToString(CultureInfo.InvariantCulture) } };
            foreach (var (name, value) in headers)
            {
                refusal.Headers[name] = value;
            }

            throw refusal;
        }
    }
}
