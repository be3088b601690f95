using System.Globalization;
using System.Security.Cryptography;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Documents.Edition;

/// <summary>
/// The note that lies in the place of an edition that was taken back: which minutes, when, why in a word from a list, and what to do. It is
/// made of fixed words, number, day and names of districts; nothing of the minutes' text can get into it (R16, D7).
/// </summary>
public sealed class WithdrawalNote
{
    private WithdrawalNote(byte[] bytes)
    {
        Bytes = bytes;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>In lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The note as a .docx; the same note is always the same bytes.</summary>
    /// <param name="number">The meeting's number.</param>
    /// <param name="meeting">The day of the meeting.</param>
    /// <param name="day">The day on which it is taken back.</param>
    public static WithdrawalNote Of(District sender, string number, DateOnly meeting, DateOnly day, WithdrawalReason reason)
    {
        ArgumentNullException.ThrowIfNull(sender);
        var title = $"Protokoll {number} vom {Day(meeting)}: zurückgezogen";
        var body = new Body(
        [
            Wml.Paragraph(StyleNames.Letterhead, Wml.Run(sender.Name)),
            Wml.Paragraph(StyleNames.Title, Wml.Run("Protokoll zurückgezogen")),
            Wml.Paragraph(StyleNames.Subtitle, Wml.Run($"{sender.BoardName} {sender.ShortName}, Protokoll {number} vom {Day(meeting)}")),
            Wml.Paragraph(null, Wml.Run($"Die Partnerfassung dieses Protokolls wurde am {Day(day)} zurückgezogen.")),
            Wml.Paragraph(null, Wml.Run($"Grund: {WithdrawalReasons.Of(reason).German}")),
            Wml.Paragraph(null, Wml.Run("Bitte alle Kopien löschen (auch heruntergeladene, gedruckte und weitergeleitete) und der Koordination kurz bestätigen: »gelöscht, keine Kopien«.")),
            TemplatePages.Page(),
        ]);
        var header = new Header(Wml.Paragraph(StyleNames.Header, Wml.Run(sender.Name)));
        var footer = new Footer(Wml.Paragraph(StyleNames.Footer, [Wml.Run("Stand: zurückgezogen"), Wml.Tab(), .. TemplatePages.PageOfPages()]));
        return new(WordPackage.Of(body, header, footer, new WordParts.Core(title, null, null, day), withCustomProperties: false).ToBytes());
    }

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
