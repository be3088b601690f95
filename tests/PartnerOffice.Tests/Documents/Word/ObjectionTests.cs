using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;
using static PartnerOffice.Tests.Support.Objected;

namespace PartnerOffice.Tests.Documents.Word;

public sealed class ObjectionTests
{
    private const string Accept = "accept";
    private const string Reject = "reject";

    private static readonly string Replaced = Paragraph($"{Run("Die Anträge wurden ")}<w:del {By}>{Gone("kurz")}</w:del><w:ins {By}>{Run("ausführlich")}</w:ins>{Run(" beraten.")}");

    /// <summary>The blocks, the kind, old and new words, and the text after accepting and after rejecting.</summary>
    public static TheoryData<string, string, ObjectionKind, string, string, string, string> Changes => new()
    {
        { "replacement", Replaced, ObjectionKind.Replacement, "kurz", "ausführlich", "Die Anträge wurden ausführlich beraten.\n", "Die Anträge wurden kurz beraten.\n" },
        { "insertion", Paragraph($"{Run("Beraten")}<w:ins {By}>{Run(" und vertagt")}</w:ins>{Run(".")}"), ObjectionKind.Insertion, "", "und vertagt", "Beraten und vertagt.\n", "Beraten.\n" },
        { "deletion", Paragraph($"{Run("Beraten")}<w:del {By}>{Gone(" und vertagt")}</w:del>{Run(".")}"), ObjectionKind.Deletion, "und vertagt", "", "Beraten.\n", "Beraten und vertagt.\n" },
        {
            "inserted paragraph",
            Paragraph(Run("Erstens.")) + Paragraph($"<w:ins {By}>{Run("Zweitens.")}</w:ins>", $"<w:pPr><w:rPr><w:ins {By}/></w:rPr></w:pPr>") + Paragraph(Run("Drittens.")),
            ObjectionKind.Insertion, "", "Zweitens.", "Erstens.\nZweitens.\nDrittens.\n", "Erstens.\nDrittens.\n"
        },
        {
            "joined paragraphs",
            Paragraph(Run("Erstens, "), $"<w:pPr><w:rPr><w:del {By}/></w:rPr></w:pPr>") + Paragraph(Run("zweitens.")),
            ObjectionKind.Deletion, "", "", "Erstens, zweitens.\n", "Erstens, \nzweitens.\n"
        },
        {
            "formatting",
            Paragraph(Run("Beraten.", $"<w:rPr><w:b/><w:rPrChange {By}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>")),
            ObjectionKind.Formatting, "Beraten.", "Beraten.", "Beraten.\n", "Beraten.\n"
        },
        {
            "move",
            Paragraph($"<w:moveFromRangeStart w:id=\"7\" w:name=\"m1\" w:author=\"Clara Probe\" w:date=\"2026-07-20T10:00:00Z\"/><w:moveFrom {By}>{Run("Später.")}</w:moveFrom><w:moveFromRangeEnd w:id=\"7\"/>{Run("Erstens.")}")
                + Paragraph($"{Run("Zweitens.")}<w:moveToRangeStart w:id=\"8\" w:name=\"m1\" w:author=\"Clara Probe\" w:date=\"2026-07-20T10:00:00Z\"/><w:moveTo {By}>{Run("Später.")}</w:moveTo><w:moveToRangeEnd w:id=\"8\"/>"),
            ObjectionKind.Move, "Später.", "Später.", "Erstens.\nZweitens.Später.\n", "Später.Erstens.\nZweitens.\n"
        },
        {
            "table row",
            $"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4000\"/></w:tblGrid><w:tr><w:tc><w:tcPr/>{Paragraph(Run("Alt"))}</w:tc></w:tr><w:tr><w:trPr><w:ins {By}/></w:trPr><w:tc><w:tcPr/>{Paragraph($"<w:ins {By}>{Run("Neu")}</w:ins>", $"<w:pPr><w:rPr><w:ins {By}/></w:rPr></w:pPr>")}</w:tc></w:tr></w:tbl>" + Paragraph(Run("Danach.")),
            ObjectionKind.Insertion, "", "Neu", "Alt\nNeu\nDanach.\n", "Alt\nDanach.\n"
        },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_is_one_objection_with_its_place_and_is_taken_over_or_back_with_one_action(
        string what, string blocks, ObjectionKind kind, string old, string added, string accepted, string rejected)
    {
        var document = With(blocks);

        var objection = Assert.Single(Read(document).Objections);

        Assert.Equal((kind, "Clara Probe", "TOP 3", old, added), (objection.Kind, objection.Author, objection.Place, objection.Old, objection.New));
        Assert.Equal(new DateTimeOffset(2026, 7, 20, 10, 0, 0, TimeSpan.Zero), objection.At);
        foreach (var (answer, expected) in new[] { (Accept, accepted), (Reject, rejected) })
        {
            var settled = Settle(document, ("1", answer));
            Assert.True(Text(settled).Contains(expected, StringComparison.Ordinal), $"{what} {answer}: {Text(settled)}");
            Assert.Empty(Read(settled).Objections);
            Assert.DoesNotContain(Reading.Of(settled).Findings, finding => finding.Rule == "V18");
            Assert.Empty(WordValidity.ErrorsOf(settled));
        }
    }

    [Fact]
    public void Rejecting_a_format_brings_the_old_one_back()
    {
        var document = With(Paragraph(Run("Beraten.", $"<w:rPr><w:b/><w:rPrChange {By}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>"), $"<w:pPr><w:jc w:val=\"center\"/><w:rPr><w:b/></w:rPr><w:pPrChange {By}><w:pPr><w:jc w:val=\"right\"/></w:pPr></w:pPrChange></w:pPr>"));

        var rejected = Xml(Settle(document, ("1", Reject)));
        var accepted = Xml(Settle(document, ("1", Accept)));

        Assert.Contains("<w:pPr><w:jc w:val=\"right\" /><w:rPr><w:b /></w:rPr></w:pPr><w:r><w:rPr><w:i /></w:rPr>", rejected, StringComparison.Ordinal);
        Assert.Contains("<w:pPr><w:jc w:val=\"center\" /><w:rPr><w:b /></w:rPr></w:pPr><w:r><w:rPr><w:b /></w:rPr>", accepted, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_authors_are_two_objections_and_what_one_of_them_gets_leaves_the_other_in_peace()
    {
        var document = With(Paragraph($"<w:ins {By}>{Run("Neu ")}<w:del {Other}>{Gone("und gut ")}</w:del></w:ins>{Run("beraten.")}<w:ins {Other}>{Run(" Einstimmig.")}</w:ins>"));
        var before = Read(document);

        var settled = Settle(document, (before.Objections[2].Key, Accept));
        var all = Settle(settled, ("1", Accept), ("2", Reject));

        Assert.Equal(["Clara Probe", "Dirk Vorlage", "Dirk Vorlage"], before.Objections.Select(one => one.Author));
        Assert.Equal(before.Objections.Take(2).Select(one => one.Key), Read(settled).Objections.Select(one => one.Key));
        Assert.Contains("Neu und gut beraten. Einstimmig.\n", Text(all), StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_comes_with_its_replies_and_goes_with_them_and_with_the_part_that_held_it()
    {
        var anchored = Paragraph($"<w:commentRangeStart w:id=\"0\"/>{Run("Die Anträge")}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:commentReference w:id=\"1\"/></w:r>{Run(" wurden beraten.")}");
        var document = With(anchored, Comment(0, "Clara Probe", "Welche denn?", "0000AAAA") + Comment(1, "Dirk Vorlage", "Alle vier.", "0000BBBB"), "<w15:commentEx w15:paraId=\"0000AAAA\" w15:done=\"0\"/><w15:commentEx w15:paraId=\"0000BBBB\" w15:paraIdParent=\"0000AAAA\" w15:done=\"0\"/>");

        var comment = Assert.Single(Read(document).Objections);
        var settled = Settle(document, ("1", "answer"));

        Assert.Equal((ObjectionKind.Comment, "TOP 3", "Die Anträge", "Welche denn?"), (comment.Kind, comment.Place, comment.Old, comment.Text));
        Assert.Equal([new ObjectionReply("Dirk Vorlage", new(2026, 7, 20, 10, 0, 0, TimeSpan.Zero), "Alle vier.")], comment.Replies);
        Assert.Contains("Die Anträge wurden beraten.\n", Text(settled), StringComparison.Ordinal);
        Assert.DoesNotContain(PackageText.Parts(settled).Keys, name => name.Contains("comments", StringComparison.Ordinal));
        Assert.Equal(PackageText.Parts(Plain).Keys.Order(), PackageText.Parts(settled).Keys.Order());
        Assert.DoesNotContain(Reading.Of(settled).Findings, finding => finding.Rule == "V18");
        Assert.Empty(WordValidity.ErrorsOf(settled));
    }

    [Fact]
    public void Everything_else_of_the_file_stays_byte_for_byte()
    {
        var document = With(Replaced);
        var (before, after) = (PackageText.Parts(document), PackageText.Parts(Settle(document, ("1", Reject))));

        Assert.All(before.Where(part => part.Key != "word/document.xml"), part => Assert.Equal(part.Value, after[part.Key]));
        // The reader sees the same minutes, apart from the sentence.
        Assert.Equal(Samples.Minutes.Items.Count, Reading.Of(Settle(document, ("1", Reject))).Minutes!.Items.Count);
    }

    [Fact]
    public void What_is_not_there_or_not_of_that_kind_changes_nothing_and_says_what_to_do()
    {
        var document = With(Replaced, Comment(0, "Clara Probe", "Welche denn?", "0000AAAA"));
        var read = Read(document);

        Assert.Equal(["no-such-objection", "is-change", "is-comment"], new[] { ("9", ObjectionAnswer.Accept), ("1", ObjectionAnswer.Answer), ("2", ObjectionAnswer.Accept) }
            .Select(answer => Assert.Throws<ObjectionException>(() => read.Settle([answer])).Code));
        Assert.Equal("außerhalb der TOPs", read.Objections[1].Place);
    }

    private static ObjectionDocument Read(byte[] document) => ObjectionDocument.Read(PackageGate.Inspect(document, PackageKind.Word));

    private static byte[] Settle(byte[] document, params (string Named, string Answer)[] answers) =>
        Read(document).Settle([.. answers.Select(answer => (answer.Named, Enum.Parse<ObjectionAnswer>(answer.Answer, ignoreCase: true)))]);

    private static string Xml(byte[] document) => System.Text.Encoding.UTF8.GetString(PackageText.Parts(document)["word/document.xml"]);
}
