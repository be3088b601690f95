using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Word;

/// <summary>
/// Minutes as the own board gets them, in a mail or on paper: rendered anew from their model, so that no comment, tracked change or property of
/// the working file goes along (R13).
/// </summary>
public static class BoardPaper
{
    /// <summary>What each page says where confidential points were left out.</summary>
    public const string LeftOutLine = "Nicht enthalten: vertrauliche Punkte (Personal, Mitglieder, Verfahren).";

    /// <summary>Everything, marks of what stays in the board included: lines, words in brackets and the entry "Nur Vorstand", legible without colours.</summary>
    /// <exception cref="MinutesFormatException">The minutes cannot be brought into canonical form.</exception>
    public static byte[] Whole(Minutes minutes, Partnership partnership) => Write(minutes, DocumentFrame.Of(minutes, partnership), new FillingMode());

    /// <summary>The same to be signed: a line for Sitzungsleitung and Protokollführung each, with room for a pen.</summary>
    /// <exception cref="MinutesFormatException">The minutes cannot be brought into canonical form.</exception>
    public static byte[] ToSign(Minutes minutes, Partnership partnership)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return Write(minutes with { Signatures = Signatures(minutes) }, DocumentFrame.Of(minutes, partnership), new FillingMode { IsForPen = true });
    }

    /// <summary>Without what only the board may know; each page says so. Verified: it reads as the allowed model, and nothing of what was left out is in any part.</summary>
    /// <exception cref="BoardCopyException">Something of what was left out is in it; nothing may be sent.</exception>
    public static byte[] WithoutBoardOnly(BoardCopy copy, Partnership partnership)
    {
        ArgumentNullException.ThrowIfNull(copy);
        var frame = DocumentFrame.Of(copy.Content, partnership);
        var bytes = Write(copy.Content, copy.LeavesOutSomething ? frame with { Use = $"{frame.Use} {LeftOutLine}" } : frame, new FillingMode());
        var read = MinutesReader.Read(PackageGate.Inspect(bytes, PackageKind.Word));
        var isAsAllowed = read.Minutes is { } minutes && MinutesJson.Write(minutes) == MinutesJson.Write(CanonicalMinutes.Of(copy.Content));
        return isAsAllowed && BoardCopySearch.FirstPlaceIn(bytes, copy) is null ? bytes : throw new BoardCopyException(BoardCopySearch.FirstPlaceIn(bytes, copy) ?? "Dokument");
    }

    private static byte[] Write(Minutes minutes, DocumentFrame frame, FillingMode mode) => MinutesWriter.Write(MinutesTemplate.Build(minutes.Kind), minutes, frame, mode);

    // Whoever led the meeting and whoever took the minutes sign, also where nobody entered them in the table.
    private static List<Signature> Signatures(Minutes minutes)
    {
        var signatures = minutes.Signatures.ToList();
        foreach (var (role, name) in new[] { (SignatureRole.Chair, minutes.Chair), (SignatureRole.MinuteTaker, minutes.MinuteTaker) })
        {
            if (signatures.TrueForAll(signature => signature.Role != role))
                signatures.Add(new Signature(name ?? "", role, null));
        }

        return signatures;
    }
}
