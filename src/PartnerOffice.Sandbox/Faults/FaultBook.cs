using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerOffice.Sandbox;

/// <summary>The rules by which the sandbox fails.</summary>
public sealed class FaultBook
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private int _lastNumber;

    /// <summary>The rules that stand, with how often each has struck.</summary>
    public IReadOnlyList<(FaultRule Rule, int Struck)> Rules
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Select(entry => (entry.Rule, entry.Struck))];
            }
        }
    }

    /// <summary>Sets a rule up; disposing takes it down.</summary>
    /// <exception cref="ArgumentException">The rule's pattern is not a method and a path, or a number in it makes no sense.</exception>
    public IDisposable Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentOutOfRangeException.ThrowIfLessThan(rule.FromCall, 1, nameof(rule));
        if (rule.Probability is < 0 or > 1 || rule.Status is < 100 or > 599 || rule.Delay < TimeSpan.Zero)
        {
            throw new ArgumentException("The probability lies between 0 and 1, the status between 100 and 599, and no delay is negative.", nameof(rule));
        }

        lock (_lock)
        {
            var named = rule.Id.Length > 0 ? rule : rule with { Id = string.Create(CultureInfo.InvariantCulture, $"f{++_lastNumber}") };
            var entry = new Entry(named);
            _entries.Add(entry);
            return new Removal(this, named.Id);
        }
    }

    /// <summary>Takes a rule down; false when there is none of that name.</summary>
    public bool Remove(string id)
    {
        lock (_lock)
        {
            return _entries.RemoveAll(entry => entry.Rule.Id == id) > 0;
        }
    }

    /// <summary>Takes all rules down.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
        }
    }

    /// <summary>The rules that strike this request.</summary>
    internal IReadOnlyList<FaultRule> Strike(string method, string path, string? template)
    {
        lock (_lock)
        {
            return [.. _entries.Where(entry => entry.Strikes(method, path, template)).Select(entry => entry.Rule)];
        }
    }

    private sealed class Entry
    {
        private readonly string _method;
        private readonly string _template;
        private readonly Regex _path;
        private readonly Random _random;
        private int _seen;

        public Entry(FaultRule rule)
        {
            Rule = rule;
            var parts = rule.Match.Split(' ', 2, StringSplitOptions.TrimEntries);
            if (parts is not [{ Length: > 0 } method, ['/', ..] path])
            {
                throw new ArgumentException($"'{rule.Match}' is not a method and a path, such as 'PUT /drives/**'.", nameof(rule));
            }

            _method = method;
            _template = Nameless(path);
            var pattern = Regex.Replace(Regex.Escape(path).Replace(@"\*", "*", StringComparison.Ordinal).Replace(@"\{", "{", StringComparison.Ordinal), @"\*\*|\*|\{item-path}|\{[^}]*}", hit =>
                hit.Value is "**" or "{item-path}" ? ".*" : "[^/]*");
            _path = new Regex($"^{pattern}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);
            _random = new Random(rule.Seed);
        }

        public FaultRule Rule { get; }

        public int Struck { get; private set; }

        public bool Strikes(string method, string path, string? template)
        {
            var isMeant = (_method == "*" || string.Equals(_method, method, StringComparison.OrdinalIgnoreCase))
                && ((template is not null && Nameless(template) == _template) || _path.IsMatch(path));
            if (!isMeant)
            {
                return false;
            }

            _seen++;
            // Drawn for every request that is meant, so that the draw of the nth does not depend on the count of strikes.
            var isDrawn = _random.NextDouble() < Rule.Probability;
            if (_seen < Rule.FromCall || Struck >= (Rule.Times ?? int.MaxValue) || !isDrawn)
            {
                return false;
            }

            Struck++;
            return true;
        }

        private static string Nameless(string template) => Regex.Replace(template, @"\{[^}]*}", "{}").ToUpperInvariant();
    }

    private sealed class Removal(FaultBook book, string id) : IDisposable
    {
        public void Dispose() => book.Remove(id);
    }
}
