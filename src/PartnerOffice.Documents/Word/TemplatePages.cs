using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>The pages of a blank form: a head after DIN 5008, the tables, spare agenda items, signatures, and the margins of each page.</summary>
internal sealed class TemplatePages(TemplateForm form, bool forPartners)
{
    // A spare item of the partner's form is a model to fill, never a page to write on.
    private IReadOnlyList<FixedTable> Spare => forPartners ? [] : form.Spare;

    /// <summary>The delivered form and its margins as the reader sees them.</summary>
    public static XElement Controls(TemplateForm form)
    {
        var pages = new TemplatePages(form, forPartners: false);
        return new XElement("form", ((OpenXmlElement[])[Header(), pages.Body(), pages.Footer()]).Select(part => XElement.Parse(part.OuterXml)));
    }

    public Body Body()
    {
        var body = new Body(Head().Concat(Meeting()).Concat(Attendance()).Concat(AgendaOverview()).Concat(Reports()).Concat(Items()).Concat(Close()));
        body.Append(Page());
        return body;
    }

    public static Header Header() => new(Wml.Paragraph(
        StyleNames.Header,
        Wml.Value(DocumentFrame.DistrictNameTag, "Kreisverband", "Kreisverband"),
        Wml.Run(" · Protokoll "),
        Wml.Value(Tags.Number, "Sitzung Nr.", FormText.Nothing),
        Wml.Run(" vom "),
        Wml.Value(Tags.Date, "Datum", FormText.Nothing)));

    public Footer Footer() => new(
        Wml.Paragraph(StyleNames.Footer, Wml.Value(DocumentFrame.UseTag, "Zulässige Verwendung", form.Use)),
        Wml.Paragraph(StyleNames.Footer, [Wml.Value(DocumentFrame.StandingTag, "Stand", "Stand: Entwurf"), Wml.Tab(), .. PageOfPages()]));

    private IEnumerable<OpenXmlElement> Head()
    {
        yield return Wml.Paragraph(StyleNames.Letterhead, Wml.Value(DocumentFrame.DistrictNameTag, "Kreisverband", "Kreisverband"));
        yield return Wml.Paragraph(StyleNames.Title, Wml.Run(forPartners ? EditionWords.TitleOf(form) : form.Title));

        // An assembly is its own organ: its title says already what met.
        yield return Wml.Paragraph(
            StyleNames.Subtitle,
            [
                .. form.IsAssembly ? Array.Empty<OpenXmlElement>() : [Board(), Wml.Run(", "), Kind(), Wml.Run(" ")],
                Wml.Value(Tags.Number, "Sitzung Nr.", FormText.Nothing),
                Wml.Run(" vom "),
                Wml.Value(Tags.Date, "Datum", FormText.Nothing),
            ]);
        if (forPartners)
            yield return Wml.Paragraph(StyleNames.PartnerNote, Wml.Value(DocumentFrame.NoteTag, "Zu dieser Fassung", ""));
    }

    private SdtRun Board() => Wml.Value(Tags.Board, "Gremium", form.Board);

    private SdtRun Kind() => Wml.Choice(Tags.Kind, "Sitzungsart", FormWords.Kinds.Words, FormWords.Kinds[form.Kinds[0]]);

