using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>A template that has lost something the minutes need: the tag of the control, or the name of the table.</summary>
public sealed class TemplateException(string place, Bilingual problem, Bilingual remedy)
    : RefusalException("template-incomplete", place, problem, remedy)
{
    internal static TemplateException Missing(string place) => new(
        place,
        new Bilingual($"In der Vorlage fehlt das Feld »{place}«.", $"The template has lost \"{place}\"."),
        new Bilingual("Das Feld aus der mitgelieferten Vorlage wieder einsetzen.", "Put it back from the delivered template."));
}
