namespace PartnerOffice.Documents.Word;

/// <summary>The ids of the template's styles. Their look belongs to the people; that they exist belongs to us.</summary>
internal static class StyleNames
{
    public const string Normal = "Normal";
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string ListParagraph = "ListParagraph";
    public const string Hyperlink = "Hyperlink";
    public const string FixedTable = "POTabelle";
    public const string TextTable = "POTextTabelle";
    public const string Letterhead = "POBriefkopf";
    public const string Label = "POBezeichnung";
    public const string Detail = "POAngabe";
    public const string Cell = "POZelle";
    public const string PartnerNote = "POPartnerhinweis";
    public const string Placeholder = "POPlatzhalter";
    public const string Sign = "POZeichen";

    /// <summary>The paragraph style of the board's own passages, a carrier of the mark (R1), known by its name.</summary>
    public const string Internal = "PONurVorstand";
    public const string InternalRun = "PONurVorstandZeichen";
    public const string InternalName = "PO Nur Vorstand";
    public const string InternalRunName = "PO Nur Vorstand Zeichen";

    /// <summary>Section headings are level 1, agenda items level 2, headings of the text levels 3 to 5.</summary>
    public static string Heading(int level) => $"Heading{level}";

    public const int SectionLevel = 1;
    public const int ItemLevel = 2;
}
