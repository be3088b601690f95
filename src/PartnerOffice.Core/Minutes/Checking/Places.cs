using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>The places of the document, in its own words.</summary>
internal static class Places
{
    public const string District = "Kreisverband";
    public const string Board = "Gremium";
    public const string Number = "Sitzung Nr.";
    public const string Date = "Datum";
    public const string Start = "Beginn";
    public const string End = "Ende";
    public const string Interruption = "Unterbrechung";
    public const string Where = "Ort";
    public const string Invitation = "Einladung";
    public const string Chair = "Sitzungsleitung";
    public const string MinuteTaker = "Protokollführung";
    public const string Attendance = "Teilnahme";
    public const string Quorum = "Beschlussfähigkeit";
    public const string Agenda = "Tagesordnung";
    public const string FollowUps = "Aufgabenkontrolle";
    public const string Next = "Nächste Sitzung";
    public const string Issued = "Ausgefertigt";
    public const string Signatures = "Unterschriften";
    public const string Approval = "Genehmigungsvermerk";
    public const string Version = "Fassung";
    public const string Distribution = "Verteiler";

    private static readonly string[] Head =
    [
        District, Board, Number, Date, Start, End, Interruption, Where, Invitation, Chair, MinuteTaker, Attendance, Quorum, Agenda, "Umlaufbeschluss", FollowUps,
    ];

    private static readonly string[] Foot = ["Anlage", Next, Issued, Signatures, Approval, Version, Distribution];

    public static string Of(AgendaItem item) => item.Number.Length == 0 ? $"TOP »{item.Title}«" : $"TOP {item.Number}";

    public static string Of(AgendaItem item, Resolution resolution) => $"{Of(item)}, {Short(item, resolution)}";

    public static string Of(AgendaItem item, BoardVote vote, Resolution resolution) =>
        vote.Number.Length > 0 ? $"{Of(item)}, Beschluss {vote.Number}" : $"{Of(item, resolution)}, {vote.District}";

    public static string Of(AgendaItem item, ActionItem action) => $"{Of(item)}, Aufgabe {action.Id}";

    public static string Of(AgendaItem item, Election election) => $"{Of(item)}, Wahl {election.Office}";

    public static string Of(CirculationResolution circulated) => $"Umlaufbeschluss {circulated.Number}".TrimEnd();

    public static string Of(Attachment attachment) => $"Anlage {attachment.Number}".TrimEnd();

    /// <summary>The words themselves, where each has to be decided alone: a reason for one confirms no other.</summary>
    public static string Of(string place, string words) => $"{place}, »{Quoting.Short(words)}«";

    /// <summary>Where the place stands in the document: the head, the agenda items in their order, the foot.</summary>
    public static int OrderOf(string place, Minutes minutes)
    {
        for (var index = 0; index < minutes.Items.Count; index++)
        {
            if (IsIn(place, Of(minutes.Items[index])))
                return Head.Length + index;
        }

        return Array.FindIndex(Head, name => IsIn(place, name)) is >= 0 and var head ? head
            : Array.FindIndex(Foot, name => IsIn(place, name)) is >= 0 and var foot ? Head.Length + minutes.Items.Count + foot
            : Head.Length + minutes.Items.Count + Foot.Length;
    }

    private static bool IsIn(string place, string name) =>
        place.StartsWith(name, StringComparison.Ordinal) && (place.Length == name.Length || place[name.Length] is ',' or ' ');

    // A resolution without a number is found by its position.
    private static string Short(AgendaItem item, Resolution resolution) => resolution.Number.Length > 0
        ? $"Beschluss {resolution.Number}"
        : string.Create(CultureInfo.InvariantCulture, $"{item.Resolutions.ToList().FindIndex(other => other.Id == resolution.Id) + 1}. Beschluss");
}
