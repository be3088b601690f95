using System.Text;
using ClosedXML.Excel;
using PartnerOffice.Core;
using PartnerOffice.Documents.Lists;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.OwnPeople;

/// <summary>Lists as boards keep them.</summary>
public sealed class PeopleListTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);
    private static readonly Partnership Sample = PartnershipSample.Read();

    private const string List = """
        Kreisvorstand Steinfurt;;;;;
        E-Mail-Adresse;Name, Vorname;Stimmrecht;Amt;seit;bis
        lia@example.org;Liste, Lia;ja;Beisitz;1. Januar 2027;
        ;Probe, Clara;x;Schatzmeisterin;22.11.25;31.12.2026
        frank.formular@example.org;Formular, Frank;ja;Schriftführung;1.1.27;offen
        ;Ohne;ja;Beisitz;2027;
        ;Neu, Nils;vielleicht;Beisitz;01.01.2027;
        kein-Mail;Muster, Bernd;ja;;;
        """;

    [Fact]
    public void A_list_in_any_order_of_columns_becomes_changes_and_says_what_it_did_not_understand()
    {
        var read = Read(Encoding.UTF8.GetBytes(List));

        Assert.Equal(
            [
                new PeopleChange.PersonAdded(Id("st-08"), "Lia Liste"),
                new PeopleChange.TermBegun(Id("st-08"), new Term("Beisitz", true, new(2027, 1, 1), null)),
                new PeopleChange.AddressAdded(Id("st-08"), MailAddress.Parse("lia@example.org"), true),
                new PeopleChange.TermEnded(Id("st-03"), new(2026, 12, 31)),
                new PeopleChange.TermEnded(Id("st-06"), new(2026, 12, 31)),
                new PeopleChange.TermBegun(Id("st-06"), new Term("Schriftführung", true, new(2027, 1, 1), null)),
                new PeopleChange.PersonAdded(Id("st-09"), "Nils Neu"),
            ],
            read.Changes);
        Assert.Equal([6, 7, 8], read.Notes.Where(note => note.Line > 0).Select(note => note.Line));
        Assert.Contains(read.Notes, note => note.Sentence.German.Contains("Anna Beispiel steht nicht in der Liste", StringComparison.Ordinal));
        PeopleChanges.Apply(Sample, Sample.Districts[0].Id, read.Changes, Today);
    }

    [Fact]
    public void German_Excel_saves_in_the_letters_of_Windows_and_is_read_all_the_same()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Name;Funktion;von\nZoë Übermut;Gleichstellung;01.02.2027");

        Assert.Contains(new PeopleChange.PersonAdded(Id("st-08"), "Zoë Übermut"), Read(windows).Changes);
    }

    [Fact]
    public void A_workbook_knows_its_days_whatever_they_look_like()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Vorstand");
        foreach (var (heading, column) in ((string[])["Vorname", "Nachname", "Funktion", "Von", "Stimmberechtigt"]).Select((heading, index) => (heading, index + 2)))
            sheet.Cell(3, column).Value = heading;
        (sheet.Cell(4, 2).Value, sheet.Cell(4, 3).Value, sheet.Cell(4, 4).Value, sheet.Cell(4, 6).Value) = ("Lia", "Liste", "Beisitz", "nein");
        sheet.Cell(4, 5).Value = new DateTime(2027, 1, 1);
        sheet.Cell(4, 5).Style.DateFormat.Format = "d. MMMM yyyy";
        using var stream = new MemoryStream();
        book.SaveAs(stream);

        var read = Read(stream.ToArray());

        Assert.Equal([new PeopleChange.PersonAdded(Id("st-08"), "Lia Liste"), new PeopleChange.TermBegun(Id("st-08"), new Term("Beisitz", false, new(2027, 1, 1), null))], read.Changes);
    }

    [Fact]
    public void The_board_as_it_is_entered_changes_nothing()
    {
        var lines = Sample.Districts[0].People.Select(person => $"{person.Name};{person.Terms[0].Function};{person.Terms[0].From:dd.MM.yyyy};ja");

        var read = Read(Encoding.UTF8.GetBytes("Name;Funktion;von;Stimmrecht\n" + string.Join('\n', lines)));

        Assert.Empty(read.Changes);
        Assert.Empty(read.Notes);
    }

    [Theory]
    [InlineData("Das ist ein Brief, keine Liste.\nEr hat zwei Zeilen.")]
    [InlineData("")]
    public void What_is_no_list_changes_nothing_and_says_so(string text)
    {
        var read = Read(Encoding.UTF8.GetBytes(text));

        Assert.Empty(read.Changes);
        Assert.Contains("Kopfzeile", Assert.Single(read.Notes).Sentence.German, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_refused_with_a_way_out() => Assert.Throws<ListFileException>(() => ListFile.Read(new byte[] { 0x89, 0x50, 0, 0, 1 }));

    private static PeopleListReading Read(byte[] list) => PeopleList.Read(ListFile.Read(list), Sample, Sample.Districts[0].Id, Today);

    private static PersonId Id(string id) => PersonId.Parse(id);
}
