using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PartnerOffice.Sandbox;

/// <summary>A <c>$filter</c>: comparisons, and, or, not, startswith, and any over a collection.</summary>
internal sealed partial class ODataFilter
{
    private readonly string _text;
    private readonly List<(string Kind, string Text)> _tokens = [];
    private readonly List<string> _paths = [];
    private readonly Func<Scope, bool> _matches;
    private int _at;

    private ODataFilter(string text)
    {
        _text = text;
        foreach (Match token in Token().Matches(text))
        {
            var kind = token.Groups.Keys.First(name => !int.TryParse(name, out _) && token.Groups[name].Success);
            if (kind == "bad")
            {
                throw Broken();
            }

            if (kind != "space")
            {
                _tokens.Add((kind, token.Value));
            }
        }

        _matches = Or();
        if (_at != _tokens.Count)
        {
            throw Broken();
        }
    }

    /// <summary>The properties it names, so that an unindexed column can be refused.</summary>
    public IReadOnlyList<string> Paths => _paths;

    public static ODataFilter Parse(string text) => new(text);

    public bool Matches(JsonObject item) => _matches(new Scope(item, null, null));

    private Func<Scope, bool> Or()
    {
        var left = And();
        while (Take("word", "or"))
        {
            var (first, second) = (left, And());
            left = scope => first(scope) || second(scope);
        }

        return left;
    }

    private Func<Scope, bool> And()
    {
        var left = Term();
        while (Take("word", "and"))
        {
            var (first, second) = (left, Term());
            left = scope => first(scope) && second(scope);
        }

        return left;
    }

    private Func<Scope, bool> Term()
    {
        if (Take("word", "not"))
        {
            var inner = Term();
            return scope => !inner(scope);
        }

        if (Take("sign", "("))
        {
            var inner = Or();
            Expect("sign", ")");
            return inner;
        }

        var path = Expect("word");
        if (string.Equals(path, "startswith", StringComparison.OrdinalIgnoreCase) && Take("sign", "("))
        {
            var property = Named(Expect("word"));
            Expect("sign", ",");
            var start = Literal() as string ?? throw Broken();
            Expect("sign", ")");
            return scope => scope.Find(property)?.ToString().StartsWith(start, StringComparison.OrdinalIgnoreCase) == true;
        }

        if (path.EndsWith("/any", StringComparison.Ordinal) && Take("sign", "("))
        {
            var collection = Named(path[..^4]);
            var variable = Expect("word");
            Expect("sign", ":");
            var inner = Or();
            Expect("sign", ")");
            return scope => scope.Find(collection) is JsonArray many && many.Any(one => inner(new Scope(scope.Item, variable, one as JsonObject)));
        }

        Named(path);
        var comparison = Expect("word");
        var value = Literal();
        return comparison switch
        {
            "eq" => scope => Compare(scope.Find(path), value) == 0,
            "ne" => scope => Compare(scope.Find(path), value) != 0,
            "gt" => scope => Compare(scope.Find(path), value) > 0,
            "ge" => scope => Compare(scope.Find(path), value) >= 0,
            "lt" => scope => Compare(scope.Find(path), value) < 0,
            "le" => scope => Compare(scope.Find(path), value) <= 0,
            _ => throw Broken(),
        };
    }

    private string Named(string path)
    {
        _paths.Add(path);
        return path;
    }

    private object? Literal()
    {
        var (kind, text) = _at < _tokens.Count ? _tokens[_at++] : throw Broken();
        return kind switch
        {
            "text" => text[1..^1].Replace("''", "'", StringComparison.Ordinal),
            "date" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            "number" => decimal.Parse(text, CultureInfo.InvariantCulture),
            "word" when text is "true" or "false" => text == "true",
            "word" when text == "null" => null,
            _ => throw Broken(),
        };
    }

    /// <summary>Text compares without regard to case, as SharePoint and Exchange do; null means that the two cannot be compared.</summary>
    private static int? Compare(JsonNode? found, object? wanted) => (found?.GetValueKind() ?? JsonValueKind.Null, wanted) switch
    {
        (JsonValueKind.Null, null) => 0,
        (JsonValueKind.String, DateTimeOffset moment) => DateTimeOffset.TryParse(found!.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var given) ? given.CompareTo(moment) : null,
        (JsonValueKind.String, string text) => string.Compare(found!.GetValue<string>(), text, StringComparison.OrdinalIgnoreCase),
        (JsonValueKind.Number, decimal number) => decimal.Parse(found!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture).CompareTo(number),
        (JsonValueKind.True, bool flag) => flag ? 0 : 1,
        (JsonValueKind.False, bool flag) => flag ? -1 : 0,
        _ => null,
    };

    private bool Take(string kind, string text)
    {
        if (_at < _tokens.Count && _tokens[_at].Kind == kind && string.Equals(_tokens[_at].Text, text, StringComparison.OrdinalIgnoreCase))
        {
            _at++;
            return true;
        }

        return false;
    }

    private string Expect(string kind, string? text = null)
    {
        if (_at < _tokens.Count && _tokens[_at].Kind == kind && (text is null || _tokens[_at].Text == text))
        {
            return _tokens[_at++].Text;
        }

        throw Broken();
    }

    private GraphRefusal Broken() => GraphRefusal.BadRequest($"Invalid filter clause: '{_text}'.");

    [GeneratedRegex(@"(?<text>'(?:[^']|'')*')|(?<date>\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?)|(?<number>-?\d+(\.\d+)?)|(?<word>[A-Za-z_][\w.]*(/[A-Za-z_][\w.]*)*)|(?<sign>[(),:])|(?<space>\s+)|(?<bad>.)", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    private sealed record Scope(JsonObject Item, string? Variable, JsonObject? One)
    {
        public JsonNode? Find(string path)
        {
            var names = path.Split('/');
            JsonNode? at = names[0] == Variable ? One : Item;
            foreach (var name in names.Skip(names[0] == Variable ? 1 : 0))
            {
                at = (at as JsonObject)?[name];
            }

            return at;
        }
    }
}
