namespace PartnerOffice.Core;

/// <summary>A sentence for people, in German and in English.</summary>
public sealed record Bilingual(string German, string English)
{
    /// <summary>The sentence in one language.</summary>
    public string In(Language language) => language == Language.German ? German : English;

    public override string ToString() => German;
}
