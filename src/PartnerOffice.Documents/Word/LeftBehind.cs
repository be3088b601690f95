using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Word;

/// <summary>What a file holds besides its text and that stays behind without a question; the report names it all the same (decision D15).</summary>
internal static class LeftBehind
{
    private const string Place = "Dokument";

    private static readonly Dictionary<InventoryKind, Bilingual> Reasons = new()
    {
        [InventoryKind.AttachedTemplate] = new("Die angehängte Vorlage geht nicht mit.", "The attached template does not travel."),
        [InventoryKind.LinkedPicture] = new("Verknüpfte Bilder gehen nicht mit.", "Linked pictures do not travel."),
        [InventoryKind.Picture] = Marks.NotInTheModel("drawing"),
        [InventoryKind.Metafile] = Marks.NotInTheModel("drawing"),
        [InventoryKind.Notes] = Marks.NotInTheModel("footnoteReference"),
        [InventoryKind.Chart] = new("Diagramme gehen nicht mit.", "Charts do not travel."),
        [InventoryKind.ChartData] = new("Diagramme gehen nicht mit.", "Charts do not travel."),
        [InventoryKind.Diagram] = new("Schaubilder gehen nicht mit.", "Diagrams do not travel."),
        [InventoryKind.CustomXml] = new("Eigene Daten der Datei gehen nicht mit.", "The file's own data do not travel."),
        [InventoryKind.SensitivityLabel] = new("Das Vertraulichkeitsetikett geht nicht mit.", "The sensitivity label does not travel."),
        [InventoryKind.Glossary] = new("Textbausteine gehen nicht mit.", "Building blocks do not travel."),
        [InventoryKind.EmbeddedFont] = new("Eingebettete Schriften gehen nicht mit.", "Embedded fonts do not travel."),
        [InventoryKind.WebExtension] = new("Add-Ins gehen nicht mit.", "Add-ins do not travel."),
        [InventoryKind.Customization] = new("Eigene Tasten und Schaltflächen gehen nicht mit.", "Keys and buttons of one's own do not travel."),
        [InventoryKind.OtherExternal] = new("Verweise nach außen gehen nicht mit.", "References to other places do not travel."),
    };

    /// <summary>Each reason once, in the order of the file.</summary>
    public static IEnumerable<Withheld> In(GatedPackage package) => package.Inventory
        .Select(entry => Reasons.GetValueOrDefault(entry.Kind))
        .OfType<Bilingual>()
        .Distinct()
        .Select(reason => new Withheld(Place, WithheldKind.Unsupported, reason));
}
