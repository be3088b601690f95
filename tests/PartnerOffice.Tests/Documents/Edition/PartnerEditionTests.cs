using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Edition;

public sealed class PartnerEditionTests
{
    [Fact]
    public void Dump()
    {
        Directory.CreateDirectory("/tmp/look");
        var minutes = Samples.Minutes;
        File.WriteAllBytes("/tmp/look/board.docx", MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes, "Die Linke. Kreisverband Steinfurt")));
        File.WriteAllBytes("/tmp/look/template.docx", MinutesTemplate.Build().ToArray());
        var edition = Redactor.Redact(minutes, PartnershipSample.Read());
        File.WriteAllText("/tmp/look/edition.json", MinutesJson.Write(edition.Content));
        File.WriteAllBytes("/tmp/look/edition.docx", EditionRenderer.Render(edition).Bytes.ToArray());
        File.WriteAllLines("/tmp/look/withheld.txt", edition.Withheld.Select(w => $"{w.Place} {w.Kind} {w.Reason}").Concat(edition.HiddenNames));
    }
}
