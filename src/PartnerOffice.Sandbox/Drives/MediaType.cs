namespace PartnerOffice.Sandbox;

/// <summary>The media type that SharePoint derives from a file's extension; what the client says of its bytes does not count.</summary>
internal static class MediaType
{
    public static string Of(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".DOCX" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".DOTX" => "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
        ".XLSX" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".PPTX" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ".PDF" => "application/pdf",
        ".TXT" => "text/plain",
        ".JSON" => "application/json",
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".EML" => "message/rfc822",
        _ => "application/octet-stream",
    };

    public static bool IsOffice(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() is ".DOCX" or ".XLSX" or ".PPTX";
}
