using PartnerOffice.Core;

namespace PartnerOffice.Features.Tracking;

/// <summary>Why a workbook was not written now, in a sentence.</summary>
internal static class WaitWords
{
    public static Bilingual Of(string place, string waits) => waits switch
    {
        "not-set-up" => new(
            $"{place}: noch nicht eingerichtet. In der Partnerschaftsdatei den Ort nennen und den Zugang erlauben.",
            $"{place}: not set up yet. Name its place in the partnership file and allow the access."),
        "no-workbook" => new(
            $"{place}: dort liegt keine Arbeitsmappe. Mit »tracker new« anlegen und hochladen.",
            $"{place}: there is no workbook. Make one with \"tracker new\" and upload it."),
        "locked" => new($"{place}: gerade geöffnet. Schließen und wiederholen.", $"{place}: open just now. Close it and try again."),
        _ => new($"{place}: gerade in Arbeit. In einer Minute wiederholen.", $"{place}: busy just now. Try again in a minute."),
    };
}
