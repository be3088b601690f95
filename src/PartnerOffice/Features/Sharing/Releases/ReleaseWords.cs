using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>How far minutes have come, as people read it (R15).</summary>
internal static class ReleaseWords
{
    /// <summary>One of two boards released; the other has not, or released other words.</summary>
    public static Bilingual AwaitsRelease(string number, District missing, bool saidOtherwise) => saidOtherwise
        ? new($"{number}: Der Kreisvorstand {missing.ShortName} hat einen anderen Wortlaut freigegeben; er muss diesen neu freigeben. Bis dahin geht nichts hinaus.", $"{number}: the board {missing.ShortName} released other words, and must release these. Nothing leaves before.")
        : new($"{number}: Es fehlt noch die Freigabe durch den Kreisvorstand {missing.ShortName}. Bis dahin geht nichts hinaus.", $"{number}: the release by the board {missing.ShortName} is missing. Nothing leaves before.");

    /// <summary>One of two boards approved.</summary>
    public static Bilingual AwaitsApproval(string number, District missing) =>
        new($"{number}: Es fehlt noch die Genehmigung durch den Kreisvorstand {missing.ShortName}. Bis dahin geht nichts hinaus.", $"{number}: the approval by the board {missing.ShortName} is missing. Nothing leaves before.");

    public static Bilingual Of(Release release) => release.State switch
    {
        ReleaseState.Released when IsJoint(release) => new($"{release.Number}: freigegeben – von beiden Vorständen geprüft", $"{release.Number}: released – looked at by both boards"),
        ReleaseState.Approved when IsJoint(release) => new($"{release.Number}: genehmigt – von beiden Vorständen beschlossen", $"{release.Number}: approved – by both boards"),
        ReleaseState.Released => new($"{release.Number}: freigegeben – von der Sitzungsleitung geprüft", $"{release.Number}: released – looked at by the chair"),
        ReleaseState.Approved => new($"{release.Number}: genehmigt – vom Vorstand beschlossen", $"{release.Number}: approved – by the board"),
        ReleaseState.Reopened => new($"{release.Number}: wieder offen – mit Änderungen genehmigt; nichts geht hinaus, bis es neu freigegeben ist", $"{release.Number}: open again – approved with changes; nothing leaves before it is released anew"),
        ReleaseState.Withdrawn => new($"{release.Number}: zurückgezogen", $"{release.Number}: withdrawn"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool IsJoint(Release release) => release.Kind is MeetingKind.JointRetreat or MeetingKind.JointMeeting;
}
