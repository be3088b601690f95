using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace PartnerOffice.Tests.Support;

/// <summary>What Microsoft's validator says of a document; nothing where Word opens it without a word.</summary>
internal static class WordValidity
{
    public static IReadOnlyList<string> ErrorsOf(byte[] document)
    {
        using var stream = new MemoryStream(document);
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }
}
