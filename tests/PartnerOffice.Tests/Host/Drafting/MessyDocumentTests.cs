using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Drafting;
using PartnerOffice.Tests.Core.Checking;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Drafting;

/// <summary>A long document in which almost everything is wrong: what the check says must stay readable.</summary>
public sealed class MessyDocumentTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void A_long_messy_document_names_each_cause_once_in_the_order_of_weight()
    {
        var findings = Findings();

        Assert.InRange(findings.Count, 10, 60);
        Assert.Equal(findings.OrderBy(finding => finding.Weight).Select(finding => finding.Weight), findings.Select(finding => finding.Weight));
        Assert.Equal(findings.Select(finding => (finding.Rule, finding.Place)).Distinct(), findings.Select(finding => (finding.Rule, finding.Place)));
        Assert.Equal(findings.Select(finding => (finding.Place, finding.Message.German)).Distinct(), findings.Select(finding => (finding.Place, finding.Message.German)));
    }

    [Fact]
    public void What_many_rows_lack_is_one_finding()
    {
        var findings = Findings();

        Assert.Single(findings, finding => finding.Place.StartsWith("Teilnahme", StringComparison.Ordinal) && finding.Message.German.StartsWith("Bei ", StringComparison.Ordinal));
        Assert.Single(findings, finding => finding.Place == "Sitzungsleitung");
        Assert.Single(findings, finding => finding.Rule == "V25" && finding.Message.German.Contains("Kopfzeile", StringComparison.Ordinal));
    }

    private static IReadOnlyList<Finding> Findings()
    {
        var minutes = Messy();
        var document = WordSave.Of(MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes)), Spoil);
        var package = PackageGate.Inspect(document, PackageKind.Word);
        return DocumentCheck.Run(FormFindings.With(MinutesReader.Read(package), package), CheckContext.For(minutes, PartnershipSample.Read(), ChangedMinutes.Today));
    }

    private static Minutes Messy()
    {
        var sample = Samples.Minutes;
        var more = Enumerable.Range(20, 25).Select(number => sample.Items[3] with
        {
            Id = EntryId.Parse($"x{number}", null),
            Number = $"{number}",
            Resolutions = [sample.Items[3].Resolutions[0] with { Id = EntryId.Parse($"y{number}", null), Number = number % 2 == 0 ? "B 2026-07-04" : "", Vote = new Vote(true, 9, 9, 0, 0, VoteMode.Open), Outcome = Outcome.Unanimous }],
            Actions = [new ActionItem(EntryId.Parse($"z{number}", null), "Etwas erledigen", null, null, ActionState.Open, null, Audience.Undecided)],
        });
        return sample with
        {
            End = new TimeOnly(18, 0),
            Invitation = null,
            Issued = null,
            Signatures = [],
            Items = [.. sample.Items, .. more.Take(3)],
            Boards = [sample.Boards[0] with { Quorum = sample.Boards[0].Quorum! with { Present = 2 } }],
        };
    }

    private static void Spoil(XElement body)
    {
        body.Descendants(W + "sdt").Where(control => control.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val")?.Value == "po:chair").ToList().ForEach(control => control.Remove());
        body.Descendants(W + "tblHeader").ToList().ForEach(mark => mark.Remove());
        foreach (var row in body.Descendants(W + "tbl").First(table => table.Value.StartsWith("NameFunktion", StringComparison.Ordinal)).Elements(W + "tr").Skip(1))
            row.Elements(W + "tc").ElementAt(2).Descendants(W + "r").ToList().ForEach(run => run.Remove());
    }
}
