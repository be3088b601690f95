using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;
using PartnerOffice.Documents.Packaging;

namespace PartnerOffice.Documents.Word;

/// <summary>The delivered template for the minutes of a district board: standard form, real styles, spare agenda items.</summary>
/// <remarks>Built from code, byte for byte the same each time. People may restyle it; the controls and table heads are its contract.</remarks>
public static class MinutesTemplate
{
    /// <summary>Counts changes of the template's contract; it stands in each document (R38).</summary>
    public const int Version = 1;

    /// <summary>In Word on the web nothing may be inserted live, so a draft carries spare agenda items (R2).</summary>
    public const int SpareItems = 5;

    /// <summary>The name of the delivered file.</summary>
    public const string FileName = "protokoll-kreisvorstand.docx";

    private static readonly Lazy<byte[]> Delivered = new(() => Build(FormEdition.Board).ToBytes());
    private static readonly Lazy<byte[]> ForPartners = new(() => Build(FormEdition.Partner).ToBytes());

    /// <summary>The template as a .docx.</summary>
    public static ReadOnlyMemory<byte> Build() => Delivered.Value;

    /// <summary>The form of the partner edition: always ours, never a district's own file.</summary>
    internal static PartsPackage PartnerForm() => PartsPackage.Read(ForPartners.Value);

    private static PartsPackage Build(FormEdition edition)
    {
        var package = new PartsPackage();
        var body = new Body(Head(edition).Concat(Meeting()).Concat(Attendance(edition)).Concat(AgendaOverview()).Concat(Reports()).Concat(Items()).Concat(Close()));
        body.Append(Page());
        var document = new Document(body);
        var header = new Header(Wml.Paragraph(
            StyleNames.Header,
            Wml.Value(DocumentFrame.DistrictNameTag, "Kreisverband", "Kreisverband"),
            Wml.Run(" · Protokoll "),
            Wml.Value(Tags.Number, "Sitzung Nr.", FormText.Nothing),
            Wml.Run(" vom "),
            Wml.Value(Tags.Date, "Datum", FormText.Nothing)));
        var footer = new Footer(
            Wml.Paragraph(StyleNames.Footer, Wml.Value(DocumentFrame.UseTag, "Zulässige Verwendung", DocumentFrame.BoardUse)),
            Wml.Paragraph(StyleNames.Footer, [Wml.Value(DocumentFrame.StandingTag, "Stand", "Entwurf"), Wml.Tab(), Wml.Run("Seite "), .. Field("PAGE"), Wml.Run(" von "), .. Field("NUMPAGES")]));
        Controls.Number(document, header, footer);

        package.SetXml("[Content_Types].xml", WordParts.ContentTypes(withCustomProperties: edition == FormEdition.Board));
        package.SetXml("_rels/.rels", WordParts.PackageRelationships(withCustomProperties: edition == FormEdition.Board));
        package.SetXml("docProps/core.xml", WordParts.CoreProperties(new WordParts.Core("Protokoll", null, null, null)));
        if (edition == FormEdition.Board)
            package.SetXml("docProps/custom.xml", WordParts.CustomProperties(null));
        package.SetXml("word/document.xml", document.OuterXml);
        package.SetXml("word/header1.xml", header.OuterXml);
        package.SetXml("word/footer1.xml", footer.OuterXml);
        package.SetXml("word/_rels/document.xml.rels", WordParts.DocumentRelationships([]));
        foreach (var part in (string[])["styles.xml", "numbering.xml", "settings.xml"])
            package.SetXml("word/" + part, WordParts.Resource(part));
        return package;
    }

