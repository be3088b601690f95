using System.Globalization;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>The mails to a board: fixed words, numbers and days; of the minutes only what their head says.</summary>
internal static class BoardLetters
{
    public static string Subject(string number, DateOnly date) => $"Protokoll {number} vom {Day(date)}";

    public static string OfMinutes(Minutes minutes, District district, bool leavesOut)
    {
        string?[] lines =
        [
            $"{district.Salutation},",
            "",
            $"anbei das Protokoll {minutes.Number} vom {Day(minutes.Date)} ({minutes.Board} {district.ShortName}).",
            $"Stand: {DocumentFrame.StandingOf(minutes.Approval.State, minutes.IsJoint)}.",
            minutes.Version.Number > 1 ? $"Es ist Fassung {minutes.Version.Number} und ersetzt die bisherige. Bitte frühere Dateien löschen und frühere Ausdrucke vernichten." : null,
            leavesOut ? $"{BoardPaper.LeftOutLine} Die vollständige Fassung gibt es bei der Protokollführung." : null,
            minutes.Approval.State == ApprovalState.Draft ? "Einwände bitte als Kommentar oder als Antwort auf diese Nachricht an die Protokollführung." : null,
            DocumentFrame.Of(minutes).Use,
            "",
            district.Name,
        ];
        return string.Join("\n", lines.OfType<string>());
    }

    public static string OfEdition(string number, DateOnly date, int version, District sender, District receiver, string use)
    {
        string?[] lines =
        [
            $"{receiver.Salutation},",
            "",
            $"anbei das Protokoll {number} vom {Day(date)} unseres Partners ({sender.BoardName} {sender.ShortName}), in der Fassung für uns.",
            version > 1 ? $"Es ist Fassung {version} und ersetzt die bisherige. Bitte frühere Dateien löschen." : null,
            use,
            "",
            receiver.Name,
        ];
        return string.Join("\n", lines.OfType<string>());
    }

    /// <summary>A name that every file system takes.</summary>
    public static string FileName(string number, DateOnly date, string ending) =>
        $"Protokoll {string.Concat(number.Select(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' ? c : '-'))} vom {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{ending}";

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
