using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

public sealed class MinutesInWordTests
{
    [Fact]
    public void The_sample_filled_and_read_is_the_same_text()
    {
        var document = Fill(Samples.Minutes);

        var reading = MinutesReader.Read(document);

        Assert.Empty(reading.Findings);
        Assert.Equal(Samples.MinutesText.ReplaceLineEndings("\n").TrimEnd(), MinutesJson.Write(reading.Minutes!).TrimEnd());
    }

    [Fact]
    public void A_filled_document_is_valid_for_Word()
    {
        using var stream = new MemoryStream(Fill(Samples.Minutes));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");

        Assert.Empty(errors);
    }

    private static byte[] Fill(Minutes minutes) => MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes));
}