    private static IEnumerable<OpenXmlElement> Head(FormEdition edition)
    {
        yield return Wml.Paragraph(StyleNames.Letterhead, Wml.Value(DocumentFrame.DistrictNameTag, "Kreisverband", "Kreisverband"));
        yield return Wml.Paragraph(StyleNames.Title, Wml.Run(edition == FormEdition.Board ? "Protokoll" : "Protokoll – Partnerfassung"));
        yield return Wml.Paragraph(
            StyleNames.Subtitle,
            Wml.Value(Tags.Board, "Gremium", "Kreisvorstand"),
            Wml.Run(", "),
            Wml.Choice(Tags.Kind, "Sitzungsart", FormWords.Kinds.Words, FormWords.Kinds[MeetingKind.BoardMeeting]),
            Wml.Run(" "),
            Wml.Value(Tags.Number, "Sitzung Nr.", FormText.Nothing),
            Wml.Run(" vom "),
            Wml.Value(Tags.Date, "Datum", FormText.Nothing));
        if (edition == FormEdition.Partner)
            yield return Wml.Paragraph(StyleNames.PartnerNote, Wml.Value(DocumentFrame.NoteTag, "Zu dieser Fassung", ""));
    }

    private static IEnumerable<OpenXmlElement> Meeting() =>
    [
        Section("Sitzung"),
        Lines(
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
            ("Protokollführung", [Wml.Value(Tags.MinuteTaker, "Protokollführung", FormText.Nothing)])),
    ];

    private static IEnumerable<OpenXmlElement> Attendance(FormEdition edition)
    {
        yield return Section("Teilnahme");
        yield return Wml.Table(FixedTable.Attendance, [EmptyRow(FixedTable.Attendance)]);
        if (edition == FormEdition.Partner)
            yield return BelowTable(StyleNames.Detail, Wml.Value(EditionWords.AbsencesTag, "Abwesende", ""));
        yield return Wml.Block(Tags.BoardOf("kreisverband"), "Beschlussfähigkeit", BelowTable(
            null,
            Wml.Value(Tags.QuorumPresent, "anwesend", FormText.Nothing),
            Wml.Run(" von "),
            Wml.Value(Tags.QuorumElected, "gewählt", FormText.Nothing),
            Wml.Run(" gewählten Mitgliedern anwesend, erforderlich sind "),
            Wml.Value(Tags.QuorumRequired, "erforderlich", FormText.Nothing),
            Wml.Run(". Beschlussfähig: "),
            Wml.Choice(Tags.QuorumEstablished, "beschlussfähig", [.. FormWords.YesNo.Words, FormText.Nothing], FormText.Nothing),
            Wml.Run(", festgestellt durch "),
            Wml.Value(Tags.QuorumEstablishedBy, "festgestellt durch", FormText.Nothing),
            Wml.Run(", "),
            Wml.Value(Tags.QuorumEstablishedAt, "festgestellt um", FormText.Nothing),
            Wml.Run(".")));
    }

    private static IEnumerable<OpenXmlElement> AgendaOverview() =>
    [
        Section("Tagesordnung"),
        Wml.Block(Tags.AgendaList, "Übersicht der Tagesordnung", Wml.Paragraph(StyleNames.Label)),
        Lines(
            ("Änderungen", [Wml.Value(Tags.AgendaChanges, "Änderungen der Tagesordnung", FormText.Nothing)]),
            ("Beschlossen mit", [Wml.Value(Tags.AgendaAdopted, "Abstimmung über die Tagesordnung", FormText.Nothing)])),
    ];

    private static IEnumerable<OpenXmlElement> Reports() =>
    [
        Section("Umlaufbeschlüsse"),
        Wml.Table(FixedTable.Circulation, [EmptyRow(FixedTable.Circulation)]),
        Section("Aufgabenkontrolle"),
        Wml.Table(FixedTable.FollowUps, [EmptyRow(FixedTable.FollowUps)]),
    ];

    private static IEnumerable<OpenXmlElement> Items() =>
        [Section("Beratung und Beschlüsse"), .. Enumerable.Range(1, SpareItems).Select(SpareItem)];

    private static OpenXmlElement SpareItem(int number) => Wml.Block(
        Tags.ItemPrefix + $"frei-{number}",
        "Tagesordnungspunkt",
        Wml.Paragraph(StyleNames.Heading(StyleNames.ItemLevel), Wml.Run("TOP"), Wml.Tab(), Wml.Value(Tags.Title, "Titel", "")),
        Wml.Paragraph(
            StyleNames.Detail,
            Wml.Run("Für: "),
            Wml.Choice(Tags.Audience, "Für wen", FormWords.Audiences.Words, FormWords.Audiences[Audience.Undecided]),
            Wml.Run(" · Stand: "),
            Wml.Choice(Tags.Status, "Stand", FormWords.Statuses.Words, FormWords.Statuses[ItemStatus.DealtWith])),
        Wml.Block(Tags.Text, "Text", Wml.Paragraph(null)));