    private IEnumerable<OpenXmlElement> Meeting()
    {
        (string, OpenXmlElement[])[] organ = form.IsAssembly ? [("Gremium", [Board()]), ("Sitzungsart", [Kind()])] : [];
        yield return Section("Sitzung");
        yield return Lines(
        [
            .. organ,
            ("Datum", [Wml.Value(Tags.Date, "Datum", FormText.Nothing)]),
            ("Letzter Tag", [Wml.Value(Tags.EndDate, "Letzter Tag", FormText.Nothing)]),
            ("Beginn und Ende", [Wml.Value(Tags.Start, "Beginn", FormText.Nothing), Wml.Run(" bis "), Wml.Value(Tags.End, "Ende", FormText.Nothing)]),
            ("Unterbrechung", [Wml.Value(Tags.Interruptions, "Unterbrechungen", FormText.Nothing)]),
            ("Ort", [Wml.Value(Tags.Place, "Ort", FormText.Nothing)]),
            ("Form", [Wml.Choice(Tags.Form, "Form", FormWords.Forms.Words, FormWords.Forms[MeetingForm.InPerson])]),
            ("Protokollart", [Wml.Choice(Tags.Record, "Protokollart", FormWords.Records.Words, FormWords.Records[RecordKind.Results])]),
            ("Einladung", [Wml.Run("vom "), Wml.Value(Tags.InvitationSentOn, "Eingeladen am", FormText.Nothing), Wml.Run(", "), Wml.Value(Tags.InvitationHow, "Eingeladen wie", FormText.Nothing)]),
            ("Frist eingehalten", [Wml.Choice(Tags.InvitationInTime, "Frist eingehalten", [.. FormWords.YesNo.Words, FormText.Nothing], FormText.Nothing)]),
            ("Grund der Abweichung", [Wml.Value(Tags.InvitationReason, "Grund", FormText.Nothing)]),
            ("Sitzungsleitung", [Wml.Value(Tags.Chair, "Sitzungsleitung", FormText.Nothing)]),
            ("Protokollführung", [Wml.Value(Tags.MinuteTaker, "Protokollführung", FormText.Nothing)]),
        ]);
    }

    private IEnumerable<OpenXmlElement> Attendance()
    {
        yield return Section("Teilnahme");
        yield return Wml.Table(form.Attendance, [Wml.EmptyRow(form.Attendance)]);
        if (forPartners)
            yield return BelowTable(StyleNames.Detail, Wml.Value(EditionWords.AbsencesTag, "Abwesende", ""));
        if (form.IsJoint && !forPartners)
        {
            yield return Quorum("kreisverband-1", OfOneOfTwo("1"));
            yield return Quorum("kreisverband-2", OfOneOfTwo("2"));
        }
        else
        {
            yield return Quorum("kreisverband", []);
        }
    }

    private static OpenXmlElement[] OfOneOfTwo(string number) =>
        [Wml.Run($"Kreisverband {number}, Leitung "), Wml.Value(Tags.BoardChair, "Leitung", FormText.Nothing), Wml.Run(": ")];

    private SdtBlock Quorum(string district, OpenXmlElement[] naming) => Wml.Block(Tags.BoardOf(district), "Beschlussfähigkeit", BelowTable(
        null,
        [
            .. naming,
            Wml.Value(Tags.QuorumPresent, "anwesend", FormText.Nothing),
            Wml.Run(" von "),
            Wml.Value(Tags.QuorumElected, "gewählt", FormText.Nothing),
            Wml.Run($" {form.Members} anwesend, erforderlich sind "),
            Wml.Value(Tags.QuorumRequired, "erforderlich", FormText.Nothing),
            Wml.Run(". Beschlussfähig: "),
            Wml.Choice(Tags.QuorumEstablished, "beschlussfähig", [.. FormWords.YesNo.Words, FormText.Nothing], FormText.Nothing),
            Wml.Run(", festgestellt durch "),
            Wml.Value(Tags.QuorumEstablishedBy, "festgestellt durch", FormText.Nothing),
            Wml.Run(", "),
            Wml.Value(Tags.QuorumEstablishedAt, "festgestellt um", FormText.Nothing),
            Wml.Run("."),
        ]));

    private static IEnumerable<OpenXmlElement> AgendaOverview() =>
    [
        Section("Tagesordnung"),
        Wml.Block(Tags.AgendaList, "Übersicht der Tagesordnung", Wml.Paragraph(StyleNames.Label)),
        Lines(
            ("Änderungen", [Wml.Value(Tags.AgendaChanges, "Änderungen der Tagesordnung", FormText.Nothing)]),
            ("Beschlossen mit", [Wml.Value(Tags.AgendaAdopted, "Abstimmung über die Tagesordnung", FormText.Nothing)])),
    ];

    // The partner's form is never a blank page: what a meeting has none of goes away.
    private IEnumerable<OpenXmlElement> Reports() =>
        (forPartners ? [FixedTable.Circulation, FixedTable.FollowUps] : form.Reports).SelectMany(table => ReportSection(table, [Wml.EmptyRow(table)]));

