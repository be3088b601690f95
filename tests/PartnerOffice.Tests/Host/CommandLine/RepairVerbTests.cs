using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.CommandLine;

/// <summary>The command as a secretary starts it: documents of several kinds at once, each comes back in its own form.</summary>
public sealed class RepairVerbTests : IDisposable
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_of_several_minutes_comes_back_in_the_form_of_its_meeting()
    {
        var kinds = (MeetingKind[])[MeetingKind.JointRetreat, MeetingKind.DistrictConference, MeetingKind.MembersAssembly];

        var repaired = await OfficeVerb.RunAsync(["minutes", "repair", .. kinds.Select(WithoutControls), "--out", folder.File("neu"), "--json"]);

        Assert.True(repaired.ExitCode == 0, repaired.Output + repaired.Errors);
        foreach (var kind in kinds)
        {
            var bytes = await File.ReadAllBytesAsync(folder.File($"neu/{kind} - wiederhergestellt.docx"), TestContext.Current.CancellationToken);
            Assert.Equal(MinutesJson.Write(MinutesOfKind.Of(kind)), MinutesJson.Write(Reading.Of(bytes).Minutes!));
            Assert.Equal(PackageText.Lines(Filled(kind)), PackageText.Lines(bytes));
        }
    }

    [Fact]
    public async Task Other_minutes_are_refused_with_the_way_out()
    {
        var refused = await OfficeVerb.RunAsync("minutes", "repair", Samples.PathOf("imported/01-top-briefkopf.docx"), "--out", folder.File("neu.docx"));

        Assert.Equal(4, refused.ExitCode);
        Assert.Contains("minutes import", refused.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Gleich geblieben", refused.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("neu.docx")));
    }

    private string WithoutControls(MeetingKind kind)
    {
        var file = folder.File($"{kind}.docx");
        File.WriteAllBytes(file, WordSave.Of(Filled(kind), body =>
        {
            foreach (var control in body.Descendants(W + "sdt").Reverse().ToList())
                control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
        }));
        return file;
    }

    // The partnership that comes with the program is the sample.
    private static byte[] Filled(MeetingKind kind) => MinutesWriter.Fill(MinutesTemplate.Build(kind), MinutesOfKind.Of(kind), DocumentFrame.Of(MinutesOfKind.Of(kind), PartnershipSample.Read()));
}
