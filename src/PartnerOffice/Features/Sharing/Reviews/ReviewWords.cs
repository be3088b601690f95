using System.Globalization;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>How a review is spoken of (R15).</summary>
internal static class ReviewWords
{
    public static Bilingual Waits(ReviewOutcome.Waits waits)
    {
        var who = string.Join(", ", waits.Readers.Select(reader => reader.Name));
        return waits.IsNew
            ? new($"Zur Freigabe bei: {who}. Der Link ist als Nachricht unterwegs.", $"For release with: {who}. The link is on its way by mail.")
            : new($"Liegt schon zur Freigabe bei: {who}.", $"Waits for the release already with: {who}.");
    }

    public static Bilingual Title(Review review) => new(
        string.Create(CultureInfo.InvariantCulture, $"Protokoll {review.Number} vom {review.Date:dd.MM.yyyy} freigeben?"),
        string.Create(CultureInfo.InvariantCulture, $"Release the minutes {review.Number} of {review.Date:yyyy-MM-dd}?"));

    public static Bilingual Line(ReviewLine line) => new($"{line.Place}: {line.German}", $"{line.Place}: {line.English}");

    public static Bilingual Look { get; } = new("Ansehen", "Look at it");

    public static Bilingual Release { get; } = new("Freigeben", "Release");

    public static Bilingual Return { get; } = new("Zurück mit Bemerkung", "Send back with a remark");

    public static Bilingual Remark { get; } = new("Bemerkung, wenn es zurück soll", "Remark, if it is to go back");

    public static Bilingual Explanation { get; } = new(
        "Unten steht, was der Partner lesen würde; was im Vorstand bleibt, ist als Lücke gekennzeichnet.",
        "Below is what the partner would read; what stays in the board is marked as a gap.");

    /// <summary>The same for one of two boards (R22).</summary>
    /// <param name="notRead">The places that the other board does not read.</param>
    public static Bilingual ExplanationOf(District own, District other, IReadOnlyList<string> notRead) => notRead.Count == 0
        ? new($"Unten steht, was der Kreisvorstand {own.ShortName} liest; der Kreisvorstand {other.ShortName} liest davon alles.", $"Below is what the board {own.ShortName} reads; the board {other.ShortName} reads all of it.")
        : new($"Unten steht, was der Kreisvorstand {own.ShortName} liest; der Kreisvorstand {other.ShortName} liest es ohne: {string.Join(", ", notRead)}.", $"Below is what the board {own.ShortName} reads; the board {other.ShortName} reads it without: {string.Join(", ", notRead)}.");

    /// <summary>Where the remark goes is said before anybody writes it: of two boards, to the one that wrote the minutes.</summary>
    public static Bilingual RemarkTo(District writer) =>
        new($"Bemerkung, wenn es zurück soll; sie geht an den Kreisverband {writer.ShortName}", $"Remark, if it is to go back; it goes to the district {writer.ShortName}");

    public static Bilingual NothingFound { get; } = new("Die Prüfung hat nichts zu berichtigen gefunden.", "The check found nothing to correct.");

    public static Bilingual Found(int count) => count == 1
        ? new("Die Prüfung nennt einen Hinweis:", "The check names one hint:")
        : new($"Die Prüfung nennt {count} Hinweise:", $"The check names {count} hints:");

    public static Bilingual Released(Review review) => new($"Protokoll {review.Number} ist freigegeben.", $"The minutes {review.Number} are released.");

    /// <summary>One of two boards released.</summary>
    public static Bilingual ReleasedFor(Review review, District own) =>
        new($"Protokoll {review.Number} ist für den Kreisvorstand {own.ShortName} freigegeben.", $"The minutes {review.Number} are released for the board {own.ShortName}.");

    /// <summary>Both did.</summary>
    public static Bilingual NextAfterBothReleased(bool leaves) => leaves
        ? new("Jeder Vorstand bekommt seine Fassung von selbst am nächsten Werktag.", "Each board gets its edition by itself on the next working day.")
        : new("Haben beide Vorstände genehmigt, bekommt jeder seine Fassung von selbst.", "Once both boards approved, each gets its edition by itself.");

    public static Bilingual NextAfterRelease(ShareFrom share) => share == ShareFrom.Approved
        ? new("Nach der Genehmigung durch den Vorstand geht die Partnerfassung von selbst hinaus.", "After the board's approval the partner edition leaves by itself.")
        : new("Die Partnerfassung geht am nächsten Werktag von selbst hinaus.", "The partner edition leaves by itself on the next working day.");

    public static Bilingual SentBack(Review review) => new($"Protokoll {review.Number} ist zurückgegeben.", $"The minutes {review.Number} are sent back.");

    public static Bilingual NextAfterReturn { get; } = new("Die Bemerkung geht an die Protokollführung.", "The remark goes to whoever took the minutes.");
}