    /// <summary>A section with one table, under the table's name.</summary>
    public static IEnumerable<OpenXmlElement> ReportSection(FixedTable table, IEnumerable<TableRow> rows) => [Section(table.Name), Wml.Table(table, rows)];

    private IEnumerable<OpenXmlElement> Items()
    {
        yield return Section("Beratung und Beschlüsse");
        if (form.IsJoint)
            yield return Wml.Paragraph(StyleNames.Detail, Wml.Run(FormWords.EachBoardVotes));
        foreach (var number in Enumerable.Range(1, MinutesTemplate.SpareItems))
            yield return SpareItem(number);
    }

    private SdtBlock SpareItem(int number) => Wml.Block(
        Tags.SpareItem(number),
        "Tagesordnungspunkt",
        Wml.Paragraph(StyleNames.Heading(StyleNames.ItemLevel), Wml.Run("TOP"), Wml.Tab(), Wml.Value(Tags.Title, "Titel", "")),
        Wml.Paragraph(
            StyleNames.Detail,
            Wml.Run("Für: "),
            Wml.Choice(Tags.Audience, "Für wen", FormWords.Audiences.Words, FormWords.Audiences[Audience.Undecided]),
            Wml.Run(" · Stand: "),
            Wml.Choice(Tags.Status, "Stand", FormWords.Statuses.Words, FormWords.Statuses[ItemStatus.DealtWith])),
        Wml.Block(Tags.Text, "Text", [Wml.Paragraph(null), .. EmptyTables(Spare)]));

    /// <summary>Tables with one empty row each, kept apart, and a place for the cursor behind the last.</summary>
    public static IEnumerable<OpenXmlElement> EmptyTables(IEnumerable<FixedTable> tables) =>
        tables.SelectMany(table => (OpenXmlElement[])[Wml.Table(table, [Wml.EmptyRow(table)]), Wml.Paragraph(StyleNames.Detail)]);

    private IEnumerable<OpenXmlElement> Close() =>
    [
        Section("Anlagen"),
        Wml.Table(FixedTable.Attachments, [Wml.EmptyRow(FixedTable.Attachments)]),
        Section("Abschluss"),
        Lines(
            ("Nächste Sitzung", [Wml.Value(Tags.NextDate, "Nächste Sitzung am", FormText.Nothing), Wml.Run(", "), Wml.Value(Tags.NextStart, "Nächste Sitzung um", FormText.Nothing), Wml.Run(", "), Wml.Value(Tags.NextPlace, "Nächste Sitzung wo", FormText.Nothing)]),
            ("Ausgefertigt", [Wml.Value(Tags.IssuedPlace, "Ausgefertigt in", FormText.Nothing), Wml.Run(", "), Wml.Value(Tags.IssuedDate, "Ausgefertigt am", FormText.Nothing)]),
            ("Verteiler", [Wml.Block(Tags.Distribution, "Verteiler", Value())])),
        Value(),
        Wml.Table(FixedTable.Signatures, Signatures()),
        Section("Genehmigungsvermerk"),
        Lines([
            ("Stand", [Wml.Choice(Tags.ApprovalState, "Stand", FormWords.ApprovalStates.Words, FormWords.ApprovalStates[ApprovalState.Draft])]),
            ("Freigegeben", [Wml.Value(Tags.ReleasedBy, "Freigegeben durch", FormText.Nothing), Wml.Run(", "), Wml.Value(Tags.ReleasedAt, "Freigegeben am", FormText.Nothing)]),
            ("Genehmigt am", [Wml.Value(Tags.ApprovedOn, "Genehmigt am", FormText.Nothing)]),
            ("In der Sitzung", [Wml.Value(Tags.ApprovedIn, "Genehmigt in der Sitzung", FormText.Nothing), Wml.Run(", TOP "), Wml.Value(Tags.ApprovedByItem, "Genehmigt unter TOP", FormText.Nothing)]),
            ("Abstimmung", [Wml.Value(Tags.ApprovedByVote, "Abstimmung über die Genehmigung", FormText.Nothing)]),
            ("Fassung", [Wml.Value(Tags.VersionNumber, "Fassung", "1")]),
            ("Ersetzt Fassung", [Wml.Value(Tags.VersionReplaces, "Ersetzt Fassung", FormText.Nothing)]),
            ("Änderung", [Wml.Value(Tags.VersionNote, "Was geändert wurde", FormText.Nothing)]),
            .. Original]),
        Wml.Paragraph(
            StyleNames.Detail,
            Wml.Run("Kennung "),
            Wml.Value(Tags.MinutesId, "Kennung des Protokolls", FormText.Nothing),
            Wml.Run(" · Kreisverband "),
            Wml.Value(Tags.District, "Kennung des Kreisverbands", FormText.Nothing),
            Wml.Run($" · Vorlage {MinutesTemplate.Version}")),
    ];

