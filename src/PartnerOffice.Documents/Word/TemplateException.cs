using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>A template that has lost something the minutes need; nothing was written.</summary>
public sealed class TemplateException(string place, Bilingual problem, Bilingual remedy) : Exception($"{place}: {problem?.English}")
{
    /// <summary>The tag of the control, or the name of the table.</summary>
    public string Place { get; } = place;

    public Bilingual Problem { get; } = problem;

    public Bilingual Remedy { get; } = remedy;

    internal static TemplateException Missing(string place) => new(
        place,
        new Bilingual($"In der Vorlage fehlt das Feld »{place}«.", $"The template has lost \"{place}\"."),
        new Bilingual("Das Feld aus der mitgelieferten Vorlage wieder einsetzen.", "Put it back from the delivered template."));
}
