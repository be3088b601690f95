using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Documents.Edition;

/// <summary>A person's answer to rule V17, "darf dort stehen": bound to both places, so that it settles nothing else.</summary>
public sealed record AcceptedCoincidence(string Place, string AlsoAt) : IParsable<AcceptedCoincidence>
{
    private const string Rule = "V17:";

    /// <summary>Reads the command line's form, <c>V17:PLACE=PLACE</c>.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static AcceptedCoincidence Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var accepted) ? accepted : throw new FormatException("V17:PLACE=PLACE");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out AcceptedCoincidence result)
    {
        var middle = s?.LastIndexOf('=') ?? -1;
        var isAnswer = s is not null && s.StartsWith(Rule, StringComparison.OrdinalIgnoreCase) && middle > Rule.Length && middle < s.Length - 1;
        result = isAnswer ? new AcceptedCoincidence(s![Rule.Length..middle].Trim(), s[(middle + 1)..].Trim()) : null;
        return isAnswer;
    }

    /// <summary>The command line's form.</summary>
    public override string ToString() => $"{Rule}{Place}={AlsoAt}";
}