    // Where the signed paper lies is the board's own business (R13).
    private (string, OpenXmlElement[])[] Original => forPartners
        ? []
        :
        [
            ("Unterschrieben am", [Wml.Value(Tags.OriginalSignedOn, "Unterschrieben am", FormText.Nothing)]),
            ("Original liegt", [Wml.Value(Tags.OriginalKept, "Original liegt", FormText.Nothing)]),
        ];

    // Whoever prints the blank form signs on it: a line for each, high enough for a pen; of two boards both chairs sign.
    private IEnumerable<TableRow> Signatures() => forPartners
        ? [Wml.EmptyRow(FixedTable.Signatures)]
        : (form.IsJoint ? new[] { SignatureRole.Chair, SignatureRole.Chair, SignatureRole.MinuteTaker } : [SignatureRole.Chair, SignatureRole.MinuteTaker]).Select(role =>
            Wml.Row(FixedTable.Signatures, [Wml.Lines(), Wml.Lines(FormWords.SignatureRoles[role]), Wml.Lines(), Wml.Lines()]).WithHeight(FixedTableWriter.SignatureHeight));

    public static Paragraph Section(string title) => Wml.Paragraph(StyleNames.Heading(StyleNames.SectionLevel), Wml.Run(title));

    // Label and value side by side; a layout table without heads, which the reader passes over.
    public static Table Lines(params (string Label, OpenXmlElement[] Value)[] lines) => new(
        [
            new TableProperties(
                new TableWidth { Width = "9470", Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa }),
                new TableLook { Val = "0000", FirstRow = false, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true }),
            new TableGrid(new GridColumn { Width = "2300" }, new GridColumn { Width = "7170" }),
            .. lines.Select(line => new TableRow(
                new TableRowProperties(new CantSplit()),
                Wml.Cell(2300, Wml.Paragraph(StyleNames.Label, Wml.Run(line.Label))),
                Wml.Cell(7170, line.Value is [SdtBlock block] ? block : Value(line.Value)))),
        ]);

    private static Paragraph Value(params OpenXmlElement[] content) =>
        new([new ParagraphProperties(new SpacingBetweenLines { Before = "20", After = "20" }), .. content]);

    private static Paragraph BelowTable(string? style, params OpenXmlElement[] content)
    {
        var paragraph = Wml.Paragraph(style, content);
        paragraph.ParagraphProperties ??= new ParagraphProperties();
        paragraph.ParagraphProperties.Append(new SpacingBetweenLines { Before = "120" });
        return paragraph;
    }

    /// <summary>"Seite x von y".</summary>
    public static IEnumerable<OpenXmlElement> PageOfPages() => [Wml.Run("Seite "), .. Field("PAGE"), Wml.Run(" von "), .. Field("NUMPAGES")];

    private static IEnumerable<OpenXmlElement> Field(string instruction) =>
    [
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        Wml.Run("1"),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    // DIN 5008: 25 mm to the left, for the file; A4.
    public static SectionProperties Page() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = WordParts.HeaderId },
        new FooterReference { Type = HeaderFooterValues.Default, Id = WordParts.FooterId },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1300, Bottom = 1400, Left = 1417, Right = 1019, Header = 600, Footer = 500, Gutter = 0 });
}
