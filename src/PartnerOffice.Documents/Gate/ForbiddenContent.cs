using System.Xml;

namespace PartnerOffice.Documents.Gate;

/// <summary>What is refused because it runs, hides a second document, or would break: the first row of D15.</summary>
/// <remarks>Judged four times, since each alone can lie: by declared type, by relationship, by element and by the first bytes.</remarks>
internal static class ForbiddenContent
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string WordStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string SheetStrict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const string OldOffice = "urn:schemas-microsoft-com:office:office";

    // Types of whole files, as they are declared for what lies in "embeddings".
    private static readonly HashSet<string> WholeFiles = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
        "application/vnd.openxmlformats-officedocument.presentationml.slide",
        "application/vnd.openxmlformats-officedocument.package",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.visio",
        "application/pdf",
    };

    private static readonly HashSet<string> ForeignTexts = new(StringComparer.OrdinalIgnoreCase)
    {
        "text/html", "application/xhtml+xml", "application/rtf", "text/rtf", "message/rfc822", "multipart/related", "application/msword",
    };

    /// <summary>Judges a part by its name and its declared type.</summary>
    public static void RefuseType(string name, string? type, bool isChartData)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        if (file.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase) || file.Equals("vbaData.xml", StringComparison.OrdinalIgnoreCase)
            || Says(type, "macroEnabled") || Says(type, "vbaProject") || Says(type, "vbaData") || Says(type, "macrosheet"))
        {
            throw new GateRefusal(GateCode.Macros, name);
        }

        if (Says(type, "digital-signature"))
        {
            throw new GateRefusal(GateCode.DigitallySigned, name);
        }

        if (Says(type, "oleObject") || Says(type, "activeX"))
        {
            throw new GateRefusal(GateCode.OleObject, name);
        }

        if (type is not null && ForeignTexts.Contains(type))
        {
            throw new GateRefusal(GateCode.ForeignContent, name);
        }

        if (type is not null && WholeFiles.Contains(type) && !isChartData)
        {
            throw new GateRefusal(GateCode.EmbeddedPackage, name);
        }
    }

    /// <summary>Judges a relationship by its type, wherever it leads.</summary>
    /// <param name="sourceType">The declared type of the part it belongs to.</param>
    public static void RefuseRelationship(PackageRelationship relationship, string? sourceType)
    {
        GateCode? code = relationship.Kind.ToUpperInvariant() switch
        {
            "AFCHUNK" => GateCode.ForeignContent,
            "SUBDOCUMENT" => GateCode.SubDocument,
            "OLEOBJECT" or "CONTROL" or "ACTIVEXCONTROLBINARY" => GateCode.OleObject,
            "PACKAGE" when !IsChartData(relationship, sourceType) => GateCode.EmbeddedPackage,
            "XLMACROSHEET" or "XLINTLMACROSHEET" or "WORDVBADATA" or "ATTACHEDTOOLBARS" => GateCode.Macros,
            var kind when kind.StartsWith("VBAPROJECT", StringComparison.Ordinal) => GateCode.Macros,
            _ when Says(relationship.Type, "digital-signature") => GateCode.DigitallySigned,
            _ => null,
        };
        if (code is { } refused)
        {
            throw new GateRefusal(refused, relationship.Source);
        }
    }

    /// <summary>Whether it leads from a chart to the workbook behind it. D15 withholds charts, so their data passes, unopened.</summary>
    public static bool IsChartData(PackageRelationship relationship, string? sourceType) =>
        relationship.Kind.Equals("package", StringComparison.OrdinalIgnoreCase) && !relationship.IsExternal
        && (Says(sourceType, "drawingml.chart+xml") || Says(sourceType, "chartex+xml"));

    /// <summary>Judges an element by its name: relationships can be missing or misnamed.</summary>
    public static void RefuseElement(XmlReader element, string place)
    {
        GateCode? code = (element.NamespaceURI, element.LocalName) switch
        {
            (Word or WordStrict, "altChunk") => GateCode.ForeignContent,
            (Word or WordStrict, "subDoc") => GateCode.SubDocument,
            (Word or WordStrict, "objectEmbed" or "objectLink" or "control") => GateCode.OleObject,
            (Sheet or SheetStrict, "oleObject" or "oleLink") => GateCode.OleObject,
            (OldOffice, "OLEObject") => GateCode.OleObject,
            _ => null,
        };
        if (code is { } refused)
        {
            throw new GateRefusal(refused, place);
        }
    }

    /// <summary>Judges a part that is no XML by its first bytes.</summary>
    public static void RefuseBytes(ReadOnlySpan<byte> start, string name, bool isChartData)
    {
        if (FileSignature.IsOle(start))
        {
            throw new GateRefusal(GateCode.OleObject, name);
        }

        GateCode? code = FileSignature.IsZip(start) ? GateCode.EmbeddedPackage : FileSignature.NameOf(start) switch
        {
            "pdf" => GateCode.EmbeddedPackage,
            "rtf" or "html" or "mht" => GateCode.ForeignContent,
            _ => null,
        };
        if (code is { } refused && !(isChartData && refused == GateCode.EmbeddedPackage))
        {
            throw new GateRefusal(refused, name);
        }
    }

    private static bool Says(string? type, string word) => type?.Contains(word, StringComparison.OrdinalIgnoreCase) is true;
}
