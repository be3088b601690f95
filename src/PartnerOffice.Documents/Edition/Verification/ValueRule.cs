using System.Collections.Frozen;
using System.Globalization;

namespace PartnerOffice.Documents.Edition;

/// <summary>What the value of an attribute may be: a rule of allowed-markup.txt.</summary>
internal sealed class ValueRule
{
    // Relative luminance: what is read must be dark, what is read on must be light, or words could hide in their own colour.
    private const double DarkestFill = 0.6;
    private const double LightestInk = 0.35;

    private readonly FrozenSet<string>? values;
    private readonly int least;
    private readonly int most;

    private ValueRule(ValueKind kind, FrozenSet<string>? values = null, int least = 0, int most = 0) =>
        (Kind, this.values, this.least, this.most) = (kind, values, least, most);

    public ValueKind Kind { get; }

    /// <summary>The fixed values, where the rule has some.</summary>
    public IEnumerable<string> Values => values ?? [];

    public static ValueRule OneOf(IEnumerable<string> values) => new(ValueKind.Fixed, values.ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Reads a rule as the list writes it.</summary>
    /// <exception cref="FormatException">The list has no such rule.</exception>
    public static ValueRule Parse(string text, IReadOnlyDictionary<string, ValueRule> kinds)
    {
        if (text is ['{', .. var fixedValues, '}'])
            return OneOf(fixedValues.Split('|'));
        if (kinds.TryGetValue(text, out var known))
            return known;
        if (text.StartsWith("int(", StringComparison.Ordinal) && text[4..^1].Split("..") is [var low, var high])
            return new ValueRule(ValueKind.Number, null, int.Parse(low, CultureInfo.InvariantCulture), int.Parse(high, CultureInfo.InvariantCulture));
        return Enum.TryParse<ValueKind>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind)
            ? new ValueRule(kind)
            : throw new FormatException($"no rule is called {text}");
    }

    /// <summary>Whether a value keeps the rule, for the rules that need to know nothing of the edition.</summary>
    public bool AllowsAnywhere(string value) => Kind switch
    {
        ValueKind.Fixed => values!.Contains(value),
        ValueKind.Number => value.Length <= 6 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most,
        ValueKind.Colour => value == "auto" || Luminance(value) is not null,
        ValueKind.Ink => Luminance(value) is <= LightestInk,
        ValueKind.Fill => Luminance(value) is >= DarkestFill,
        _ => false,
    };

    private static double? Luminance(string value)
    {
        if (value.Length != 6 || !int.TryParse(value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var colour))
            return null;

        return (0.2126 * Linear(colour >> 16)) + (0.7152 * Linear(colour >> 8 & 255)) + (0.0722 * Linear(colour & 255));
    }

    private static double Linear(int channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
