using System.Globalization;

namespace PartnerOffice.Sandbox;

/// <summary>Who was asked to wait until when, and how many resource units an app has used this minute.</summary>
internal sealed class Throttle(TimeProvider time)
{
    private const double WarnFrom = 0.8;
    private const string MailboxMark = "/mailbox/";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _waits = [];
    private readonly Dictionary<string, (long Minute, int Used)> _used = [];
    private readonly Dictionary<string, MailboxLoad> _mailboxes = [];

    /// <summary>The scope in which Graph counts a request: the mailbox, the workbook, or the app in its tenant.</summary>
    public static string ScopeOf(Caller? caller, IReadOnlyDictionary<string, string> values, string? template)
    {
        if (caller is null)
        {
            return "nobody";
        }

        var app = $"{caller.AppId}/{caller.Tenant.State.Id}";
        return values.TryGetValue("user-id", out var user) ? $"{app}{MailboxMark}{user.ToUpperInvariant()}"
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

    /// <summary>How many requests at once each app had under way for each mailbox at most, and how many in all.</summary>
    public IReadOnlyList<(string Scope, int Peak, int Requests)> MailboxLoads
    {
        get
        {
            lock (_lock)
            {
                return [.. _mailboxes.Select(load => (load.Key, load.Value.Peak, load.Value.Requests))];
            }
        }
    }

    /// <summary>A request for a mailbox begins; disposing ends it. The refusal is what Exchange answers when it is one too many.</summary>
    public (IDisposable? Place, GraphRefusal? Refusal) Enter(string scope, SandboxSettings settings)
    {
        if (!scope.Contains(MailboxMark, StringComparison.Ordinal))
        {
            return (null, null);
        }

        lock (_lock)
        {
            if (!_mailboxes.TryGetValue(scope, out var load))
            {
                _mailboxes[scope] = load = new MailboxLoad();
            }

            var now = time.GetUtcNow();
            load.Requests++;
            load.Peak = Math.Max(load.Peak, ++load.Inside);
            // Without a limit nobody asks, and nothing need be remembered.
            if (settings.MailboxRequestsPerTenMinutes is { } perWindow)
            {
                load.Recent.Enqueue(now);
                while (load.Recent.Peek() <= now - Window)
                {
                    load.Recent.Dequeue();
                }

                if (load.Recent.Count > perWindow)
                {
                    return (new Leaving(this, load), Refused("Application is over its RequestThrottled limit.", load.Recent.Peek() + Window - now));
                }
            }

            return (new Leaving(this, load), settings.MailboxConcurrency < load.Inside ? Refused("Application is over its MailboxConcurrency limit.", TimeSpan.FromSeconds(1)) : null);
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

    private static GraphRefusal Refused(string why, TimeSpan wait) => new(429, "ApplicationThrottled", why)
    {
        Headers = { ["Retry-After"] = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture) },
    };

    private sealed class MailboxLoad
    {
        public int Inside { get; set; }

        public int Peak { get; set; }

        public int Requests { get; set; }

        public Queue<DateTimeOffset> Recent { get; } = new();
    }

    private sealed class Leaving(Throttle throttle, MailboxLoad load) : IDisposable
    {
        public void Dispose()
        {
            lock (throttle._lock)
            {
                load.Inside--;
            }
        }
    }
}