    private static IEnumerable<OpenXmlElement> Close() =>
    [
        Section("Anlagen"),
        Wml.Table(FixedTable.Attachments, [EmptyRow(FixedTable.Attachments)]),
        Section("Abschluss"),
        Lines(
            ("Nächste Sitzung", [Wml.Value(Tags.NextDate, "Nächste Sitzung am", FormText.Nothing), Wml.Run(", "), Wml.Value(Tags.NextStart, "Nächste Sitzung um", FormText.Nothing), Wml.Run(", "), Wml.Value(Tags.NextPlace, "Nächste Sitzung wo", FormText.Nothing)]),
            ("Ausgefertigt", [Wml.Value(Tags.IssuedPlace, "Ausgefertigt in", FormText.Nothing), Wml.Run(", "), Wml.Value(Tags.IssuedDate, "Ausgefertigt am", FormText.Nothing)]),
            ("Verteiler", [Wml.Block(Tags.Distribution, "Verteiler", Value())])),
        Value(),
        Wml.Table(FixedTable.Signatures, [EmptyRow(FixedTable.Signatures)]),
        Section("Genehmigungsvermerk"),
        Lines(
            ("Stand", [Wml.Choice(Tags.ApprovalState, "Stand", FormWords.ApprovalStates.Words, FormWords.ApprovalStates[ApprovalState.Draft])]),
            ("Freigegeben", [Wml.Value(Tags.ReleasedBy, "Freigegeben durch", FormText.Nothing), Wml.Run(", "), Wml.Value(Tags.ReleasedAt, "Freigegeben am", FormText.Nothing)]),
            ("Genehmigt am", [Wml.Value(Tags.ApprovedOn, "Genehmigt am", FormText.Nothing)]),
            ("In der Sitzung", [Wml.Value(Tags.ApprovedIn, "Genehmigt in der Sitzung", FormText.Nothing), Wml.Run(", TOP "), Wml.Value(Tags.ApprovedByItem, "Genehmigt unter TOP", FormText.Nothing)]),
            ("Abstimmung", [Wml.Value(Tags.ApprovedByVote, "Abstimmung über die Genehmigung", FormText.Nothing)]),
            ("Fassung", [Wml.Value(Tags.VersionNumber, "Fassung", "1")]),
            ("Ersetzt Fassung", [Wml.Value(Tags.VersionReplaces, "Ersetzt Fassung", FormText.Nothing)]),
            ("Änderung", [Wml.Value(Tags.VersionNote, "Was geändert wurde", FormText.Nothing)])),
        Wml.Paragraph(
            StyleNames.Detail,
            Wml.Run("Kennung "),
            Wml.Value(Tags.MinutesId, "Kennung des Protokolls", FormText.Nothing),
            Wml.Run(" · Kreisverband "),
            Wml.Value(Tags.District, "Kennung des Kreisverbands", FormText.Nothing),
            Wml.Run($" · Vorlage {Version}")),
    ];

    private static Paragraph Section(string title) => Wml.Paragraph(StyleNames.Heading(StyleNames.SectionLevel), Wml.Run(title));

    // Label and value side by side; a layout table without heads, which the reader passes over.
    private static Table Lines(params (string Label, OpenXmlElement[] Value)[] lines) => new(
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

    private static TableRow EmptyRow(FixedTable form) => Wml.Row(form, [.. form.Columns.Select(_ => Wml.Lines())]);

    private static IEnumerable<OpenXmlElement> Field(string instruction) =>
    [
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        Wml.Run("1"),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    private static SectionProperties Page() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = WordParts.HeaderId },
        new FooterReference { Type = HeaderFooterValues.Default, Id = WordParts.FooterId },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1300, Bottom = 1200, Left = 1218, Right = 1218, Header = 600, Footer = 500, Gutter = 0 });

    private enum FormEdition
    {
        Board,
        Partner,
    }
}
