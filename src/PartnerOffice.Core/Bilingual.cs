namespace PartnerOffice.Core;

/// <summary>One sentence in the two languages that people may choose; German is what they read unless they ask otherwise.</summary>
public readonly record struct Bilingual(string German, string English)
{
    /// <summary>The sentence in the language whose two letters are <paramref name="language"/>; German for every other.</summary>
    public string In(string language) =>
        language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : German;

    /// <inheritdoc/>
    public override string ToString() => German;
}
