namespace PartnerOffice.Documents.Gate;

/// <summary>What a file holds besides its text and its form. None of it is a reason to refuse; what becomes of it decides who reads (D15).</summary>
public enum InventoryKind
{
    /// <summary>A template somewhere outside, with a path that may name a person.</summary>
    AttachedTemplate,

    /// <summary>A picture that would be fetched.</summary>
    LinkedPicture,

    /// <summary>A link in the text.</summary>
    Hyperlink,

    /// <summary>Anything else that leads out of the package: frames, mail merge, links to workbooks.</summary>
    OtherExternal,

    /// <summary>A picture of dots: PNG, JPEG, GIF, BMP.</summary>
    Picture,

    /// <summary>A picture of another kind: EMF, WMF, EPS, SVG, TIFF.</summary>
    Metafile,

    /// <summary>Comments, answers to them, or the people who wrote them.</summary>
    Comments,

    /// <summary>Custom XML, which often holds the whole text again.</summary>
    CustomXml,

    /// <summary>Properties that somebody or some service added.</summary>
    CustomProperties,

    /// <summary>A label of sensitivity.</summary>
    SensitivityLabel,

    /// <summary>Footnotes or endnotes.</summary>
    Notes,

    /// <summary>Building blocks and placeholder texts.</summary>
    Glossary,

    /// <summary>A chart, with its cached values.</summary>
    Chart,

    /// <summary>The workbook behind a chart. The gate keeps it shut: <see cref="GatedPart.IsSealed"/>.</summary>
    ChartData,

    /// <summary>SmartArt, with its data and its drawing.</summary>
    Diagram,

    /// <summary>A small picture of the first page.</summary>
    Thumbnail,

    /// <summary>A font inside.</summary>
    EmbeddedFont,

    /// <summary>Settings of a printer, with its name.</summary>
    PrinterSettings,

    /// <summary>An add-in or its task pane.</summary>
    WebExtension,

    /// <summary>Buttons or keys of its own.</summary>
    Customization,

    /// <summary>A link to another workbook, with its cached values.</summary>
    ExternalWorkbook,

    /// <summary>A link that starts another program for its data.</summary>
    Dde,

    /// <summary>A connection to a data source, or a query over it.</summary>
    DataConnection,

    /// <summary>A pivot table's whole source, or a data model.</summary>
    PivotData,

    /// <summary>The log of a shared workbook, with its users.</summary>
    RevisionLog,

    /// <summary>A part that no relationship leads to.</summary>
    Unreferenced,

    /// <summary>A part without a declared type.</summary>
    Untyped,

    /// <summary>A drawing of the old kind that is no XML, as Excel sometimes writes it. The gate keeps it shut.</summary>
    BrokenDrawing,
}
