using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>A PDF, or why there is none.</summary>
/// <param name="Reason">In a word for programs; null with a PDF.</param>
internal sealed record PdfOutcome(ReadOnlyMemory<byte>? Pdf, string? Reason)
{
    /// <summary>The partnership file names no place in the board's own library, or nobody may enter it.</summary>
    public static PdfOutcome NoLibrary { get; } = new(null, "no-library");

    /// <summary>The library does not convert now.</summary>
    public static PdfOutcome NotConverted { get; } = new(null, "not-converted");

    /// <summary>For people.</summary>
    public Bilingual? Why => Reason switch
    {
        null => null,
        "no-library" => new(
            "Ein PDF entsteht in der eigenen Bibliothek des Vorstands; die Partnerschaftsdatei nennt keine, oder niemand darf sie betreten (boardLibrary, ownLibrary).",
            "A PDF is made in the board's own library; the partnership file names none, or nobody may enter it (boardLibrary, ownLibrary)."),
        _ => new(
            "Die Bibliothek wandelt gerade nicht in PDF um (in der Sandbox nur mit LibreOffice).",
            "The library does not convert to PDF at the moment (in the sandbox only with LibreOffice)."),
    };
}
